// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/baselines_command.h"

#include "app/cli/comparison_options.h"
#include "app/cli/console.h"
#include "app/cli/gather_request.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_signal.h"
#include "app/cli/setting_problems.h"
#include "app/cli/summary.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/model/settings_fields.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

namespace thetascope {
namespace {

struct Options {
    RunOptions run;
    ComparisonWords words;
    int gridPoints = ComparisonOptions{}.gridPoints;
    std::vector<std::string> modes;
};

Result<std::vector<ThetaMode>> modesOf(const std::vector<std::string>& names) {
    std::vector<ThetaMode> modes;
    for (const std::string& name : names) {
        Settings settings;
        const std::string problem = setFieldFromText(*findField("theta-mode"), settings, name);
        if (!problem.empty())
            return Error{ErrorKind::arguments, "--modes: " + problem + ", not \"" + name + "\""};
        modes.push_back(settings.thetaMode);
    }
    return modes;
}

Result<ComparisonOptions> understood(const Options& options) {
    Result<ComparisonOptions> comparison = comparisonOptions(options.words);
    if (!comparison)
        return comparison.error();
    comparison->gridPoints = options.gridPoints;
    comparison->stopRequested = InterruptGuard::interrupted;
    if (!options.modes.empty()) {
        Result<std::vector<ThetaMode>> modes = modesOf(options.modes);
        if (!modes)
            return modes.error();
        comparison->modes = std::move(modes).value();
    }
    return comparison;
}

/// The table, a line at a time: its head before the first row.
class Table {
public:
    void print(const std::string& file, const std::vector<MethodScore>& scores) {
        if (!m_headed) {
            std::string names = "| file", rule = "|---";
            for (const MethodScore& score : scores) {
                names += " | " + score.method;
                rule += "|---";
            }
            console::printLine(names + " |");
            console::printLine(rule + "|");
            m_headed = true;
        }
        std::string row = "| " + file;
        for (const MethodScore& score : scores)
            row += " | " + tableNumber(score.objective) + (score.thetaMin == score.thetaMax ? " ("
                    + wholeNumber(score.thetaMin) + ")" : "");
        console::printLine(row + " |");
    }

private:
    static std::string wholeNumber(double value) { return std::to_string(std::lround(value)); }
    bool m_headed = false;
};

void addRows(CsvTable& csv, const std::string& file, const std::vector<MethodScore>& scores) {
    for (const MethodScore& score : scores) {
        csv.addCell(file);
        csv.addCell(score.method);
        csv.addCell(score.objective);
        csv.addCell(score.thetaMin);
        csv.addCell(score.thetaMax);
        csv.addCell(score.transforms);
        csv.endRow();
    }
}

std::string landscapeCsv(const ThetaLandscape& landscape) {
    CsvTable csv;
    csv.addCell("theta_samples");
    csv.addCell("objective");
    csv.endRow();
    for (std::size_t i = 0; i < landscape.thetas.size(); ++i) {
        csv.addCell(landscape.thetas[i]);
        csv.addCell(landscape.objective[i]);
        csv.endRow();
    }
    return csv.text();
}

/// Compares on one file; prints its row and adds it to the CSV.
ExitCode compareFile(const std::string& file, const std::string& stem, const RunRequest& request,
        const ComparisonOptions& options,
                     const std::string& out, Table& table, CsvTable& csv) {
    const Result<OpenedSignal> opened = openSignal(file, request.settings);
    if (!opened)
        return console::report(file, opened.error());
    const Signal& signal = *opened->signal;
    const Problems problems = checkSettings(request.settings, {}, signal.length(), signal.sampleRate);
    if (!problems.empty())
        return reportProblems(file, problems);
    if (const Status fits = checkThetas(options.thetas, resolve(request.settings, signal.length(),
            signal.sampleRate)); !fits)
        return console::report(file, fits.error());
    const Comparison comparison = compareMethods(opened->signal, request.settings, options);
    if (const Status written = writeTextFile(out + "/landscape-" + stem + ".csv",
            landscapeCsv(comparison.landscape)); !written)
        return console::report(file, written.error());
    if (comparison.stopped)
        return console::report(file, {ErrorKind::interrupted, "interrupted; the table ends before this file"});
    addRows(csv, file, comparison.scores);
    table.print(file, comparison.scores);
    return ExitCode::success;
}

CsvTable headedCsv() {
    CsvTable csv;
    for (const char* const name : {"file", "method", "objective", "theta_min", "theta_max", "transforms"})
        csv.addCell(name);
    csv.endRow();
    return csv;
}

ExitCode runBaselines(const Options& options) {
    std::vector<Error> errors;
    const RunRequest request = gatherRequest(options.run, std::nullopt, errors);
    const Result<ComparisonOptions> comparison = understood(options);
    if (!comparison)
        errors.push_back(comparison.error());
    if (request.arrays.theta || request.arrays.positions)
        errors.push_back({ErrorKind::arguments, "--theta, --positions: baselines take numbers and even frames, no arrays"});
    if (!errors.empty())
        return reportAll(errors);
    if (const Status made = makeFolder(options.run.out); !made)
        return console::report(options.run.out, made.error());
    const InterruptGuard guard;
    Table table;
    CsvTable csv = headedCsv();
    std::vector<FileOutcome> outcomes;
    // unique names, no folder is made
    const std::vector<std::string> folders = outputFolders(options.run.out, options.run.files);
    for (std::size_t i = 0; i < folders.size() && !InterruptGuard::interrupted(); ++i) {
        const std::string stem = std::filesystem::path(folders[i]).filename().string();
        outcomes.emplace_back();
        outcomes.back().file = options.run.files[i];
        outcomes.back().code = compareFile(options.run.files[i], stem, request, *comparison, options.run.out, table, csv);
    }
    const Status written = writeTextFile(options.run.out + "/baselines.csv", csv.text());
    if (!written)
        return console::report({}, written.error());
    return outcomes.size() == 1 ? outcomes.front().code : overallCode(outcomes);
}

} // namespace

void addBaselines(CLI::App& app, ExitCode& code) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand(
        "baselines", "Descents in every mode against grid search and choices from a list of windows, as a table and CSV.");
    command.add_option("FILE", options->run.files, "Audio file, or demo:NAME (`thetascope demos` lists them).")->required()
            ->type_name("");
    addRunOptions(command, options->run);
    addComparisonOptions(command, options->words);
    command.add_option("--grid-points", options->gridPoints,
            "Window lengths of the grid search, equal ratios apart between the bounds.")
        ->check(CLI::Range(2, 1000000))->type_name("K")->capture_default_str();
    command.add_option("--modes", options->modes, "Theta modes to descend in, joined by commas; default: all four.")
        ->delimiter(',')->type_name("LIST");
    command.callback([options, &code] { code = runBaselines(*options); });
}

} // namespace thetascope
