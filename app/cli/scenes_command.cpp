// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scenes_command.h"

#include "app/cli/comparison_options.h"
#include "app/cli/console.h"
#include "app/cli/gather_request.h"
#include "app/cli/interrupt.h"
#include "app/cli/setting_problems.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace thetascope {
namespace {

struct Options {
    RunOptions run;
    ComparisonWords words;
    std::vector<std::string> names;
    std::vector<std::string> levels{"clean", "20", "10"};
};

struct Level {
    std::string name;
    std::optional<double> snrDb;
};

Result<std::vector<Level>> levelsOf(const std::vector<std::string>& words) {
    constexpr double widest = 200;
    std::vector<Level> levels;
    for (const std::string& word : words) {
        double value = 0;
        char rest = 0;
        const bool number = std::sscanf(word.c_str(), "%lf%c", &value, &rest) == 1 && std::abs(value) <= widest;
        if (word != "clean" && !number)
            return Error{ErrorKind::arguments, "--snr: must be \"clean\" or decibels, joined by commas, not \"" + word
                    + "\""};
        levels.push_back({word == "clean" ? word : word + " dB", number ? std::optional(value) : std::nullopt});
    }
    return levels;
}

Result<std::vector<std::string>> scenesOf(const std::vector<std::string>& asked) {
    std::vector<std::string> all;
    for (const TruthSceneDescription& scene : truthScenes())
        all.push_back(scene.name);
    for (const std::string& name : asked)
        if (std::find(all.begin(), all.end(), name) == all.end()) {
            std::string list;
            for (const std::string& each : all)
                list += (list.empty() ? "" : ", ") + each;
            return Error{ErrorKind::arguments, "--scenes: there is no \"" + name + "\"; there are " + list};
        }
    return asked.empty() ? all : asked;
}

std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f %%", 100 * share);
    return text;
}

void printRow(const std::string& scene, const std::string& level, const SceneShares& shares) {
    const double other = std::max(shares.fixed, shares.adaptive);
    char lead[32];
    std::snprintf(lead, sizeof lead, "%+.2f", 100 * (shares.descent - other));
    console::printLine("| " + scene + " | " + level + " | " + percent(shares.descent) + " | " + percent(shares.fixed) + " ("
                       + std::to_string(std::lround(shares.fixedTheta)) + ") | " + percent(shares.adaptive) + " | " + lead
                               + " |");
}

void addRow(CsvTable& csv, const std::string& scene, const std::string& level, const SceneShares& shares) {
    csv.addCell(scene);
    csv.addCell(level);
    for (const double number : {shares.descent, shares.fixed, shares.fixedTheta, shares.adaptive})
        csv.addCell(number);
    csv.addCell(shares.transforms);
    csv.endRow();
}

struct Plan {
    Settings settings;
    ComparisonOptions comparison;
    std::vector<std::string> names;
    std::vector<Level> levels;
};

/// One scene at one level; false after an interruption.
bool compareOne(const Plan& plan, const std::string& name, const Level& level, CsvTable& csv) {
    const std::optional<TruthScene> scene = makeTruthScene(name, level.snrDb, plan.settings.seed);
    const SceneShares shares = compareOnScene(*scene, plan.settings, plan.comparison);
    if (InterruptGuard::interrupted())
        return false;
    printRow(name, level.name, shares);
    addRow(csv, name, level.name, shares);
    return true;
}

/// Scene after scene; false after an interruption.
bool compareAll(const Plan& plan, CsvTable& csv) {
    console::printLine("| scene | noise | descent | best fixed window | adaptive selection | lead, points |");
    console::printLine("|---|---|---|---|---|---|");
    for (const std::string& name : plan.names)
        for (const Level& level : plan.levels)
            if (!compareOne(plan, name, level, csv))
                return false;
    return true;
}

/// Everything that was typed, understood; what is wrong is appended to `errors`.
Plan planOf(const Options& options, std::vector<Error>& errors) {
    const RunRequest request = gatherRequest(options.run, std::nullopt, errors);
    Plan plan{onSceneFrames(request.settings), {}, {}, {}};
    const auto take = [&errors](auto result, auto& into) {
        if (result)
            into = std::move(result).value();
        else
            errors.push_back(result.error());
    };
    take(comparisonOptions(options.words), plan.comparison);
    take(scenesOf(options.names), plan.names);
    take(levelsOf(options.levels), plan.levels);
    plan.comparison.stopRequested = InterruptGuard::interrupted;
    if (request.arrays.theta || request.arrays.positions)
        errors.push_back({ErrorKind::arguments, "--theta, --positions: scenes take numbers and even frames, no arrays"});
    return plan;
}

/// Whether the settings fit the scenes, which are all of one length and rate.
bool fitsScenes(const Plan& plan, ExitCode& code) {
    const std::optional<TruthScene> scene = makeTruthScene(plan.names.front(), std::nullopt, 0);
    const Signal& signal = *scene->signal;
    if (const Problems problems = checkSettings(plan.settings, {}, signal.length(), signal.sampleRate); !problems.empty()) {
        code = reportProblems("scenes", problems);
        return false;
    }
    const Status fits = checkThetas(plan.comparison.thetas, resolve(plan.settings, signal.length(), signal.sampleRate));
    if (!fits)
        code = console::report({}, fits.error());
    return fits.ok();
}

ExitCode runScenes(const Options& options) {
    std::vector<Error> errors;
    const Plan plan = planOf(options, errors);
    if (!errors.empty())
        return reportAll(errors);
    ExitCode code = ExitCode::success;
    if (!fitsScenes(plan, code))
        return code;
    const std::string& out = options.run.out;
    if (const Status made = out.empty() ? success() : makeFolder(out); !made)
        return console::report(out, made.error());
    const InterruptGuard guard;
    CsvTable csv;
    for (const char* const name : {"scene", "noise", "descent", "best_fixed", "best_fixed_theta", "adaptive", "transforms"})
        csv.addCell(name);
    csv.endRow();
    const bool finished = compareAll(plan, csv);
    if (const Status written = out.empty() ? success() : writeTextFile(out + "/scenes.csv", csv.text()); !written)
        return console::report({}, written.error());
    return finished ? ExitCode::success : console::report({}, {ErrorKind::interrupted, "interrupted; the table ends early"});
}

} // namespace

void addScenes(CLI::App& app, ExitCode& code) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand(
        "scenes", "Generated scenes with known truth: share of energy within one cell of it, for a descent, the best fixed window and "
                  "adaptive selection. Unless --support is given, on 2048 samples every 64.");
    addRunOptions(command, options->run);
    command.get_option("--out")->required(false)->description("Folder for scenes.csv; made if missing.");
    addComparisonOptions(command, options->words);
    command.add_option("--scenes", options->names, "Which scenes, joined by commas; default: all.")->delimiter(',')
            ->type_name("LIST");
    command.add_option("--snr", options->levels, "Noise: \"clean\" or signal to noise in dB, joined by commas.")
        ->delimiter(',')->type_name("LIST")->default_str("clean,20,10");
    command.callback([options, &code] { code = runScenes(*options); });
}

} // namespace thetascope
