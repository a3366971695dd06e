// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/cosine_norm.h"
#include "core/dstft/direct_kernel.h"

namespace thetascope {

/// Samples between points where every kernel's vectors begin on a line of the cache.
constexpr int alignedSamples = 16;

/// Packing for one complex FFT of two real sequences: z = x (w + j scale dTheta), interleaved, z [2 count]; returns the taper's
/// sums for the normalisation on the way. With dY, also tangent = -x dY [count].
template <class Real>
struct FramePacking {
    const Real *x, *w, *dTheta;
    const Real* dY; ///< null if positions are not wanted
    Real scale;
    bool energy;    ///< sums as sumTaper()
    Real* z;
    Real* tangent;  ///< with dY only
};
NormSums<float> packFrame(int count, const FramePacking<float>& packing);
NormSums<double> packFrame(int count, const FramePacking<double>& packing);

/// The same packing with a taper p0 + p1 cos(2 pi y/theta) made on the way: z = x (w + j theta dw/dtheta) and, unless null, tangent
/// = x dw/dt at points m = begin..end-1, whose places are y = y0 + m; zero at the other points of [from, to), multiples of
/// alignedSamples that contain them or the end of the rows. theta >= shortestClosed.
template <class Real>
struct CosinePacking {
    double p0, p1, theta, y0;
    int begin, end, from, to;
    const Real* x; ///< [N], all of them finite
    Real *z, *tangent;
};
void packCosine(const CosinePacking<float>& packing);
void packCosine(const CosinePacking<double>& packing);

/// The norm of such a taper over `points` of them whose mean place is y.
struct NormedTaper {
    double p0, p1;
    bool energy;
    double theta, points, y;
};
CosineNorm<double> normOfFrame(const NormedTaper& taper);

/// z = a + j b, interleaved, z [2 count].
void interleaveRows(int count, const float* a, const float* b, float* z);
void interleaveRows(int count, const double* a, const double* b, double* z);

/// Two real sequences' spectra out of one complex FFT Z of x1 + j x2, interleaved in z [2 (n+1)] with Z[n] = Z[0]:
/// S1 = ((Ar+Br) + j (Ai-Bi))/2, S2 = ((Ai+Bi) + j (Br-Ar))/2 with A = Z[f], B = Z[n-f], f = 0..n/2.
/// The results are scaled: S1 by scale1, S2 by scale2.
template <class Real>
struct Unpacked {
    Real *re1, *im1, *re2, *im2; ///< [n/2+1] each
};
void unpackPair(int n, const float* z, float scale1, float scale2, const Unpacked<float>& out);
void unpackPair(int n, const double* z, double scale1, double scale2, const Unpacked<double>& out);

/// The same pair as magnitude and slope: m = scale1 |S1|, slope = scale2 Re(conj(S1) S2)/|S1| - correction m; both 0 where S1 = 0.
/// unitRe + j unitIm = S1/|S1| unless null. [n/2+1] each.
template <class Real>
struct PairMagnitudes {
    Real scale1, scale2, correction;
    Real *m, *slope, *unitRe, *unitIm;
};
void magnitudesOfPair(int n, const float* z, const PairMagnitudes<float>& out);
void magnitudesOfPair(int n, const double* z, const PairMagnitudes<double>& out);

/// Slopes along the tangents of two frames that share an FFT, z as above: slope = scale Re(conj(unit) S_j) - correction m.
template <class Real>
struct TangentSlopes {
    const Real *unitRe, *unitIm, *m;
    Real scale, correction;
    Real* slope;
};
void slopesOfPair(int n, const float* z, const TangentSlopes<float>& first, const TangentSlopes<float>& second);
void slopesOfPair(int n, const double* z, const TangentSlopes<double>& first, const TangentSlopes<double>& second);

/// |S| and its slopes along one or two parameters, Re(conj(S) S_p)/|S|; all 0 where S = 0. [count] each.
template <class Real>
struct RowMagnitudes {
    const Real *re, *im, *reTheta, *imTheta, *rePosition, *imPosition; ///< the last two may be null
    Real *m, *dTheta, *dPosition;
};
void magnitudesOfRow(int count, const RowMagnitudes<float>& row);
void magnitudesOfRow(int count, const RowMagnitudes<double>& row);

/// d <- d - c x, the correction of a tangent for its normalisation; [count].
void subtractScaled(int count, float c, const float* x, float* d);
void subtractScaled(int count, double c, const double* x, double* d);

} // namespace thetascope
