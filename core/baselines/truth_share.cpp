// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/truth_share.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

/// The samples a frame stands for, [begin, end); frame centres ascending.
std::pair<int, int> samplesOf(const Tiling& grid, int frame, int length) {
    const double here = grid.centre(frame);
    const double begin = frame > 0 ? 0.5 * (grid.centre(frame - 1) + here) : here;
    const double end = frame + 1 < grid.frames() ? 0.5 * (here + grid.centre(frame + 1)) : here + 1;
    const int first = std::clamp(static_cast<int>(std::ceil(begin)), 0, length);
    return {first, std::clamp(static_cast<int>(std::ceil(end)), first, length)};
}

void markRidge(const Ridge& ridge, const Tiling& grid, double binsPerHz, FrameArray<bool>& cells) {
    for (int i = 0; i < grid.frames(); ++i) {
        const auto [begin, end] = samplesOf(grid, i, static_cast<int>(ridge.hz.size()));
        double lowest = grid.bins(), highest = -1;
        for (int n = begin; n < end; ++n) {
            const double hz = ridge.hz[static_cast<std::size_t>(n)];
            if (std::isnan(hz))
                continue;
            lowest = std::min(lowest, hz * binsPerHz);
            highest = std::max(highest, hz * binsPerHz);
        }
        const auto last = std::min<std::int64_t>(grid.bins() - 1, std::lround(highest));
        for (auto f = std::max<std::int64_t>(0, std::lround(lowest)); f <= last; ++f)
            cells(i, f) = true;
    }
}

void markClick(double instant, const Tiling& grid, FrameArray<bool>& cells) {
    int nearest = 0;
    for (int i = 1; i < grid.frames(); ++i)
        if (std::abs(grid.centre(i) - instant) < std::abs(grid.centre(nearest) - instant))
            nearest = i;
    cells.row(nearest).setConstant(true);
}

/// Every marked cell and its eight neighbours.
FrameArray<bool> widened(const FrameArray<bool>& cells) {
    FrameArray<bool> wide = FrameArray<bool>::Constant(cells.rows(), cells.cols(), false);
    for (Eigen::Index i = 0; i < cells.rows(); ++i)
        for (Eigen::Index f = 0; f < cells.cols(); ++f) {
            if (!cells(i, f))
                continue;
            const Eigen::Index top = std::max<Eigen::Index>(i - 1, 0), left = std::max<Eigen::Index>(f - 1, 0);
            wide.block(top, left, std::min(i + 2, cells.rows()) - top,
                    std::min(f + 2, cells.cols()) - left).setConstant(true);
        }
    return wide;
}

} // namespace

FrameArray<bool> cellsNearTruth(const Truth& truth, const Tiling& grid, double sampleRate) {
    FrameArray<bool> cells = FrameArray<bool>::Constant(grid.frames(), grid.bins(), false);
    for (const Ridge& ridge : truth.ridges)
        markRidge(ridge, grid, grid.support / sampleRate, cells);
    for (const double instant : truth.clicks)
        markClick(instant, grid, cells);
    return widened(cells);
}

double shareOfEnergy(const RealFrames& magnitude, const FrameArray<bool>& cells) {
    const double all = magnitude.square().sum();
    return all > 0 ? cells.select(magnitude.square(), 0.0).sum() / all : 0;
}

} // namespace thetascope
