// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_options.h"

#include "app/cli/console.h"
#include "core/io/labelled_folder.h"
#include "core/learn/train_fields.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace thetascope {
namespace {

/// Skipped files that are named one by one; of more, the number.
constexpr std::size_t mostNamed = 20;

} // namespace

void addTrainOptions(CLI::App& command, TrainOptions& options, const std::vector<std::string>& without) {
    command
        .add_option("FOLDER", options.folder,
                    "Folder of recordings: a sub-folder per label, or files named LABEL_NAME_NUMBER.wav.")
        ->required()
        ->type_name("");
    command.add_option("--out", options.out, "Folder for the results; made if missing.")->type_name("DIR")->required();
    command.add_option("--recipe", options.recipe, "a: 8 bins, as the paper; b: 16 bins, the better classifier.")
        ->check(CLI::IsMember({"a", "b"}))
        ->type_name("a|b")
        ->capture_default_str();
    command.add_option("--images", options.images, "Which pictures to draw: png, svg, pdf, joined by commas, or none.")
        ->type_name("LIST")
        ->capture_default_str();
    command.add_flag("--quiet", options.quiet, "Say nothing but what goes wrong.");
    const TrainSettings byDefault;
    for (const TrainField& field : trainFields()) {
        if (std::find(without.begin(), without.end(), field.key) != without.end()) continue;
        const std::string key = field.key;
        command.add_option_function<std::string>("--" + key, [&options, key](const std::string& text) { options.settings[key] = text; },
                                                 field.help)
            ->type_name(field.value)
            ->default_str(field.get(byDefault))
            ->group("Settings");
    }
}

TrainSettings gatherTrainSettings(const TrainOptions& options, std::vector<Error>& errors) {
    TrainSettings settings = trainRecipe(options.recipe);
    for (const auto& [key, text] : options.settings)
        if (!setTrainField(settings, key, text))
            errors.push_back({ErrorKind::arguments, "--" + key + ": \"" + text + "\" is no such value; thetascope train --help says "
                                                                                "what there is"});
    if (!errors.empty()) return settings;
    for (const Problem& problem : checkTrainSettings(settings))
        errors.push_back({ErrorKind::arguments, "--" + problem.field + ": " + problem.message});
    return settings;
}

Result<LabelledSet> openLabelledFolder(const std::string& folder, bool quiet) {
    Result<LabelledFolder> read = readLabelledFolder(folder);
    if (!read) return read.error();
    const std::size_t count = read->skipped.size();
    for (std::size_t i = 0; !quiet && i < std::min(count, mostNamed); ++i)
        console::printError(folder + "/" + read->skipped[i].name, "skipped: " + read->skipped[i].reason);
    if (!quiet && count > mostNamed) console::printError(folder, std::to_string(count - mostNamed) + " more files were skipped");
    return std::move(read->set);
}

} // namespace thetascope
