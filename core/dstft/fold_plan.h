// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/aligned.h"
#include "core/dstft/cosine_norm.h"
#include "core/model/settings.h"
#include "core/window/taper.h"

#include <cmath>
#include <cstdint>

namespace thetascope {

/// How a frame folds (fold_kernel.h): the grid point nearest to its centre among those that lie as the middle of N samples does,
/// so that all frames share rows of cosines and sines.
struct FoldGeometry {
    double delta = 0;                   ///< grid point - centre, |delta| <= 1/2
    std::int64_t first = 0;             ///< sample at u = u0 on the plus side, absolute
    std::int64_t phaseHalfSamples = 0;  ///< the grid point, in half samples, absolute
    int plusMost = 0, minusMost = 0;    ///< points of either side among the frame's N samples

    FoldGeometry() = default;
    FoldGeometry(double position, int support) {
        const auto nearest = static_cast<std::int64_t>(std::floor(position + 0.5)), floor = static_cast<std::int64_t>(std::floor(position));
        delta = static_cast<double>(nearest) - position;
        first = nearest + support / 2;
        phaseHalfSamples = 2 * nearest + (support - 1);
        plusMost = static_cast<int>(floor + support - first);
        minusMost = static_cast<int>(nearest - floor) + (support + 1) / 2;
    }
    /// The first point: 0 (the grid point is a sample) or 1/2, in half samples.
    static int startHalfSamples(int support) { return (support - 1) % 2; }
};

/// What the cells of one frame need besides their samples, [F] each.
template <class Real>
struct FoldPlan {
    explicit FoldPlan(int bins);

    AlignedVector<int> plusCount, minusCount; ///< points in the support, on either side
    AlignedVector<Real> halfAngle;            ///< pi/theta
    AlignedVector<Real> stepC, stepS;         ///< cos, sin of step pi/theta
    AlignedVector<Real> shiftC, shiftS;       ///< cos, sin of 2 pi delta/theta
    AlignedVector<Real> factor, logTheta, logPosition; ///< as Scale
};

struct FoldPlanner {
    Taper::Cosine taper;
    Normalisation normalisation;
    int support;
    int step; ///< foldStep()

    /// The plan of a frame whose cells have theta [bins]; those under shortestClosed, which don't fold, are planned as if they had
    /// that length. Norms are sums over the samples in closed form (Dirichlet's kernel).
    void plan(const FoldGeometry& geometry, int bins, const double* theta, FoldPlan<float>& plan) const;
    void plan(const FoldGeometry& geometry, int bins, const double* theta, FoldPlan<double>& plan) const;
};

/// S, dS/dtheta and dS/dt of a frame's cells but for the phase of the grid point; [F] each, dS/dt null unless wanted.
template <class Real>
struct FoldedRow {
    Real *re, *im, *reTheta, *imTheta, *rePosition, *imPosition;
};
/// From the sums [foldSums or evenFoldSums, stride] of its cells.
struct FoldFinish {
    Taper::Cosine taper;
    double delta;
    int bins, stride;
    const double* theta;
};
void finishFolded(const FoldFinish& finish, const FoldPlan<float>& plan, const float* sums, const FoldedRow<float>& row);
void finishFolded(const FoldFinish& finish, const FoldPlan<double>& plan, const double* sums, const FoldedRow<double>& row);

} // namespace thetascope
