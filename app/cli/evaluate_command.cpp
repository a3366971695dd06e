// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate_command.h"

#include "app/cli/check_gradients.h"
#include "app/cli/console.h"
#include "app/cli/gather_request.h"
#include "app/cli/initial_arrays.h"
#include "app/cli/interrupt.h"
#include "app/cli/picture_application.h"
#include "app/cli/run_signal.h"
#include "app/cli/setting_problems.h"
#include "app/export/result_export.h"
#include "app/session/memory_check.h"
#include "core/io/audio_file.h"
#include "core/run/descent.h"
#include "core/window/taper.h"

#include <QApplication>
#include <cstdio>

namespace thetascope {
namespace {

/// Compares gradients with finite differences and says how far apart they are at worst.
ExitCode checkAndSay(const std::string& file, const OpenedSignal& opened, const RunRequest& request) {
    const GradientCheck check = checkGradients(opened.signal, request.settings, request.arrays);
    const double tolerance = gradientTolerance(request.settings.window);
    char line[160];
    std::snprintf(line, sizeof line, "worst relative error of %zu slopes %.2e (tolerance %.0e, in double precision)",
                  check.points.size(), check.worstRelativeError, tolerance);
    console::printLine(file + ": gradient check: " + line);
    if (check.worstRelativeError <= tolerance)
        return ExitCode::success;
    const bool jumps = !makeTaper(request.settings.window)->continuous();
    console::printError(file, "the gradients differ from finite differences by more than the tolerance; "
                                  + (jumps ? "the window " + request.settings.window + " jumps at its edges, where it has no "
                                                                                       "derivative; use hann or another that doesn't"
                                           : std::string("this is a fault of the program: please report it with these settings")));
    return ExitCode::runFailed;
}

void sayScores(const std::string& file, const Evaluation& evaluation, const std::string& folder) {
    std::string line = file + ": objective ";
    char number[32];
    std::snprintf(number, sizeof number, "%.10g", evaluation.scores.objective);
    line += number;
    for (const TermValue& term : evaluation.scores.terms) {
        std::snprintf(number, sizeof number, "%.10g", term.value);
        line += ", " + term.name + " " + number;
    }
    console::printLine(line + "; results in " + folder);
}

/// Writes the files; Ctrl-C waits until they are whole.
Status writeEvaluation(const std::string& folder, const OpenedSignal& opened, const Evaluation& evaluation,
                       const RunRequest& request) {
    const InterruptGuard guard;
    const Status written = exportEvaluation(folder, *opened.clip, *opened.signal, evaluation,
                                            {request.pictureFormats, defaultStyle(*evaluation.spectrogram)});
    return written ? writeInitialArrays(folder, request.settings.thetaMode, request.arrays) : written;
}

/// What is wrong with the settings, or with the memory they ask for.
Problems problemsOf(const RunRequest& request, const RunOptions& options, const AudioClip& clip, int length) {
    Problems problems = checkRequest(request, length, clip.sampleRate);
    if (!problems.empty())
        return problems;
    MemoryRoom room = MemoryRoom::now();
    room.before += sizeof(double) * static_cast<double>(length);
    const MemoryUse use{.descends = false, .gradients = options.gradients, .figures = !request.pictureFormats.empty()};
    return checkMemory(request, length, clip.sampleRate, use, room);
}

} // namespace

ExitCode runEvaluate(const RunOptions& options) {
    std::vector<Error> errors;
    const RunRequest request = gatherRequest(options, Precision::doublePrecision, errors);
    if (!errors.empty())
        return reportAll(errors);
    const std::string& file = options.files.front();
    const auto application = request.pictureFormats.empty() ? nullptr : makePictureApplication();
    Result<AudioClip> read = openClip(file, request.settings.seed);
    if (!read)
        return console::report(file, read.error());
    const auto clip = std::make_shared<const AudioClip>(std::move(read).value());
    if (!options.quiet && !clip->warning.empty())
        console::printError(file, clip->warning);
    const Result<int> length = regionLength(*clip, request.settings.startSeconds, request.settings.endSeconds);
    if (!length)
        return console::report(file, length.error());
    if (const Problems problems = problemsOf(request, options, *clip, *length); !problems.empty())
        return reportProblems(file, problems);
    const Result<OpenedSignal> opened = cutSignal(clip, request.settings);
    if (!opened)
        return console::report(file, opened.error());
    if (const Status writable = checkWritable(options.out); !writable)
        return console::report(file, writable.error());
    const Evaluation evaluation = evaluate(opened->signal, request.settings, request.arrays, options.gradients);
    if (const Status written = writeEvaluation(options.out, *opened, evaluation, request); !written)
        return console::report(file, written.error());
    if (!options.quiet)
        sayScores(file, evaluation, options.out);
    return options.checkGradients ? checkAndSay(file, *opened, request) : ExitCode::success;
}

} // namespace thetascope
