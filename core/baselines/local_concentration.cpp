// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/local_concentration.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

/// Sums over boxes of cells, by sums along each axis in turn (running sums: prefix sums would lose quiet cells beside loud
/// ones).
RealFrames boxSums(const RealFrames& values, Neighbourhood half) {
    const Eigen::Index rows = values.rows(), cols = values.cols();
    RealFrames alongBins(rows, cols), sums = RealFrames::Zero(rows, cols);
    for (Eigen::Index i = 0; i < rows; ++i)
        for (Eigen::Index f = 0; f < cols; ++f) {
            const Eigen::Index first = std::max<Eigen::Index>(f - half.bins, 0),
                    end = std::min<Eigen::Index>(f + half.bins + 1, cols);
            alongBins(i, f) = values.row(i).segment(first, end - first).sum();
        }
    for (Eigen::Index i = 0; i < rows; ++i) {
        const Eigen::Index first = std::max<Eigen::Index>(i - half.frames, 0),
                end = std::min<Eigen::Index>(i + half.frames + 1, rows);
        for (Eigen::Index j = first; j < end; ++j)
            sums.row(i) += alongBins.row(j);
    }
    return sums;
}

/// ln sum p^3 over each cell's neighbourhood; -infinity where all is silent.
RealFrames concentration(const RealFrames& magnitude, Neighbourhood half) {
    const double peak = magnitude.maxCoeff();
    const RealFrames energy = peak > 0 ? RealFrames((magnitude / peak).square()) : RealFrames::Zero(magnitude.rows(),
            magnitude.cols());
    const RealFrames total = boxSums(energy, half), cubes = boxSums(energy.cube(), half);
    return cubes.log() - 3 * (total > 0).select(total, 1).log();
}

} // namespace

ThetaChoice selectByConcentration(const Candidates& candidates, Neighbourhood neighbourhood) {
    ThetaChoice choice{ThetaMode::timeFrequency, {}};
    RealFrames best;
    for (int k = 0; k < candidates.count(); ++k) {
        const RealFrames here = concentration(candidates.magnitude[static_cast<std::size_t>(k)], neighbourhood);
        if (k == 0) {
            best = here;
            choice.index.setZero(here.rows(), here.cols());
            continue;
        }
        choice.index = (here > best).select(k, choice.index);
        best = best.max(here);
    }
    return choice;
}

} // namespace thetascope
