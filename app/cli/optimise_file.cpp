// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optimise_file.h"

#include "app/cli/console.h"
#include "app/cli/initial_arrays.h"
#include "app/cli/interrupt.h"
#include "app/cli/request_file.h"
#include "app/cli/setting_problems.h"
#include "app/export/result_export.h"

#include <cstdio>
#include <new>

namespace thetascope {
namespace {

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

void fail(FileOutcome& outcome, const Error& error) {
    outcome.code = console::report(outcome.file, error);
    outcome.message = error.message;
}

/// Runs a part of a file's run; every exception becomes the failure of that file alone.
template <class Part>
void guarded(FileOutcome& outcome, Part part) {
    try {
        part();
    } catch (const std::bad_alloc&) {
        fail(outcome, {ErrorKind::run, "not enough memory; choose a longer hop, a smaller support or a shorter region"});
    } catch (const std::exception& exception) {
        fail(outcome, {ErrorKind::run, std::string("the run failed: ") + exception.what()});
    }
}

DescentResult descendWithProgress(const OpenedSignal& opened, const RunRequest& request, ProgressMode mode, const std::string& file) {
    Progress progress(mode, file, request.settings.iterations);
    DescentHooks hooks;
    hooks.onIteration = [&](const IterationRecord& record, const Tiling&) { progress.tell(record); };
    hooks.stopRequested = InterruptGuard::interrupted;
    hooks.mayContinue = [] { return !InterruptGuard::interrupted(); };
    return descend(opened.signal, request.settings, request.arrays, hooks);
}

/// Whether the signal can be analysed as asked and the folder written; says what is in the way.
bool usable(FileOutcome& outcome, const OpenedSignal& opened, const RunRequest& request, bool quiet) {
    if (!quiet && !opened.clip->warning.empty())
        console::printError(outcome.file, opened.clip->warning);
    const Problems problems = checkRequest(request, *opened.signal);
    if (!problems.empty()) {
        outcome.code = reportProblems(outcome.file, problems);
        outcome.message = problemText(problems.front());
        return false;
    }
    Status ready = checkWritable(outcome.folder);
    if (ready)
        ready = removeRequestFile(outcome.folder);
    if (!ready)
        fail(outcome, ready.error());
    return ready.ok();
}

void readAndDescend(FileRun& run, const RunRequest& request, const FileRunOptions& options) {
    run.asked = describeRequest(run.outcome.file, request);
    if (options.skipFinished) {
        if (std::optional<FileOutcome> before = finishedBefore(run.outcome, run.asked)) {
            run.outcome = std::move(*before);
            return;
        }
    }
    Result<OpenedSignal> opened = openSignal(run.outcome.file, request.settings);
    if (!opened)
        return fail(run.outcome, opened.error());
    if (!usable(run.outcome, *opened, request, options.quiet))
        return;
    run.result = descendWithProgress(*opened, request, options.progress, run.outcome.file);
    run.opened = std::move(opened).value();
}

/// Whether another run with the same settings would give the same result.
bool endedByItself(StopReason reason) {
    return reason == StopReason::plateau || reason == StopReason::converged || reason == StopReason::iterationCap;
}

/// How the run went and where its results are, said and noted.
void conclude(FileOutcome& outcome, const DescentResult& result, bool quiet) {
    outcome.initialObjective = result.initialObjective;
    outcome.bestObjective = result.bestObjective;
    outcome.iterations = result.iterations;
    outcome.message = result.reasonText;
    const std::string saved = "; the best result (iteration " + std::to_string(result.bestIteration) + ") is in " + outcome.folder;
    switch (result.reason) {
    case StopReason::stopped:
        outcome.code = ExitCode::interrupted;
        return console::printError(outcome.file, "interrupted" + saved);
    case StopReason::notFinite:
    case StopReason::failed:
        outcome.code = ExitCode::runFailed;
        return console::printError(outcome.file, result.reasonText + saved);
    case StopReason::plateau:
    case StopReason::converged:
    case StopReason::iterationCap: break;
    }
    if (!quiet)
        console::printLine(outcome.file + ": objective " + shortNumber(result.initialObjective) + " -> "
                           + shortNumber(result.bestObjective) + " (" + result.reasonText + "); results in " + outcome.folder);
}

} // namespace

FileRun descendOn(FileOutcome file, const RunRequest& request, const FileRunOptions& options) {
    FileRun run{.outcome = std::move(file), .asked = {}, .opened = {}, .result = {}};
    if (InterruptGuard::interrupted())
        fail(run.outcome, {ErrorKind::interrupted, "interrupted before it began; nothing was written"});
    else
        guarded(run.outcome, [&] { readAndDescend(run, request, options); });
    return run;
}

FileOutcome exportRun(FileRun run, const RunRequest& request, const FileRunOptions& options) {
    if (!run.result || !run.opened)
        return run.outcome;
    guarded(run.outcome, [&] {
        const DescentResult& result = *run.result;
        Status written = exportDescent(run.outcome.folder, *run.opened->clip, *run.opened->signal, result,
                                       {request.pictureFormats, defaultStyle(*result.best)});
        if (written)
            written = writeInitialArrays(run.outcome.folder, request.settings.thetaMode, request.arrays);
        if (written && endedByItself(result.reason))
            written = writeRequestFile(run.outcome.folder, run.asked);
        if (!written)
            return fail(run.outcome, written.error());
        conclude(run.outcome, result, options.quiet);
    });
    return run.outcome;
}

} // namespace thetascope
