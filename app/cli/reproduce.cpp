// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reproduce.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/paper_rows.h"
#include "app/cli/picture_application.h"
#include "app/cli/presets.h"
#include "app/cli/run_signal.h"
#include "app/export/result_export.h"
#include "core/io/npy.h"
#include "core/model/settings_fields.h"
#include "core/run/descent.h"
#include "ui/figure/figure.h"

#include <QApplication>
#include <cstdio>

namespace thetascope {
namespace {

constexpr double paperRate = 8000; ///< Hz, of a signal given as bare numbers: it only labels pictures

/// A demonstration signal without its scaling, or the samples of a file.
Result<OpenedSignal> paperSignal(const PaperExperiment& experiment, const std::string& path) {
    if (path.empty())
        return openSignal(experiment.demo, {});
    const Result<Vector> samples = readNpyVector(path);
    if (!samples)
        return samples.error();
    auto clip = std::make_shared<AudioClip>();
    clip->name = path;
    clip->sampleRate = paperRate;
    clip->channels = 1;
    auto signal = std::make_shared<Signal>();
    signal->sampleRate = paperRate;
    for (const double sample : *samples) {
        clip->interleaved.push_back(static_cast<float>(sample));
        signal->samples.push_back(sample);
    }
    return OpenedSignal{clip, signal};
}

/// An objective at a tiling, exactly.
double measure(const OpenedSignal& opened, Settings settings, const std::string& objective, const Tiling& tiling) {
    settings.objective = objective;
    settings.combine = Combine::sum;
    settings.precision = Precision::doublePrecision;
    InitialArrays arrays;
    arrays.theta = tiling.theta;
    arrays.positions = tiling.positions;
    return evaluate(opened.signal, settings, arrays, false).scores.objective;
}

Status writeRow(const std::string& folder, const OpenedSignal& opened, const DescentResult& result, bool drawWindows) {
    const FigureStyle style = defaultStyle(*result.best);
    if (Status status = exportDescent(folder, *opened.clip, *opened.signal, result, {{"png"}, style}); !status)
        return status;
    if (!drawWindows)
        return success();
    FigureStyle plain = style;
    plain.caption = QString::fromStdString(opened.clip->name + ": every window, " + result.reasonText);
    return writeWindowsFigure(QString::fromStdString(folder + "/windows.png"), *result.best, opened.signal->samples, plain);
}

/// Runs one row and prints its line of the table; whether it is as good as the reference.
Result<bool> runRow(const PaperExperiment& experiment, const PaperRow& row, const OpenedSignal& opened, const std::string& out) {
    const Settings& settings = findPreset(row.preset)->settings;
    const int length = opened.signal->length();
    if (const Problems problems = checkSettings(settings, {}, length, opened.signal->sampleRate); !problems.empty())
        return Error{ErrorKind::arguments, row.preset + ": " + problems.front().message};
    DescentHooks hooks;
    hooks.stopRequested = InterruptGuard::interrupted;
    hooks.mayContinue = [] { return !InterruptGuard::interrupted(); };
    const DescentResult result = descend(opened.signal, settings, {}, hooks);
    if (result.reason == StopReason::stopped)
        return Error{ErrorKind::interrupted, "interrupted"};
    if (Status status = writeRow(out + "/" + row.preset, opened, result, experiment.drawWindows); !status)
        return status.error();
    const double start = measure(opened, settings, experiment.measure, initialTiling(result.settings));
    const double end = measure(opened, settings, experiment.measure, result.bestTiling);
    const bool better = experiment.maximise ? end >= row.end - row.allowance : end <= row.end + row.allowance;
    const bool good = better && result.scores.coverage >= row.leastCoverage;
    char numbers[160];
    std::snprintf(numbers, sizeof numbers, "%.5f | %.5g (%s) | **%.5f** | %.5f | %d | %d | %.1f s | %s |", start, row.end,
                  row.reference.c_str(), end, result.scores.coverage, result.iterations, result.evaluations, result.seconds,
                  good ? "yes" : "no");
    const auto text = [&](const char* key) { return fieldText(*findField(key), result.settings); };
    console::printLine("| " + row.run + " | `" + text("objective") + "` | " + text("theta-min") + "–" + text("theta-max") + " | " + numbers);
    std::fflush(stdout);
    return good;
}

} // namespace

ExitCode runReproduce(const ReproduceOptions& options) {
    const PaperExperiment* const experiment = findExperiment(options.experiment);
    if (experiment == nullptr)
        return console::report({}, {ErrorKind::arguments, "there is no experiment '" + options.experiment
                                                              + "'; choose one of c11, c12, tutorial"});
    const Result<OpenedSignal> opened = paperSignal(*experiment, options.signal);
    if (!opened)
        return console::report(options.signal, opened.error());
    if (const Status writable = checkWritable(options.out); !writable)
        return console::report(options.out, writable.error());
    const InterruptGuard guard;
    const auto application = makePictureApplication();
    console::printLine("| run | objective | θ, samples | start: " + experiment->measure + " | reference ends at | ours | coverage | "
                       "iterations | evaluations | computing | as good |");
    console::printLine("|---|---|---|---|---|---|---|---|---|---|---|");
    bool allGood = true;
    for (const PaperRow& row : experiment->rows) {
        const Result<bool> good = runRow(*experiment, row, *opened, options.out);
        if (!good)
            return console::report(row.preset, good.error());
        allGood = allGood && *good;
    }
    return allGood ? ExitCode::success : ExitCode::runFailed;
}

} // namespace thetascope
