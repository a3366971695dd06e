// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/regrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace thetascope {
namespace {

/// Between the known points `before` and `before + 1`, share of the way.
struct Place {
    Eigen::Index before = 0, after = 0;
    double share = 0;
};

/// Where x lies among ascending points; the ends go on.
Place placeOf(double x, const std::vector<double>& points) {
    const auto above = std::upper_bound(points.begin(), points.end(), x) - points.begin();
    const auto last = static_cast<Eigen::Index>(points.size()) - 1;
    if (above == 0) return {0, 0, 0};
    if (above > last) return {last, last, 0};
    const double low = points[static_cast<std::size_t>(above - 1)], high = points[static_cast<std::size_t>(above)];
    return {above - 1, above, (x - low) / (high - low)};
}

/// Rows of theta in the order of their frames' centres.
std::vector<Eigen::Index> orderOf(const Tiling& tiling) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(tiling.frames()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return tiling.positions[a] < tiling.positions[b]; });
    return order;
}

/// ln theta at the grid's centres [rows, old bins].
RealFrames inTime(const FrameGrid& grid, const Tiling& learned, const RealFrames& logTheta) {
    const std::vector<Eigen::Index> order = orderOf(learned);
    std::vector<double> centres;
    for (const Eigen::Index frame : order) centres.push_back(learned.centre(static_cast<int>(frame)));
    RealFrames result(grid.positions.size(), logTheta.cols());
    for (Eigen::Index i = 0; i < result.rows(); ++i) {
        const double centre = grid.offset + grid.positions[i] + 0.5 * (grid.support - 1);
        const Place at = placeOf(centre, centres);
        result.row(i) = (1 - at.share) * logTheta.row(order[static_cast<std::size_t>(at.before)]) +
                        at.share * logTheta.row(order[static_cast<std::size_t>(at.after)]);
    }
    return result;
}

/// The same at the grid's bins: bin k lies at k/N cycles per sample.
RealFrames inFrequency(const FrameGrid& grid, const Tiling& learned, const RealFrames& logTheta) {
    const Eigen::Index last = learned.bins() - 1;
    RealFrames result(logTheta.rows(), grid.support / 2 + 1);
    for (Eigen::Index k = 0; k < result.cols(); ++k) {
        const double bin = static_cast<double>(k) * learned.support / grid.support;
        const auto below = std::min(static_cast<Eigen::Index>(bin), last), above = std::min(below + 1, last);
        const double share = std::min(bin - static_cast<double>(below), 1.0);
        result.col(k) = (1 - share) * logTheta.col(below) + share * logTheta.col(above);
    }
    return result;
}

} // namespace

FrameGrid evenGrid(const ResolvedSettings& settings, int signalLength, int support) {
    const int frames = frameCount(settings.frames, signalLength, support, settings.H);
    return {support, framePositions(settings.frames, support, settings.H, frames), 0};
}

Tiling carriedTo(const FrameGrid& grid, const Tiling& learned) {
    Tiling tiling;
    tiling.support = grid.support;
    tiling.mode = learned.mode;
    tiling.positions = grid.positions;
    RealFrames logTheta = learned.theta.log();
    if (logTheta.rows() > 1) logTheta = inTime(grid, learned, logTheta);
    else if (variesInTime(learned.mode)) logTheta = logTheta.replicate(grid.positions.size(), 1).eval(); // a single frame
    if (variesInFrequency(learned.mode)) logTheta = inFrequency(grid, learned, logTheta);
    tiling.theta = logTheta.exp().min(grid.support - 1.0);
    return tiling;
}

bool reaches(const Tiling& learned, const FrameGrid& grid, double slack) {
    if (!variesInTime(learned.mode) || grid.positions.size() == 0) return true;
    const double toCentre = 0.5 * (learned.support - 1);
    const double first = learned.positions.minCoeff() + toCentre, last = learned.positions.maxCoeff() + toCentre;
    const double start = grid.offset + 0.5 * (grid.support - 1);
    return start + grid.positions.minCoeff() >= first - slack && start + grid.positions.maxCoeff() <= last + slack;
}

} // namespace thetascope
