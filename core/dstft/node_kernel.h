// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/bin_turns.h"
#include "core/dstft/fold_kernel.h"

namespace thetascope {

/// A frame under one taper and its slope, folded about the grid point (fold_kernel.h): with W and V the taper and the slope at
/// the places of plus[m] and minus[m],
///
///     even = W+ plus + W- minus       odd = -(W+ plus - W- minus)
///
/// and the same with V, so that S = sum even C + j sum odd S for every bin, C and S the cosines and sines of 2 pi f u/N.
template <class Real>
struct NodePoints {
    Real *even, *odd, *evenSlope, *oddSlope; ///< [points], zeros after them up to a whole vector
    int points;
};

/// The taper w = p0 + p1 cos(2 pi y/theta), y = u + delta on the plus side, -u + delta on the other, as folded frames take it.
/// The slope is slopeScale y sin(2 pi y/theta) - correction w.
template <class Real>
struct CosineNode {
    Real p0, p1, slopeScale, correction;
    Real u0, delta, halfAngle, stepC, stepS; ///< halfAngle, stepC and stepS as in FoldPlan
    int plusCount, minusCount;               ///< points in the support
    const Real *plus, *minus;                ///< [points + foldPadding] samples
};

/// `points` has at least the larger count.
void foldNode(const CosineNode<float>& node, const NodePoints<float>& points);
void foldNode(const CosineNode<double>& node, const NodePoints<double>& points);

/// The same from tapers given by their values, [points] each and zero outside the support: w and slope on the plus side, on the
/// minus side.
template <class Real>
struct SampledNode {
    const Real *plusW, *plusSlope, *minusW, *minusSlope;
    const Real *plus, *minus;
};
void foldNode(const SampledNode<float>& node, const NodePoints<float>& points);
void foldNode(const SampledNode<double>& node, const NodePoints<double>& points);

/// re S, im S, re slope, im slope of each of the bins: out [count, 4].
void sumNode(const NodePoints<float>& points, const BinTurns<float>& turns, int count, const int* bins, float* out);
void sumNode(const NodePoints<double>& points, const BinTurns<double>& turns, int count, const int* bins, double* out);

} // namespace thetascope
