// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace thetascope {

/// Frames as direct sums under the taper w(y) = p0 + p1 cos(2 pi y/theta) read them: folded about a grid point g near the centre.
/// With u = u0 + m (u0 = 0 or 1/2), plus[m] = s(g + u) and minus[m] = s(g - u), whose places are y = u + delta and -u + delta from
/// the centre. Since cos(a (u +- delta)) = cos(a u) cos(a delta) -+ sin(a u) sin(a delta), any delta is served by sums over half
/// the points, of e = plus + minus and o = plus - minus, and dS/dt by sums that S needs anyway.

/// Sums over m of one cell, C and S the cosines and sines of 2 pi f u/N, c and s those of 2 pi u/theta, in this order. Where
/// delta = 0 and dS/dt isn't wanted the first six are enough.
enum FoldSum { eC, oS, ceC, coS, useC, usoS, soC, seS, ucoC, uceS };
constexpr int foldSums = 12, evenFoldSums = 8; ///< planes of them, filled up to whole vectors

/// Points past the last one that kernels may read (their values don't matter, they must be finite): the widest vector.
constexpr int foldPadding = 16;

/// One frame for the kernel: arrays [F] of its cells but for the samples.
template <class Real>
struct FoldFrame {
    const Real *plus, *minus;   ///< [points + foldPadding] samples
    const int *plusCount, *minusCount; ///< points of each side that lie in the support; they differ by 1 at most
    const Real* halfAngle;      ///< pi/theta
    const Real *stepC, *stepS;  ///< cos, sin of foldStep() pi/theta
    Real* sums;                 ///< [foldSums, stride] or [evenFoldSums, stride]
};

/// Points that this processor takes at a time.
template <class Real>
int foldStep();

/// The sums of bin f of every frame. cosine, sine: the rows C and S of this bin, [points + foldPadding]. shifted: all ten sums.
void sumFolded(int frames, const FoldFrame<float>* frame, int f, int stride, const float* cosine, const float* sine, double u0,
               bool shifted);
void sumFolded(int frames, const FoldFrame<double>* frame, int f, int stride, const double* cosine, const double* sine, double u0,
               bool shifted);

} // namespace thetascope
