// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optimise.h"

#include "app/cli/batch.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/picture_application.h"
#include "app/cli/setting_problems.h"
#include "app/cli/shard.h"
#include "core/base/thread_pool.h"
#include "core/io/atomic_file.h"

#include <QApplication>
#include <algorithm>

namespace thetascope {
namespace {

/// The files of this process: those typed and listed, each with its folder, of them the shard's.
struct Work {
    std::vector<FileOutcome> files;
    Shard shard;
    bool several = false; ///< a folder per file, and a summary
};

Result<Work> gatherWork(const RunOptions& options) {
    Work work;
    std::vector<std::string> names = options.files;
    if (!options.filesFrom.empty()) {
        const Result<std::vector<std::string>> listed = readFileList(options.filesFrom);
        if (!listed)
            return listed.error();
        names.insert(names.end(), listed->begin(), listed->end());
    }
    if (names.empty())
        return Error{ErrorKind::arguments, "optimise: FILE is missing; name one, or give a list with --files-from"};
    if (!options.shard.empty()) {
        const Result<Shard> shard = parseShard(options.shard);
        if (!shard)
            return shard.error();
        work.shard = *shard;
    }
    work.several = names.size() > 1 || !options.filesFrom.empty();
    const std::vector<std::string> folders =
        work.several ? outputFolders(options.out, names) : std::vector<std::string>{options.out};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (work.shard.holds(i))
            work.files.push_back({.file = names[i], .folder = folders[i]});
    return work;
}

/// How many files at once: as asked, else as many as there are threads, never more than files.
int jobsFor(const RunOptions& options, const RunRequest& request, std::size_t files) {
    const int threads = request.settings.threads > 0 ? request.settings.threads : processorCount();
    const int wanted = options.jobs > 0 ? options.jobs : threads;
    return std::clamp(wanted, 1, static_cast<int>(std::clamp<std::size_t>(files, 1, 1024)));
}

/// A descent's threads when several descend at once: their share of all of them.
void shareThreads(RunRequest& request, int jobs) {
    if (jobs == 1)
        return;
    const int threads = request.settings.threads > 0 ? request.settings.threads : processorCount();
    request.settings.threads = std::max(1, threads / jobs);
}

/// summary.csv, or summary-I-of-N.csv beside those of the other shards.
ExitCode writeSummary(const std::string& out, const Work& work, const std::vector<FileOutcome>& outcomes) {
    const std::string part =
        work.shard.whole() ? "" : "-" + std::to_string(work.shard.index) + "-of-" + std::to_string(work.shard.count);
    Status written = makeFolder(out);
    if (written)
        written = writeTextFile(out + "/summary" + part + ".csv", summaryCsv(outcomes));
    return written ? overallCode(outcomes) : console::report({}, written.error());
}

} // namespace

ExitCode runOptimise(const RunOptions& options) {
    std::vector<Error> errors;
    RunRequest request = gatherRequest(options, std::nullopt, errors);
    const Result<Work> work = gatherWork(options);
    if (!work)
        errors.push_back(work.error());
    if (!errors.empty())
        return reportAll(errors);
    const InterruptGuard guard;
    const auto application = request.pictureFormats.empty() ? nullptr : makePictureApplication();
    const int jobs = jobsFor(options, request, work->files.size());
    shareThreads(request, jobs);
    MemoryGate memory;
    const FileRunOptions how{.quiet = options.quiet,
                             .progress = options.quiet ? ProgressMode::none : options.progress,
                             .memory = &memory,
                             .skipFinished = work->several && !options.again};
    const std::vector<FileOutcome> outcomes = runFiles(work->files, request, how, jobs);
    if (work->several)
        return writeSummary(options.out, *work, outcomes);
    return outcomes.empty() ? ExitCode::success : outcomes.front().code;
}

} // namespace thetascope
