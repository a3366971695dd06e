// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"

#include "core/base/bounded_queue.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
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
        const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
        const double each = elapsed / static_cast<double>(std::max<std::size_t>(m_worked, 1));
        drawBar(batchBar(m_done, m_total, m_failed, each * static_cast<double>(m_total - m_done), terminalColumns()));
    }

private:
    bool m_shown;
    std::size_t m_total, m_done = 0, m_worked = 0, m_failed = 0;
    std::chrono::steady_clock::time_point m_begin;
};

struct Finished {
    std::size_t index = 0;
    FileRun run;
};

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
    std::vector<FileOutcome> outcomes(files.size());
    BatchProgress progress(options.progress, files.size());
    BoundedQueue<Finished> finished(static_cast<std::size_t>(jobs));
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t index = next++; index < files.size(); index = next++)
            finished.push({index, descendOn(files[index], request, each)});
    };
    std::vector<std::jthread> workers;
    for (int job = 0; job < jobs; ++job)
        workers.emplace_back(work);
    for (std::size_t count = 0; count < files.size(); ++count) { // every index is pushed once, whatever happens to its file
        Finished one = finished.pop();
        progress.erase();
        const bool worked = one.run.result.has_value();
        outcomes[one.index] = exportRun(std::move(one.run), request, each);
        progress.tell(worked, outcomes[one.index].code != ExitCode::success);
    }
    return outcomes;
}

} // namespace thetascope
