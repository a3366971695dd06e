// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/cost.h"

#include "app/session/memory_check.h"
#include "app/workers/compute.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace thetascope {
namespace {

/// A window keeps the classical picture, the first one, the latest ones and that on screen.
constexpr int picturesOfWindow = 5;
constexpr double largeSeconds = 600, largeBytes = 2e9;
constexpr double minute = 60, hour = 3600;
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
    std::snprintf(buffer, sizeof buffer, "%d × %d cells, ", frames, bins);
    return buffer + bytesText(bytes) + ", at most " + duration(seconds);
}

MemoryUse windowUse() { return {.historyBytes = historyBytes(), .pictures = picturesOfWindow}; }

RunCost CostModel::estimate(const ResolvedSettings& settings, const MemoryUse& use) const {
    RunCost cost;
    cost.frames = settings.T;
    cost.bins = settings.F;
    cost.cells = static_cast<double>(settings.T) * settings.F;
    const double length = std::min(settings.T * settings.H, static_cast<double>(std::numeric_limits<int>::max()));
    cost.bytes = forecastMemory(settings, static_cast<int>(length), use).peak();
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
