// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"

#include "core/base/bounded_queue.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <new>
#include <thread>

namespace thetascope {
namespace {

constexpr int barWidth = 24;
constexpr double secondsPerMinute = 60, minutesPerHour = 60;

std::string durationText(double seconds) {
    char text[48];
    const double minutes = seconds / secondsPerMinute;
    if (minutes < 2)
        std::snprintf(text, sizeof text, "%.0f s", std::ceil(seconds));
    else if (minutes < 2 * minutesPerHour)
        std::snprintf(text, sizeof text, "%.0f min", std::ceil(minutes));
    else
        std::snprintf(text, sizeof text, "%.1f h", minutes / minutesPerHour);
    return text;
}

/// The bar of several files. Files that were finished before take no time and don't count for the time left.
class BatchProgress {
public:
    BatchProgress(ProgressMode mode, std::size_t total)
        : m_shown(total > 1 && barIsShown(mode)), m_total(total), m_begin(std::chrono::steady_clock::now()) {}
    ~BatchProgress() { erase(); }
    BatchProgress(const BatchProgress&) = delete;
    BatchProgress& operator=(const BatchProgress&) = delete;

    /// Makes room for a line of text.
    void erase() const {
        if (m_shown)
            eraseBar();
    }

    void tell(bool worked, bool failed) {
        ++m_done;
        m_worked += worked ? 1 : 0;
        m_failed += failed ? 1 : 0;
        if (!m_shown)
            return;
        try {
            draw();
        } catch (const std::bad_alloc&) { // the files matter more than their bar
        }
    }

private:
    void draw() const {
        const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
        const double each = elapsed / static_cast<double>(std::max<std::size_t>(m_worked, 1));
        drawBar(batchBar(m_done, m_total, m_failed, each * static_cast<double>(m_total - m_done), terminalColumns()));
    }

    bool m_shown;
    std::size_t m_total, m_done = 0, m_worked = 0, m_failed = 0;
    std::chrono::steady_clock::time_point m_begin;
};

struct Finished {
    std::size_t index = 0;
    FileRun run;
};

/// What becomes of a file for whose sentences there is no memory either. These fit into a string without any.
FileOutcome outOfMemory() {
    FileOutcome outcome;
    outcome.code = ExitCode::runFailed;
    outcome.message = "out of memory";
    return outcome;
}

FileRun descendSafely(const FileOutcome& file, const RunRequest& request, const FileRunOptions& options) {
    try {
        return descendOn(file, request, options);
    } catch (const std::bad_alloc&) {
        return {.outcome = outOfMemory(), .asked = {}, .opened = {}, .result = {}, .identity = {}, .memory = {}};
    }
}

/// Completes a file's outcome, of which its names are there. Whatever happens, the others go on.
void exportSafely(FileRun run, const RunRequest& request, const FileRunOptions& options, FileOutcome& outcome) {
    FileOutcome exported;
    try {
        exported = exportRun(std::move(run), request, options);
    } catch (const std::bad_alloc&) {
        exported = outOfMemory();
    }
    if (!exported.file.empty()) {
        outcome = std::move(exported);
        return;
    }
    std::fprintf(stderr, "thetascope: %s: not enough memory\n", outcome.file.c_str());
    outcome.code = exported.code;
    outcome.message = std::move(exported.message);
}

/// As many threads as the system gives, at least one. Errors: std::system_error or std::bad_alloc if it gives none.
template <class Work>
std::vector<std::jthread> startWorkers(int jobs, const Work& work) {
    std::vector<std::jthread> workers;
    workers.reserve(static_cast<std::size_t>(jobs));
    try {
        for (int job = 0; job < jobs; ++job) workers.emplace_back(work);
    } catch (const std::exception&) { // out of threads, or of memory for one more
        if (workers.empty()) throw;
    }
    return workers;
}

} // namespace

std::string batchBar(std::size_t done, std::size_t total, std::size_t failed, double secondsLeft, int columns) {
    const std::size_t filled = total > 0 ? barWidth * std::min(done, total) / total : barWidth;
    std::string line = "[" + std::string(filled, '#') + std::string(barWidth - filled, '.') + "] " + std::to_string(done) + "/"
                       + std::to_string(total) + " files";
    if (failed > 0)
        line += ", " + std::to_string(failed) + " failed";
    if (done < total)
        line += ", about " + durationText(secondsLeft) + " left";
    line.resize(std::min(line.size(), static_cast<std::size_t>(std::max(columns - 1, 1))));
    return line;
}

std::vector<FileOutcome> runFiles(const std::vector<FileOutcome>& files, const RunRequest& request, const FileRunOptions& options,
                                  int jobs) {
    FileRunOptions each = options;
    if (files.size() > 1 && each.progress == ProgressMode::automatic)
        each.progress = ProgressMode::none; // one bar for all
    std::vector<FileOutcome> outcomes = files;
    BatchProgress progress(options.progress, files.size());
    BoundedQueue<Finished> finished(static_cast<std::size_t>(jobs));
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t index = next++; index < files.size(); index = next++)
            finished.push({index, descendSafely(files[index], request, each)});
    };
    const std::vector<std::jthread> workers = startWorkers(jobs, work);
    for (std::size_t count = 0; count < files.size(); ++count) { // every index is pushed once, whatever happens to its file
        Finished one = finished.pop();
        progress.erase();
        const bool worked = one.run.result.has_value();
        exportSafely(std::move(one.run), request, each, outcomes[one.index]);
        progress.tell(worked, outcomes[one.index].code != ExitCode::success);
    }
    return outcomes;
}

} // namespace thetascope
