// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/neighbourhood.h"

#include "core/base/share_out.h"
#include "core/objective/peak.h"

#include <algorithm>

namespace thetascope {
namespace {

constexpr int chunkRows = 8;

/// sums = sums of row over the boxes of `half` cells to either side.
void sumAlongBins(const RealFrames& row, Eigen::Index half, RealFrames::RowXpr sums) {
    const Eigen::Index count = row.cols();
    sums = row;
    for (Eigen::Index shift = 1; shift <= std::min(half, count - 1); ++shift) {
        sums.head(count - shift) += row.row(0).tail(count - shift);
        sums.tail(count - shift) += row.row(0).head(count - shift);
    }
}

} // namespace

void boxSums(const RealFrames& values, Neighbourhood half, RealFrames& sums, ThreadPool* pool) {
    const Eigen::Index rows = values.rows();
    sums.resize(rows, values.cols());
    shareOut(pool, static_cast<int>(rows), chunkRows, [&](int begin, int end, int) {
        RealFrames alongFrames(1, values.cols());
        for (Eigen::Index i = begin; i < end; ++i) {
            const Eigen::Index first = std::max<Eigen::Index>(i - half.frames, 0);
            const Eigen::Index last = std::min<Eigen::Index>(i + half.frames, rows - 1);
            alongFrames.row(0) = values.row(first);
            for (Eigen::Index j = first + 1; j <= last; ++j)
                alongFrames.row(0) += values.row(j);
            sumAlongBins(alongFrames, half.bins, sums.row(i));
        }
    });
}

LocalConcentration localConcentration(const RealFrames& magnitude, Neighbourhood half, ThreadPool* pool) {
    const double peak = peakMagnitude(magnitude);
    RealFrames energy = RealFrames::Zero(magnitude.rows(), magnitude.cols());
    if (peak >= silentPeak)
        energy = (magnitude / peak).square();
    LocalConcentration local;
    boxSums(energy, half, local.energy, pool);
    boxSums(energy.cube(), half, local.concentration, pool);
    local.concentration = local.concentration.log() - 3 * (local.energy > 0).select(local.energy, 1).log();
    return local;
}

} // namespace thetascope
