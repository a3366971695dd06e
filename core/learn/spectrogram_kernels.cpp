// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/spectrogram_kernels.h"

#include "core/base/clones.h"
#include "core/base/vector_math.h"

#include <cmath>

namespace thetascope {

namespace {

constexpr int lanes = 16;

/// Columns p..p+lanes-1 of the fold, sums in registers.
template <class Real>
THETASCOPE_INLINE void foldLanes(int blocks, int fold, const Real* x, const Real* w, const Real* v, Real* z) {
    Real re[lanes] = {}, im[lanes] = {};
    for (int b = 0; b < blocks; ++b, x += fold, w += fold, v += fold) {
        for (int l = 0; l < lanes; ++l) {
            re[l] += x[l] * w[l];
            im[l] += x[l] * v[l];
        }
    }
    for (int l = 0; l < lanes; ++l) {
        z[2 * l] = re[l];
        z[2 * l + 1] = im[l];
    }
}

template <class Real>
THETASCOPE_INLINE void foldAll(int blocks, int fold, const Real* x, const Real* w, const Real* v, Real* z) {
    int p = 0;
    for (; p + lanes <= fold; p += lanes) foldLanes(blocks, fold, x + p, w + p, v + p, z + 2 * p);
    for (; p < fold; ++p) {
        Real re = 0, im = 0;
        for (int m = p; m < blocks * fold; m += fold) {
            re += x[m] * w[m];
            im += x[m] * v[m];
        }
        z[2 * p] = re;
        z[2 * p + 1] = im;
    }
}

/// A[f] = (Z[f] + conj Z[P-f])/2, B[f] = (Z[f] - conj Z[P-f])/(2j).
template <class Real>
THETASCOPE_INLINE void powerAll(int bins, int fold, const Real* z, Real* power, Real* product) {
    for (int f = 0; f < bins; ++f) {
        const int mirror = fold - f;
        const Real sumRe = z[2 * f] + z[2 * mirror], differenceIm = z[2 * f + 1] - z[2 * mirror + 1];
        const Real sumIm = z[2 * f + 1] + z[2 * mirror + 1], differenceRe = z[2 * f] - z[2 * mirror];
        power[f] = Real(0.25) * (sumRe * sumRe + differenceIm * differenceIm);
        product[f] = Real(0.25) * (sumRe * sumIm - differenceIm * differenceRe);
    }
}

template <class Real>
THETASCOPE_INLINE void logAll(int n, Real floor, Real scale, Real* power, Real* product) {
    for (int i = 0; i < n; ++i) {
        const Real value = power[i] + floor;
        power[i] = Real(0.5) * vectorLog(value);
        product[i] *= scale / value;
    }
}

template <class Real>
THETASCOPE_INLINE void rootAll(int n, Real floor, Real scale, Real* power, Real* product) {
    for (int i = 0; i < n; ++i) {
        const Real value = std::sqrt(power[i] + floor);
        power[i] = value;
        product[i] *= scale / value;
    }
}

template <class Real>
THETASCOPE_INLINE void unfoldAll(int blocks, int fold, const Real* h, const Real* w, Real* dx) {
    for (int b = 0; b < blocks; ++b, w += fold, dx += fold)
        for (int p = 0; p < fold; ++p) dx[p] += w[p] * h[p];
}

template <class Real>
THETASCOPE_INLINE double tripleAll(int blocks, int fold, const Real* h, const Real* x, const Real* v) {
    double total = 0;
    for (int b = 0; b < blocks; ++b, x += fold, v += fold) {
        Real sum = 0;
#pragma omp simd reduction(+ : sum)
        for (int p = 0; p < fold; ++p) sum += h[p] * x[p] * v[p];
        total += static_cast<double>(sum);
    }
    return total;
}

} // namespace

THETASCOPE_CLONES
void foldFrame(int blocks, int fold, const float* x, const float* w, const float* v, float* z) { foldAll(blocks, fold, x, w, v, z); }
THETASCOPE_CLONES
void foldFrame(int blocks, int fold, const double* x, const double* w, const double* v, double* z) {
    foldAll(blocks, fold, x, w, v, z);
}
THETASCOPE_CLONES
void powerRow(int bins, int fold, const float* z, float* power, float* product) { powerAll(bins, fold, z, power, product); }
THETASCOPE_CLONES
void powerRow(int bins, int fold, const double* z, double* power, double* product) { powerAll(bins, fold, z, power, product); }
THETASCOPE_CLONES
void logRow(int n, float floor, float scale, float* power, float* product) { logAll(n, floor, scale, power, product); }
THETASCOPE_CLONES
void logRow(int n, double floor, double scale, double* power, double* product) { logAll(n, floor, scale, power, product); }
THETASCOPE_CLONES
void rootRow(int n, float floor, float scale, float* power, float* product) { rootAll(n, floor, scale, power, product); }
THETASCOPE_CLONES
void rootRow(int n, double floor, double scale, double* power, double* product) { rootAll(n, floor, scale, power, product); }
THETASCOPE_CLONES
void unfoldFrame(int blocks, int fold, const float* h, const float* w, float* dx) { unfoldAll(blocks, fold, h, w, dx); }
THETASCOPE_CLONES
void unfoldFrame(int blocks, int fold, const double* h, const double* w, double* dx) { unfoldAll(blocks, fold, h, w, dx); }
THETASCOPE_CLONES
double tripleDot(int blocks, int fold, const float* h, const float* x, const float* v) { return tripleAll(blocks, fold, h, x, v); }
THETASCOPE_CLONES
double tripleDot(int blocks, int fold, const double* h, const double* x, const double* v) {
    return tripleAll(blocks, fold, h, x, v);
}

} // namespace thetascope
