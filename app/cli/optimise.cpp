// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optimise.h"

#include "app/cli/console.h"
#include "app/cli/gather_request.h"
#include "app/cli/interrupt.h"
#include "app/cli/picture_application.h"
#include "app/cli/run_signal.h"
#include "app/cli/setting_problems.h"
#include "app/cli/summary.h"
#include "app/export/result_export.h"
#include "core/io/atomic_file.h"
#include "core/run/descent.h"

#include <QApplication>
#include <cstdio>
#include <new>

namespace thetascope {
namespace {

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

FileOutcome failure(FileOutcome outcome, const Error& error) {
    outcome.code = console::report(outcome.file, error);
    outcome.message = error.message;
    return outcome;
}

DescentResult descendWithProgress(const OpenedSignal& opened, const RunRequest& request, const RunOptions& options,
                                  const std::string& file) {
    Progress progress(options.quiet ? ProgressMode::none : options.progress, file, request.settings.iterations);
    DescentHooks hooks;
    hooks.onIteration = [&](const IterationRecord& record, const Tiling&) { progress.tell(record); };
    hooks.stopRequested = InterruptGuard::interrupted;
    return descend(opened.signal, request.settings, request.arrays, hooks);
}

/// How the run went and where its results are, said and returned.
FileOutcome concluded(FileOutcome outcome, const DescentResult& result, bool quiet) {
    outcome.initialObjective = result.initialObjective;
    outcome.bestObjective = result.bestObjective;
    outcome.iterations = result.iterations;
    outcome.message = result.reasonText;
    const std::string saved = "; the best result (iteration " + std::to_string(result.bestIteration) + ") is in " + outcome.folder;
    switch (result.reason) {
    case StopReason::stopped:
        outcome.code = ExitCode::interrupted;
        console::printError(outcome.file, "interrupted" + saved);
        return outcome;
    case StopReason::notFinite:
    case StopReason::failed:
        outcome.code = ExitCode::runFailed;
        console::printError(outcome.file, result.reasonText + saved);
        return outcome;
    case StopReason::plateau:
    case StopReason::converged:
    case StopReason::iterationCap: break;
    }
    if (!quiet)
        console::printLine(outcome.file + ": objective " + shortNumber(result.initialObjective) + " -> "
                           + shortNumber(result.bestObjective) + " (" + result.reasonText + "); results in " + outcome.folder);
    return outcome;
}

FileOutcome optimiseFile(FileOutcome outcome, const RunRequest& request, const RunOptions& options) {
    const Result<OpenedSignal> opened = openSignal(outcome.file, request.settings);
    if (!opened)
        return failure(std::move(outcome), opened.error());
    if (!options.quiet && !opened->clip->warning.empty())
        console::printError(outcome.file, opened->clip->warning);
    const Problems problems =
        checkSettings(request.settings, request.arrays, opened->signal->length(), opened->signal->sampleRate);
    if (!problems.empty()) {
        outcome.code = reportProblems(outcome.file, problems);
        outcome.message = problemText(problems.front());
        return outcome;
    }
    if (const Status writable = checkWritable(outcome.folder); !writable)
        return failure(std::move(outcome), writable.error());
    const DescentResult result = descendWithProgress(*opened, request, options, outcome.file);
    const Status written = exportDescent(outcome.folder, *opened->clip, *opened->signal, result,
                                         {request.pictureFormats, defaultStyle(*result.best)});
    if (!written)
        return failure(std::move(outcome), written.error());
    return concluded(std::move(outcome), result, options.quiet);
}

/// optimiseFile(), with every exception turned into a failure of that file alone.
FileOutcome optimiseSafely(const FileOutcome& outcome, const RunRequest& request, const RunOptions& options) {
    if (InterruptGuard::interrupted())
        return failure(outcome, {ErrorKind::interrupted, "interrupted before it began; nothing was written"});
    try {
        return optimiseFile(outcome, request, options);
    } catch (const std::bad_alloc&) {
        return failure(outcome, {ErrorKind::run, "not enough memory; choose a longer hop, a smaller support or a shorter region"});
    } catch (const std::exception& exception) {
        return failure(outcome, {ErrorKind::run, std::string("the run failed: ") + exception.what()});
    }
}

ExitCode writeSummary(const std::string& out, const std::vector<FileOutcome>& outcomes) {
    Status written = makeFolder(out);
    if (written)
        written = writeTextFile(out + "/summary.csv", summaryCsv(outcomes));
    return written ? overallCode(outcomes) : console::report({}, written.error());
}

} // namespace

ExitCode runOptimise(const RunOptions& options) {
    std::vector<Error> errors;
    const RunRequest request = gatherRequest(options, std::nullopt, errors);
    if (!errors.empty())
        return reportAll(errors);
    const InterruptGuard guard;
    const auto application = request.pictureFormats.empty() ? nullptr : makePictureApplication();
    const bool several = options.files.size() > 1;
    const std::vector<std::string> folders =
        several ? outputFolders(options.out, options.files) : std::vector<std::string>{options.out};
    std::vector<FileOutcome> outcomes;
    for (std::size_t i = 0; i < options.files.size(); ++i)
        outcomes.push_back(optimiseSafely({.file = options.files[i], .folder = folders[i]}, request, options));
    return several ? writeSummary(options.out, outcomes) : outcomes.front().code;
}

} // namespace thetascope
