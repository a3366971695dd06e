// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sys/ioctl.h>
#include <unistd.h>

namespace thetascope {
namespace {

constexpr int barWidth = 24;
constexpr int usualColumns = 80;
constexpr std::chrono::milliseconds betweenBars{50};
constexpr const char* eraseLine = "\r\033[K";

ProgressMode effective(ProgressMode mode) {
    const bool pointless = mode == ProgressMode::automatic && !isatty(STDERR_FILENO);
    return pointless ? ProgressMode::none : mode;
}

} // namespace

bool barIsShown(ProgressMode mode) { return effective(mode) == ProgressMode::automatic; }

int terminalColumns() {
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : usualColumns;
}

void drawBar(const std::string& line) {
    std::fprintf(stderr, "%s%s", eraseLine, line.c_str());
    std::fflush(stderr);
}

void eraseBar() { std::fputs(eraseLine, stderr); }

std::string iterationJson(const std::string& file, const IterationRecord& record) {
    nlohmann::ordered_json terms = nlohmann::ordered_json::object();
    for (const TermValue& term : record.terms)
        terms[term.name] = term.value;
    const nlohmann::ordered_json line = {{"file", file},
                                         {"iteration", record.iteration},
                                         {"objective", record.objective},
                                         {"terms", terms},
                                         {"step", record.step},
                                         {"gradient_norm", record.gradientNorm},
                                         {"theta_mean", record.thetaMean},
                                         {"theta_min", record.thetaMin},
                                         {"theta_max", record.thetaMax},
                                         {"hop_mean", record.hopMean},
                                         {"seconds", record.seconds}};
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string progressBar(const std::string& file, const IterationRecord& record, int iterations, int columns) {
    const int filled = iterations > 0 ? std::clamp(barWidth * record.iteration / iterations, 0, barWidth) : barWidth;
    const std::string bar(static_cast<std::size_t>(filled), '#');
    char numbers[96];
    std::snprintf(numbers, sizeof numbers, "] %d/%d  objective %.5f  %.0f s", record.iteration, iterations, record.objective,
                  record.seconds);
    std::string line = "[" + bar + std::string(static_cast<std::size_t>(barWidth - filled), '.') + numbers + "  " + file;
    line.resize(std::min(line.size(), static_cast<std::size_t>(std::max(columns - 1, 1))));
    return line;
}

Progress::Progress(ProgressMode mode, std::string file, int iterations)
    : m_mode(effective(mode)), m_file(std::move(file)), m_iterations(iterations) {}

Progress::~Progress() {
    if (m_mode == ProgressMode::automatic) eraseBar();
}

void Progress::tell(const IterationRecord& record) {
    if (m_mode == ProgressMode::json) std::fprintf(stderr, "%s\n", iterationJson(m_file, record).c_str());
    if (m_mode == ProgressMode::automatic) redraw(record);
}

void Progress::redraw(const IterationRecord& record) {
    const auto now = std::chrono::steady_clock::now();
    if (now - m_drawn < betweenBars) return;
    m_drawn = now;
    drawBar(progressBar(m_file, record, m_iterations, terminalColumns()));
}

} // namespace thetascope
