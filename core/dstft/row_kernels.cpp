// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/row_kernels.h"

#include "core/base/clones.h"

#include <cmath>

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE void unpackBody(int n, const Real* __restrict z, Real* __restrict work, Real scale1, Real scale2,
                                  const Unpacked<Real>& out) {
    Real *re = work, *im = work + n + 1;
    for (int f = 0; f < n; ++f) {
        re[f] = z[2 * f];
        im[f] = z[2 * f + 1];
    }
    re[n] = re[0]; // Z[n] = Z[0]: f = 0 needs no special case
    im[n] = im[0];
    const Real half1 = scale1 / 2, half2 = scale2 / 2;
    Real *__restrict re1 = out.re1, *__restrict im1 = out.im1, *__restrict re2 = out.re2, *__restrict im2 = out.im2;
#pragma omp simd
    for (int f = 0; f <= n / 2; ++f) {
        const Real ar = re[f], ai = im[f], br = re[n - f], bi = im[n - f];
        re1[f] = half1 * (ar + br);
        im1[f] = half1 * (ai - bi);
        re2[f] = half2 * (ai + bi);
        im2[f] = half2 * (br - ar);
    }
}

template <class Real>
THETASCOPE_INLINE void magnitudeBody(int count, const Real* re, const Real* im, Real* __restrict m) {
#pragma omp simd
    for (int f = 0; f < count; ++f) m[f] = std::sqrt(re[f] * re[f] + im[f] * im[f]);
}

template <class Real>
THETASCOPE_INLINE void slopeBody(int count, const Real* re, const Real* im, const Real* m, const Real* dRe, const Real* dIm,
                                 Real* __restrict dm) {
#pragma omp simd
    for (int f = 0; f < count; ++f) {
        const Real divisor = m[f] > 0 ? m[f] : Real(1);
        dm[f] = (re[f] * dRe[f] + im[f] * dIm[f]) / divisor;
    }
}

template <class Real>
THETASCOPE_INLINE double dotBody(int count, const Real* a, const Real* b) {
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int f = 0; f < count; ++f) sum += a[f] * b[f];
    return double(sum);
}

template <class Real>
THETASCOPE_INLINE void packBody(int n, const Real* x, const Real* w, const Real* d, Real scale, Real* __restrict z) {
#pragma omp simd
    for (int m = 0; m < n; ++m) {
        z[2 * m] = x[m] * w[m];
        z[2 * m + 1] = x[m] * (scale * d[m]);
    }
}

} // namespace

THETASCOPE_CLONES
void packSamples(int n, const float* x, const float* w, const float* d, float scale, float* z) {
    packBody(n, x, w, d, scale, z);
}
THETASCOPE_CLONES
void packSamples(int n, const double* x, const double* w, const double* d, double scale, double* z) {
    packBody(n, x, w, d, scale, z);
}
THETASCOPE_CLONES
void unpackPair(int n, const float* z, float* work, float scale1, float scale2, const Unpacked<float>& out) {
    unpackBody(n, z, work, scale1, scale2, out);
}
THETASCOPE_CLONES
void unpackPair(int n, const double* z, double* work, double scale1, double scale2, const Unpacked<double>& out) {
    unpackBody(n, z, work, scale1, scale2, out);
}
THETASCOPE_CLONES
void magnitudeRow(int count, const float* re, const float* im, float* m) {
    magnitudeBody(count, re, im, m);
}
THETASCOPE_CLONES
void magnitudeRow(int count, const double* re, const double* im, double* m) {
    magnitudeBody(count, re, im, m);
}
THETASCOPE_CLONES
void slopeRow(int count, const float* re, const float* im, const float* m, const float* dRe, const float* dIm, float* dm) {
    slopeBody(count, re, im, m, dRe, dIm, dm);
}
THETASCOPE_CLONES
void slopeRow(int count, const double* re, const double* im, const double* m, const double* dRe, const double* dIm, double* dm) {
    slopeBody(count, re, im, m, dRe, dIm, dm);
}
THETASCOPE_CLONES
void subtractScaled(int count, float c, const float* x, float* d) {
    for (int f = 0; f < count; ++f) d[f] -= c * x[f];
}
THETASCOPE_CLONES
void subtractScaled(int count, double c, const double* x, double* d) {
    for (int f = 0; f < count; ++f) d[f] -= c * x[f];
}
THETASCOPE_CLONES
double dotRow(int count, const float* a, const float* b) {
    return dotBody(count, a, b);
}
THETASCOPE_CLONES
double dotRow(int count, const double* a, const double* b) {
    return dotBody(count, a, b);
}
THETASCOPE_CLONES
void multiplyRow(int count, const float* a, const float* b, float* out) {
    for (int f = 0; f < count; ++f) out[f] = a[f] * b[f];
}
THETASCOPE_CLONES
void multiplyRow(int count, const double* a, const double* b, double* out) {
    for (int f = 0; f < count; ++f) out[f] = a[f] * b[f];
}

} // namespace thetascope
