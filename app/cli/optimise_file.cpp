// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optimise_file.h"

#include "app/cli/console.h"
#include "app/cli/initial_arrays.h"
#include "app/cli/interrupt.h"
#include "app/cli/request_file.h"
#include "app/cli/setting_problems.h"
#include "app/export/result_export.h"
#include "app/log/run_log.h"
#include "app/session/cost.h"
#include "core/io/atomic_file_set.h"
#include "core/io/audio_file.h"
#include "core/io/csv.h"
#include "core/io/npy.h"
#include "core/io/result_files.h"

#include <cstdio>
#include <new>
#include <system_error>

namespace thetascope {
namespace {

constexpr const char* outOfMemory = "not enough memory; choose a longer hop, a smaller support or a shorter region";

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

void fail(FileOutcome& outcome, const Error& error) {
    outcome.code = console::report(outcome.file, error);
    outcome.message = error.message;
}

/// What a descent had learned when memory ran out, without what only an evaluation gives; nor does an older run.json stay beside it.
Status writeLearned(const std::string& folder, const DescentResult& soFar, double sampleRate) {
    const Tiling& tiling = soFar.bestTiling;
    AtomicFileSet files(folder);
    Status written = files.add("theta.npy", [&](AtomicFile& file) { return writeTheta(file, tiling.mode, tiling.theta); });
    if (written)
        written = files.add("positions.npy", [&](AtomicFile& file) { return writeNpy(file, tiling.positions); });
    if (written)
        written = files.add("history.csv", [&](AtomicFile& file) { return file.write(historyCsv(soFar.history)); });
    if (written)
        written = files.add("frames.csv", [&](AtomicFile& file) { return file.write(framesCsv(tiling, sampleRate)); });
    return written ? files.commit({"run.json"}) : written;
}

/// The end of a run whose best can't even be evaluated.
void failOutOfMemory(FileRun& run, const OutOfMemory& failure) {
    const DescentResult& soFar = *failure.soFar;
    const double rate = run.opened->signal->sampleRate;
    if (soFar.bestTiling.theta.size() == 0)
        return fail(run.outcome, {ErrorKind::run, outOfMemory});
    if (const Status written = writeLearned(run.outcome.folder, soFar, rate); !written)
        return fail(run.outcome, written.error());
    fail(run.outcome, {ErrorKind::run, soFar.reasonText + "; the windows of the best iteration (" + std::to_string(soFar.bestIteration)
                                           + ") are in " + run.outcome.folder + ", pictures and spectrum are not; choose a longer "
                                             "hop, a smaller support or a shorter region"});
}

/// Runs a part of a file's run; every exception becomes the failure of that file alone.
template <class Part>
void guarded(FileOutcome& outcome, Part part) {
    try {
        part();
    } catch (const std::bad_alloc&) {
        fail(outcome, {ErrorKind::run, outOfMemory});
    } catch (const std::system_error& failure) {
        const bool threads = failure.code() == std::errc::resource_unavailable_try_again; // their stacks are memory
        fail(outcome, {ErrorKind::run, threads ? outOfMemory : std::string("the run failed: ") + failure.what()});
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

void refuse(FileOutcome& outcome, const Problems& problems) {
    outcome.code = reportProblems(outcome.file, problems);
    outcome.message = problemText(problems.front());
}

/// What a long descent would take, before it begins.
void sayCost(const FileOutcome& outcome, const ResolvedSettings& resolved) {
    const RunCost cost = CostModel().estimate(resolved, {});
    if (cost.large())
        console::printError(outcome.file, "a large run: " + cost.sentence() + "; Ctrl-C ends it with its best result so far");
}

/// What is held of an open recording, bytes.
double heldBytes(const AudioClip& clip, int signalLength) {
    return sizeof(float) * static_cast<double>(clip.interleaved.capacity()) + sizeof(double) * static_cast<double>(signalLength);
}

MemoryUse useOf(const RunRequest& request) { return {.figures = !request.pictureFormats.empty()}; }

/// Whether a recording can be analysed as asked, in the memory there is: says what is in the way. Takes that memory.
bool usable(FileRun& run, const AudioClip& clip, const RunRequest& request, const FileRunOptions& options) {
    if (!options.quiet && !clip.warning.empty())
        console::printError(run.outcome.file, clip.warning);
    const Result<int> length = regionLength(clip, request.settings.startSeconds, request.settings.endSeconds);
    if (!length) {
        fail(run.outcome, length.error());
        return false;
    }
    Problems problems = checkRequest(request, *length, clip.sampleRate);
    MemoryRoom room = options.memory->room();
    room.before += heldBytes(clip, *length);
    if (problems.empty())
        problems = checkMemory(request, *length, clip.sampleRate, useOf(request), room);
    if (!problems.empty()) {
        refuse(run.outcome, problems);
        return false;
    }
    const ResolvedSettings resolved = resolveWith(request.settings, request.arrays, *length, clip.sampleRate);
    if (!options.quiet)
        sayCost(run.outcome, resolved);
    const double peak = forecastMemory(resolved, *length, useOf(request)).peak();
    logRunBegins(run.outcome.file, resolved, room.before + peak);
    run.memory = options.memory->enter(heldBytes(clip, *length) + peak);
    return true;
}

Status prepareFolder(const std::string& folder) {
    const Status writable = checkWritable(folder);
    return writable ? removeRequestFile(folder) : writable;
}

void readAndDescend(FileRun& run, const RunRequest& request, const FileRunOptions& options) {
    run.identity = FileIdentity::of(run.outcome.file);
    if (options.skipFinished && holdsRequestFile(run.outcome.folder)) {
        run.asked = describeRequest(run.outcome.file, request);
        if (std::optional<FileOutcome> before = finishedBefore(run.outcome, run.asked)) {
            run.outcome = std::move(*before);
            return;
        }
    }
    Result<AudioClip> read = openClip(run.outcome.file, request.settings.seed);
    if (!read)
        return fail(run.outcome, read.error());
    const auto clip = std::make_shared<const AudioClip>(std::move(read).value());
    if (!usable(run, *clip, request, options))
        return;
    if (run.asked.is_null()) // it reads the whole file, which takes a while where that is large: not before it may be refused
        run.asked = describeRequest(run.outcome.file, request);
    Result<OpenedSignal> opened = cutSignal(clip, request.settings);
    if (!opened)
        return fail(run.outcome, opened.error());
    if (!run.identity.unchanged())
        return fail(run.outcome, {ErrorKind::input, run.identity.sentence()});
    if (const Status ready = prepareFolder(run.outcome.folder); !ready)
        return fail(run.outcome, ready.error());
    run.opened = std::move(opened).value();
    try {
        run.result = descendWithProgress(*run.opened, request, options.progress, run.outcome.file);
        logRunEnds(run.outcome.file, *run.result);
    } catch (const OutOfMemory& failure) {
        failOutOfMemory(run, failure);
    }
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
    FileRun run{.outcome = std::move(file), .asked = {}, .opened = {}, .result = {}, .identity = {}, .memory = {}};
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
        if (!run.identity.unchanged()) // its hash would be another's
            return fail(run.outcome, {ErrorKind::input, run.identity.sentence() + ", nothing was written"});
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
