// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/adjoint_kernels.h"

#include "core/dstft/pair_lanes.h"

#include <algorithm>

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE Real taperBody(int count, const TaperedFrame<Real>& frame) {
    const Real *x = frame.x, *w = frame.w, *dTheta = frame.dTheta, *dY = frame.dY;
    Real *__restrict value = frame.value, *__restrict byTheta = frame.byTheta, *__restrict byPosition = frame.byPosition;
    Real peak = 0;
#pragma omp simd reduction(max : peak)
    for (int m = 0; m < count; ++m) {
        const Real tapered = x[m] * w[m], size = tapered < 0 ? -tapered : tapered;
        value[m] = tapered;
        byTheta[m] = x[m] * dTheta[m];
        peak = size > peak ? size : peak;
    }
    if (dY == nullptr) return peak;
#pragma omp simd
    for (int m = 0; m < count; ++m) byPosition[m] = -x[m] * dY[m];
    return peak;
}

template <class Real>
THETASCOPE_INLINE void momentsOfRow(int count, const Real* square, double& second, double& fourth) {
    Real sum2 = 0, sum4 = 0;
#pragma omp simd reduction(+ : sum2, sum4)
    for (int f = 0; f < count; ++f) {
        sum2 += square[f];
        sum4 += square[f] * square[f];
    }
    second = double(sum2) / 4; // of |2 S|
    fourth = double(sum4) / 16;
}

template <int bytes, class Real>
THETASCOPE_INLINE PairMoments momentsBody(int n, const Real* z, Real* square1, Real* square2) {
    constexpr int lanes = lanesOf<Real, bytes>;
    const int bins = n / 2 + 1;
    for (int next = 0; bins >= lanes && next < bins; next += lanes) {
        const int f = std::min(next, bins - lanes); // the last vector overlaps the one before
        const MirroredBins<bytes, Real> at(n, z, f);
        const auto re1 = at.ar + at.br, im1 = at.ai - at.bi, re2 = at.ai + at.bi, im2 = at.br - at.ar;
        storeLanes(square1 + f, re1 * re1 + im1 * im1);
        storeLanes(square2 + f, re2 * re2 + im2 * im2);
    }
    for (int f = 0; bins < lanes && f < bins; ++f) {
        const Real re1 = z[2 * f] + z[2 * (n - f)], im1 = z[2 * f + 1] - z[2 * (n - f) + 1];
        const Real re2 = z[2 * f + 1] + z[2 * (n - f) + 1], im2 = z[2 * (n - f)] - z[2 * f];
        square1[f] = re1 * re1 + im1 * im1;
        square2[f] = re2 * re2 + im2 * im2;
    }
    PairMoments moments;
    momentsOfRow(bins, square1, moments.second[0], moments.fourth[0]);
    momentsOfRow(bins, square2, moments.second[1], moments.fourth[1]);
    return moments;
}

/// With h_j = dL/d|S_j| / |S_j|, Y[f] = (h_1 S_1 + j h_2 S_2)/2 = a Z[f] + b conj(Z[n-f]), a = (h_1 + h_2)/4, b = (h_1 - h_2)/4,
/// and Y[n-f] the same with f and n-f exchanged; bins that a half spectrum holds once count twice.
template <class Real>
THETASCOPE_INLINE void cotangentAt(int n, const Real* z, const PairCotangent<Real>& pair, int f, Real* y) {
    const int mirrored = f == 0 ? 0 : n - f;
    const Real once = mirrored == f ? Real(2) : Real(1);
    const Real h1 = once * (2 * pair.bySecond[0] + pair.byFourth[0] * pair.square1[f]);
    const Real h2 = once * (2 * pair.bySecond[1] + pair.byFourth[1] * pair.square2[f]);
    const Real a = (h1 + h2) / 4, b = (h1 - h2) / 4;
    const Real ar = z[2 * f], ai = z[2 * f + 1], br = z[2 * mirrored], bi = z[2 * mirrored + 1];
    y[2 * f] = a * ai - b * bi; // exchanged
    y[2 * f + 1] = a * ar + b * br;
    y[2 * mirrored] = a * bi - b * ai;
    y[2 * mirrored + 1] = a * br + b * ar;
}

template <class V, std::size_t... lane>
THETASCOPE_INLINE void reversed(V& out, const V& v, std::index_sequence<lane...>) {
    constexpr int n = static_cast<int>(sizeof...(lane));
    out = __builtin_shufflevector(v, v, (n - 1 - static_cast<int>(lane))...);
}

template <int bytes, class Real>
THETASCOPE_INLINE void storePair(const VectorOf<Real, bytes>& re, const VectorOf<Real, bytes>& im, Real* to) {
    constexpr auto sequence = std::make_index_sequence<lanesOf<Real, bytes>>();
    VectorOf<Real, bytes> lower, upper;
    interleave<false>(lower, re, im, sequence);
    interleave<true>(upper, re, im, sequence);
    storeLanes(to, lower);
    storeLanes(to + lanesOf<Real, bytes>, upper);
}

template <int bytes, class Real>
THETASCOPE_INLINE void interleaveBody(int count, const Real* a, Real scale1, const Real* b, Real scale2, Real* z) {
    constexpr int lanes = lanesOf<Real, bytes>;
    int m = 0;
    for (; m + lanes <= count; m += lanes) {
        VectorOf<Real, bytes> re, im;
        loadLanes(re, a + m);
        loadLanes(im, b + m);
        storePair<bytes, Real>(scale1 * re, scale2 * im, z + 2 * m);
    }
    for (; m < count; ++m) {
        z[2 * m] = scale1 * a[m];
        z[2 * m + 1] = scale2 * b[m];
    }
}

template <int bytes, class Real>
THETASCOPE_INLINE void cotangentBody(int n, const Real* z, const PairCotangent<Real>& pair, Real* y) {
    constexpr int lanes = lanesOf<Real, bytes>;
    constexpr auto sequence = std::make_index_sequence<lanes>();
    using V = VectorOf<Real, bytes>;
    const int end = (n + 1) / 2; // bins 1..end-1 come in pairs
    cotangentAt(n, z, pair, 0, y);
    if (n % 2 == 0) cotangentAt(n, z, pair, n / 2, y);
    for (int f = 1; end - 1 < lanes && f < end; ++f) cotangentAt(n, z, pair, f, y);
    const Real second1 = 2 * pair.bySecond[0], second2 = 2 * pair.bySecond[1], fourth1 = pair.byFourth[0], fourth2 = pair.byFourth[1];
    for (int next = 1; end - 1 >= lanes && next < end; next += lanes) {
        const int f = std::min(next, end - lanes);
        const MirroredBins<bytes, Real> at(n, z, f);
        V square1, square2, re, im;
        loadLanes(square1, pair.square1 + f);
        loadLanes(square2, pair.square2 + f);
        const V h1 = second1 + fourth1 * square1, h2 = second2 + fourth2 * square2;
        const V a = Real(0.25) * (h1 + h2), b = Real(0.25) * (h1 - h2);
        storePair<bytes, Real>(a * at.ai - b * at.bi, a * at.ar + b * at.br, y + 2 * f); // exchanged
        reversed(re, V(a * at.bi - b * at.ai), sequence);
        reversed(im, V(a * at.br + b * at.ar), sequence);
        storePair<bytes, Real>(re, im, y + 2 * (n - f - lanes + 1));
    }
}

template <int bytes, class Real>
THETASCOPE_INLINE double dotBody(int count, int lane, const Real* z, const Real* a) {
    constexpr int lanes = lanesOf<Real, bytes>;
    constexpr auto sequence = std::make_index_sequence<lanes>();
    VectorOf<Real, bytes> sum{};
    int m = 0;
    for (; m + lanes <= count; m += lanes) {
        VectorOf<Real, bytes> lo, hi, g, by;
        loadLanes(lo, z + 2 * m);
        loadLanes(hi, z + 2 * m + lanes);
        if (lane == 0) everySecond<0>(g, lo, hi, sequence);
        else everySecond<1>(g, lo, hi, sequence);
        loadLanes(by, a + m);
        sum += g * by;
    }
    Real total = 0;
    for (int l = 0; l < lanes; ++l) total += sum[l];
    for (; m < count; ++m) total += z[2 * m + lane] * a[m];
    return double(total);
}

} // namespace

THETASCOPE_CLONES
float taperFrame(int count, const TaperedFrame<float>& frame) {
    return taperBody(count, frame);
}
THETASCOPE_CLONES
double taperFrame(int count, const TaperedFrame<double>& frame) {
    return taperBody(count, frame);
}
void interleaveScaled(int count, const float* a, float scale1, const float* b, float scale2, float* z) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { interleaveBody<bytes>(count, a, scale1, b, scale2, z); });
}
void interleaveScaled(int count, const double* a, double scale1, const double* b, double scale2, double* z) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { interleaveBody<bytes>(count, a, scale1, b, scale2, z); });
}
PairMoments momentsOfPair(int n, const float* z, float* square1, float* square2) {
    return forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { return momentsBody<bytes>(n, z, square1, square2); });
}
PairMoments momentsOfPair(int n, const double* z, double* square1, double* square2) {
    return forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { return momentsBody<bytes>(n, z, square1, square2); });
}
void cotangentOfPair(int n, const float* z, const PairCotangent<float>& pair, float* y) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { cotangentBody<bytes>(n, z, pair, y); });
}
void cotangentOfPair(int n, const double* z, const PairCotangent<double>& pair, double* y) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { cotangentBody<bytes>(n, z, pair, y); });
}
double dotOfPair(int count, int lane, const float* z, const float* a) {
    return forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { return dotBody<bytes>(count, lane, z, a); });
}
double dotOfPair(int count, int lane, const double* z, const double* a) {
    return forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { return dotBody<bytes>(count, lane, z, a); });
}

} // namespace thetascope
