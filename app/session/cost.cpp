// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/cost.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace thetascope {
namespace {

/// Spectrum, gradients and the optimiser's state of one cell (core/model/settings.h), and at most so much of history.
constexpr double bytesPerCell = 150, mostHistoryBytes = 512.0 * (1 << 20);
constexpr double largeSeconds = 600, largeBytes = 2e9;
constexpr double minute = 60, hour = 3600, gigabyte = 1e9;
/// Share of a new measurement in the running mean.
constexpr double newShare = 0.5;

std::string duration(double seconds) {
    char buffer[32];
    if (seconds < minute) std::snprintf(buffer, sizeof buffer, "%.0f s", std::max(1.0, std::ceil(seconds)));
    else if (seconds < hour) std::snprintf(buffer, sizeof buffer, "%.0f min", std::ceil(seconds / minute));
    else std::snprintf(buffer, sizeof buffer, "%.1f h", seconds / hour);
    return buffer;
}

} // namespace

bool RunCost::large() const { return seconds > largeSeconds || bytes > largeBytes; }

std::string RunCost::sentence() const {
    char buffer[96];
    std::snprintf(buffer, sizeof buffer, "%d × %d cells, %.1f GB, at most ", frames, bins, bytes / gigabyte);
    return buffer + duration(seconds);
}

RunCost CostModel::estimate(const ResolvedSettings& settings) const {
    RunCost cost;
    cost.frames = settings.T;
    cost.bins = settings.F;
    cost.cells = static_cast<double>(settings.T) * settings.F;
    const auto rows = static_cast<double>(thetaRows(settings.thetaMode, settings.T));
    const double entries = rows * static_cast<double>(thetaCols(settings.thetaMode, settings.F));
    const double history = std::min(mostHistoryBytes, sizeof(double) * entries * settings.iterations);
    cost.bytes = bytesPerCell * cost.cells + history;
    cost.seconds = 1e-9 * m_nanoseconds[static_cast<std::size_t>(settings.thetaMode)] * cost.cells * settings.iterations;
    return cost;
}

void CostModel::learn(const ResolvedSettings& settings, double millisecondsPerIteration) {
    const double cells = static_cast<double>(settings.T) * settings.F;
    if (!(cells > 0) || !(millisecondsPerIteration > 0)) return;
    double& known = m_nanoseconds[static_cast<std::size_t>(settings.thetaMode)];
    known += newShare * (1e6 * millisecondsPerIteration / cells - known);
}

} // namespace thetascope
