// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_options.h"

#include "app/cli/presets.h"
#include "core/model/settings_fields.h"

#include <CLI/CLI.hpp>

namespace thetascope {
namespace {

std::string joinedNames(const std::vector<FieldChoice>& choices) {
    std::string names;
    for (const FieldChoice& choice : choices)
        names += (names.empty() ? "" : "|") + choice.name;
    return names;
}

/// What stands for the value in the help: the choices, the unit, or the kind of value.
std::string valueWord(const SettingsField& field) {
    if (field.key == "theta")
        return "SAMPLES|F.npy";
    if (!field.choices.empty())
        return joinedNames(field.choices);
    if (!field.unit.empty())
        return field.unit;
    switch (field.kind) {
    case FieldKind::real: return "X";
    case FieldKind::integer: return "N";
    case FieldKind::choice: return "NAME";
    case FieldKind::text: break;
    }
    return "TEXT";
}

void addSettingsOption(CLI::App& command, const SettingsField& field, const Settings& byDefault, RunOptions& options) {
    const std::string key = field.key;
    const auto remember = [&options, key](const std::string& text) { options.settings[key] = text; };
    command.add_option_function<std::string>("--" + key, remember, field.help)
        ->type_name(valueWord(field))
        ->default_str(fieldText(field, byDefault))
        ->group("Settings");
}

} // namespace

void addRunOptions(CLI::App& command, RunOptions& options) {
    command.add_option("--out", options.out, "Folder for the results; made if missing.")->type_name("DIR")->required();
    command.add_option("--preset", options.preset, "Start from a named set of settings (`thetascope presets` lists them).")
        ->type_name("NAME")
        ->default_str(defaultPreset);
    command.add_option("--config", options.config, "Start from the settings of a result's run.json or of a session.")
        ->type_name("F.json");
    command.add_option("--apply", options.apply,
                       "Use the window lengths and positions of a result, with its transform settings, here. Of results whose "
                       "windows or positions belong to frames the region must be as long.")
        ->type_name("DIR");
    command.add_option("--positions", options.positions,
                       "Initial frame positions t_i in samples, float64 [T], instead of --hop.")
        ->type_name("F.npy");
    command.add_option("--images", options.images, "Which pictures to draw: png, svg, pdf, joined by commas, or none.")
        ->type_name("LIST")
        ->capture_default_str();
    command.add_option("--memory-limit", options.memoryLimit,
                       "Most memory to use in all, such as 500M or 6G: a run that would take more is refused before it begins.")
        ->type_name("SIZE")
        ->default_str("four fifths of what is free");
    auto* const quiet = command.add_flag("--quiet", options.quiet, "Say nothing but what goes wrong.");
    command.add_option_function<std::string>("--progress", [&options](const std::string& word) {
        if (word != "auto" && word != "json")
            throw CLI::ValidationError("--progress", "must be auto or json, not \"" + word + '"');
        options.progress = word == "json" ? ProgressMode::json : ProgressMode::automatic;
    }, "auto: a bar on stderr when it is a terminal; json: one JSON object per iteration on stderr.")
        ->type_name("auto|json")
        ->default_str("auto")
        ->excludes(quiet);
    const Settings& byDefault = findPreset(defaultPreset)->settings;
    for (const SettingsField& field : settingsFields())
        addSettingsOption(command, field, byDefault, options);
}

void addBatchOptions(CLI::App& command, RunOptions& options) {
    command.add_option("--files-from", options.filesFrom, "A text file with one more file to work on a line; -: standard input.")
        ->type_name("LIST")
        ->group("Many files");
    command.add_option("--jobs", options.jobs, "Files at once; their results do not depend on it.")
        ->type_name("N")
        ->default_str("threads")
        ->check(CLI::Range(1, 1024).description(""))
        ->group("Many files");
    command.add_option("--shard", options.shard,
                       "Only part i of n of the files (the same list for every part), for several machines on one folder.")
        ->type_name("i/n")
        ->group("Many files");
    command.add_flag("--again", options.again,
                     "Also do files whose folder already holds the whole result of these settings; else they are skipped.")
        ->group("Many files");
}

void addEvaluateOptions(CLI::App& command, RunOptions& options) {
    command.get_option("--precision")->default_str("double");
    command.add_flag("--gradients", options.gradients, "Also write d objective / d parameter.");
    command.add_flag("--check-gradients", options.checkGradients,
                     "Compare the gradients with finite differences at random coordinates, in double precision; prints the "
                     "worst relative error.");
}

} // namespace thetascope
