// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/picture_application.h"
#include "app/cli/train_options.h"
#include "app/cli/train_progress.h"
#include "app/export/pictures.h"
#include "app/training/checkpointed.h"
#include "app/training/model_files.h"
#include "app/training/sweep.h"
#include "core/io/atomic_file.h"
#include "ui/figure/training_figure.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <cstdio>
#include <memory>

namespace thetascope {
namespace {

constexpr QSize figureSize{1500, 1300};

struct SweepCommand {
    TrainOptions options;
    std::vector<double> thetas{10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 250}, joint{10, 35, 100, 200};
    int seeds = 3;
};

/// Settings of one run of a row.
TrainSettings settingsOf(TrainSettings settings, const SweepRow& row, int seed) {
    settings.theta = row.theta;
    settings.seed += static_cast<std::uint64_t>(seed);
    if (!row.joint) settings.thetaRate = 0;
    return settings;
}

std::string runFolder(const std::string& out, const SweepRow& row, std::uint64_t seed) {
    char name[96];
    std::snprintf(name, sizeof name, "/runs/%s-%g-seed-%llu", row.joint ? "joint" : "fixed", row.theta,
                  static_cast<unsigned long long>(seed));
    return out + name;
}

/// One run, into its folder; a finished one is only evaluated.
Result<TrainResult> runOne(const LabelledSet& set, const TrainSettings& settings, const std::string& folder, const std::string& title,
                           bool quiet) {
    const Result<TrainData> data = makeTrainData(set, settings);
    if (!data) return data.error();
    if (const Status made = makeFolder(folder); !made) return made.error();
    TrainReport report(quiet ? ProgressMode::none : ProgressMode::automatic, title, settings.epochs);
    TrainHooks hooks;
    hooks.stopRequested = InterruptGuard::interrupted;
    hooks.onBatch = [&](const TrainProgress& progress, const ClassifierParameters&) { report.tell(progress); };
    Result<TrainResult> result = trainInFolder(folder, *data, settings, true, std::move(hooks));
    if (!result) return result;
    if (result->end == TrainEnd::stopped) return Error{ErrorKind::interrupted, "interrupted; the same command goes on from here"};
    if (result->end == TrainEnd::notFinite || result->end == TrainEnd::outOfMemory) return Error{ErrorKind::run, title + ": " + result->reason};
    if (const Status written = writeTraining(folder, *data, settings, *result); !written) return written.error();
    return result;
}

Status runAll(const SweepCommand& command, const LabelledSet& set, const TrainSettings& base, std::vector<SweepRow>& rows) {
    const std::size_t all = rows.size() * static_cast<std::size_t>(command.seeds);
    std::size_t done = 0;
    for (int seed = 0; seed < command.seeds; ++seed) {
        for (SweepRow& row : rows) {
            const TrainSettings settings = settingsOf(base, row, seed);
            const std::string title = "run " + std::to_string(++done) + "/" + std::to_string(all) + ", " + row.name();
            const Result<TrainResult> result =
                runOne(set, settings, runFolder(command.options.out, row, settings.seed), title, command.options.quiet);
            if (!result) return result.error();
            row.runs.push_back(sweepRun(settings.seed, *result));
        }
    }
    return success();
}

Status drawFigure(const std::string& out, const std::vector<SweepRow>& rows, int seeds, const std::vector<std::string>& formats) {
    std::vector<TrainingCurve> curves;
    for (const SweepRow& row : rows)
        curves.push_back({QString::fromStdString(row.name()), meanHistory(row), row.theta, row.joint});
    FigureStyle style;
    style.size = figureSize;
    style.caption = QStringLiteral("Losses and θ by epoch, mean of %1 seeds").arg(seeds);
    for (const std::string& format : formats)
        if (Status drawn = writeTrainingFigure(QString::fromStdString(out + "/figure3." + format), curves, style); !drawn) return drawn;
    return success();
}

std::vector<SweepRow> rowsOf(const SweepCommand& command) {
    std::vector<SweepRow> rows;
    for (const double theta : command.thetas) rows.push_back({theta, false, {}});
    for (const double theta : command.joint) rows.push_back({theta, true, {}});
    return rows;
}

/// The settings, if every row's will do.
TrainSettings gatherSweep(const SweepCommand& command, const std::vector<SweepRow>& rows, std::vector<Error>& errors) {
    TrainSettings base = gatherTrainSettings(command.options, errors);
    for (const SweepRow& row : rows)
        for (const Problem& problem : checkTrainSettings(settingsOf(base, row, 0)))
            if (errors.empty()) errors.push_back({ErrorKind::arguments, row.name() + ": " + problem.field + " " + problem.message});
    if (rows.empty()) errors.push_back({ErrorKind::arguments, "--thetas and --joint: there is nothing to train; name a value"});
    return base;
}

ExitCode runSweep(const SweepCommand& command) {
    std::vector<Error> errors;
    std::vector<SweepRow> rows = rowsOf(command);
    const TrainSettings base = gatherSweep(command, rows, errors);
    const Result<std::vector<std::string>> formats = parsePictureFormats(command.options.images);
    if (!formats) errors.push_back(formats.error());
    for (const Error& error : errors) console::report({}, error);
    if (!errors.empty()) return ExitCode::arguments;
    const Result<LabelledSet> set = openLabelledFolder(command.options.folder, command.options.quiet);
    if (!set) return console::report(command.options.folder, set.error());
    const InterruptGuard guard;
    const std::string& out = command.options.out;
    if (const Status ran = runAll(command, *set, base, rows); !ran) return console::report(command.options.folder, ran.error());
    const std::string table = sweepTable(rows);
    Status written = writeTextFile(out + "/table1.md", table);
    if (written) written = writeTextFile(out + "/runs.csv", sweepCsv(rows));
    const auto application = formats->empty() ? nullptr : makePictureApplication();
    if (written) written = drawFigure(out, rows, command.seeds, *formats);
    if (!written) return console::report({}, written.error());
    std::fputs(table.c_str(), stdout);
    return ExitCode::success;
}

} // namespace

void addSweep(CLI::App& app, ExitCode& code) {
    CLI::App& command = *app.add_subcommand("sweep", "Train with theta fixed at several values and jointly: Table 1 and Figure 3.");
    const auto typed = std::make_shared<SweepCommand>();
    addTrainOptions(command, typed->options, {"theta"});
    command.add_option("--thetas", typed->thetas, "Values at which theta is fixed, samples.")->delimiter(',')->type_name("LIST")->capture_default_str();
    command.add_option("--joint", typed->joint, "Values from which theta is learned, samples.")->delimiter(',')->type_name("LIST")->capture_default_str();
    command.add_option("--seeds", typed->seeds, "Seeds of every row, from --seed on.")->check(CLI::Range(1, 1000))->type_name("N")->capture_default_str();
    command.callback([typed, &code] { code = runSweep(*typed); });
}

} // namespace thetascope
