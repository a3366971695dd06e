// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inverse/uncovered.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace thetascope {
namespace {

/// Roundings that meet in one sample of one frame.
constexpr double roundings = 8;

/// Length of the union of a bin's windows within [0, M]; edges is working memory.
double seenLength(const Tiling& tiling, int bin, double length, std::vector<std::pair<double, double>>& edges) {
    edges.clear();
    for (int i = 0; i < tiling.frames(); ++i) {
        const double half = tiling.thetaAt(i, bin) / 2;
        edges.emplace_back(std::max(0.0, tiling.centre(i) - half), std::min(length, tiling.centre(i) + half));
    }
    std::sort(edges.begin(), edges.end());
    double seen = 0, reached = 0;
    for (const auto& [begin, end] : edges) {
        seen += std::max(0.0, end - std::max(begin, reached));
        reached = std::max(reached, end);
    }
    return seen;
}

} // namespace

double densityFloor(Precision stored) {
    const double epsilon = stored == Precision::doublePrecision ? std::numeric_limits<double>::epsilon()
                                                                : double(std::numeric_limits<float>::epsilon());
    return roundings * epsilon * roundings * epsilon;
}

std::vector<Stretch> uncoveredStretches(const std::vector<double>& density, double floor) {
    const double peak = density.empty() ? 0 : *std::max_element(density.begin(), density.end());
    std::vector<Stretch> stretches;
    for (int k = 0; k < static_cast<int>(density.size()); ++k) {
        if (density[static_cast<std::size_t>(k)] > floor * peak)
            continue;
        if (stretches.empty() || stretches.back().end != k)
            stretches.push_back({k, k});
        stretches.back().end = k + 1;
    }
    return stretches;
}

int samplesIn(const std::vector<Stretch>& stretches) {
    int count = 0;
    for (const Stretch& stretch : stretches)
        count += stretch.end - stretch.begin;
    return count;
}

double unseenShare(const Tiling& tiling, int length) {
    if (length <= 0)
        return 0;
    std::vector<std::pair<double, double>> edges;
    const auto bins = static_cast<int>(tiling.theta.cols()); // 1 if theta doesn't vary along frequency
    double seen = 0;
    for (int f = 0; f < bins; ++f)
        seen += seenLength(tiling, f, length, edges);
    return std::max(0.0, 1 - seen / (static_cast<double>(length) * bins));
}

} // namespace thetascope
