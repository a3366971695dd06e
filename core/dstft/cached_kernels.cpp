// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/cached_kernels.h"

#include "core/base/vector_math.h"

#include <cmath>

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE double placeBody(int count, const Placement<Real>& row, bool& moved) {
    const double* theta = row.theta;
    Real *__restrict logTheta = row.logTheta, *__restrict t = row.t;
    int* __restrict wanted = row.wanted;
    const int* interval = row.interval;
    const Real top = row.top, perDelta = row.perDelta;
    Real change = 0;
    int differs = 0;
#pragma omp simd reduction(+ : change) reduction(| : differs)
    for (int f = 0; f < count; ++f) {
        const Real now = vectorLog(Real(theta[f]));
        change += std::abs(now - logTheta[f]);
        logTheta[f] = now;
        const Real y = (now - top) * perDelta;
        const int below = static_cast<int>(y) - 1; // y <= 0 truncates upwards
        const int p = y >= Real(below + 1) ? below + 1 : below;
        const int inside = p < -1 ? p : -1;
        wanted[f] = inside;
        t[f] = y - Real(inside);
        differs |= inside ^ interval[f];
    }
    moved = differs != 0;
    return double(change);
}

template <class Real>
THETASCOPE_INLINE void cubicBody(int count, const CubicRow<Real>& row) {
    const Real *re0 = row.planes, *im0 = re0 + row.stride, *re1 = im0 + row.stride, *im1 = re1 + row.stride;
    const Real *re2 = im1 + row.stride, *im2 = re2 + row.stride, *re3 = im2 + row.stride, *im3 = re3 + row.stride;
    const Real* times = row.t;
    const double* theta = row.theta;
    const Real perDelta = row.perDelta;
    Real *__restrict re = row.re, *__restrict im = row.im, *__restrict reTheta = row.reTheta, *__restrict imTheta = row.imTheta;
#pragma omp simd
    for (int f = 0; f < count; ++f) {
        const Real t = times[f], slope = perDelta / Real(theta[f]);
        re[f] = re0[f] + t * (re1[f] + t * (re2[f] + t * re3[f]));
        im[f] = im0[f] + t * (im1[f] + t * (im2[f] + t * im3[f]));
        reTheta[f] = slope * (re1[f] + t * (2 * re2[f] + t * (3 * re3[f])));
        imTheta[f] = slope * (im1[f] + t * (2 * im2[f] + t * (3 * im3[f])));
    }
}

template <class Real>
THETASCOPE_INLINE void magnitudesBody(int count, const CubicMagnitudes<Real>& row, Real empty) {
    const Real *re0 = row.planes, *im0 = re0 + row.stride, *re1 = im0 + row.stride, *im1 = re1 + row.stride;
    const Real *re2 = im1 + row.stride, *im2 = re2 + row.stride, *re3 = im2 + row.stride, *im3 = re3 + row.stride;
    const Real* times = row.t;
    const double* theta = row.theta;
    const Real perDelta = row.perDelta;
    Real *__restrict m = row.m, *__restrict dTheta = row.dTheta;
#pragma omp simd
    for (int f = 0; f < count; ++f) {
        const Real t = times[f];
        const Real re = re0[f] + t * (re1[f] + t * (re2[f] + t * re3[f]));
        const Real im = im0[f] + t * (im1[f] + t * (im2[f] + t * im3[f]));
        const Real dRe = re1[f] + t * (2 * re2[f] + t * (3 * re3[f])), dIm = im1[f] + t * (2 * im2[f] + t * (3 * im3[f]));
        const Real square = re * re + im * im, inverse = vectorInverseSqrt(square + empty);
        m[f] = square * inverse;
        dTheta[f] = perDelta * (re * dRe + im * dIm) * inverse / Real(theta[f]);
    }
}

/// Keeps 1/|S| of an empty cell finite, whose |S|^2 = 0 then takes both away.
constexpr float emptyFloat = 1e-37f;
constexpr double emptyDouble = 1e-300;

} // namespace

THETASCOPE_CLONES
void evaluateMagnitudes(int count, const CubicMagnitudes<float>& row) {
    magnitudesBody(count, row, emptyFloat);
}
THETASCOPE_CLONES
void evaluateMagnitudes(int count, const CubicMagnitudes<double>& row) {
    magnitudesBody(count, row, emptyDouble);
}
THETASCOPE_CLONES
double placeRow(int count, const Placement<float>& row, bool& moved) {
    return placeBody(count, row, moved);
}
THETASCOPE_CLONES
double placeRow(int count, const Placement<double>& row, bool& moved) {
    return placeBody(count, row, moved);
}
THETASCOPE_CLONES
void evaluateCubics(int count, const CubicRow<float>& row) {
    cubicBody(count, row);
}
THETASCOPE_CLONES
void evaluateCubics(int count, const CubicRow<double>& row) {
    cubicBody(count, row);
}

} // namespace thetascope
