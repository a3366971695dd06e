// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/row_kernels.h"

#include "core/base/lane_math.h"
#include "core/dstft/pair_lanes.h"

#include <algorithm>

namespace thetascope {

namespace {

/// Keeps 1/|S| finite in an empty cell, whose |S|^2 = 0 then takes both the magnitude and the slope away.
template <class Real>
constexpr Real emptySquare = sizeof(Real) == sizeof(float) ? Real(1e-37) : Real(1e-300);

template <class Real, int bytes>
THETASCOPE_INLINE Real sumLanes(const VectorOf<Real, bytes>& v) {
    Real total = 0;
    for (int l = 0; l < lanesOf<Real, bytes>; ++l) total += v[l];
    return total;
}

/// Packs a vector's worth of samples at a time: all of its lanes, or some of them, the others zero.
template <int bytes, bool positions, class Real>
struct Packer {
    static constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    const FramePacking<Real>& p;
    V sumW{}, sumTheta{}, sumY{};

    THETASCOPE_INLINE void take(const V& x, const V& w, const V& d, const V& y, V& lower, V& upper, V& tangent) {
        constexpr auto sequence = std::make_index_sequence<lanes>();
        const V with = p.energy ? w : V{} + Real(1);
        sumW += w * with;
        sumTheta += d * with;
        if constexpr (positions) {
            sumY += y * with;
            tangent = -x * y;
        }
        const V re = x * w, im = x * d * p.scale;
        interleave<false>(lower, re, im, sequence);
        interleave<true>(upper, re, im, sequence);
    }
    THETASCOPE_INLINE void all(int m) {
        V x, w, d, y{}, lower, upper, tangent;
        loadLanes(x, p.x + m);
        loadLanes(w, p.w + m);
        loadLanes(d, p.dTheta + m);
        if constexpr (positions) loadLanes(y, p.dY + m);
        take(x, w, d, y, lower, upper, tangent);
        storeLanes(p.z + 2 * m, lower);
        storeLanes(p.z + 2 * m + lanes, upper);
        if constexpr (positions) storeLanes(p.tangent + m, tangent);
    }
    THETASCOPE_INLINE void some(int m, int n) {
        V x{}, w{}, d{}, y{}, lower, upper, tangent;
        loadSome(x, p.x + m, n);
        loadSome(w, p.w + m, n);
        loadSome(d, p.dTheta + m, n);
        if constexpr (positions) loadSome(y, p.dY + m, n);
        take(x, w, d, y, lower, upper, tangent);
        storeSome(p.z + 2 * m, lower, std::min(2 * n, lanes));
        storeSome(p.z + 2 * m + lanes, upper, std::max(2 * n - lanes, 0));
        if constexpr (positions) storeSome(p.tangent + m, tangent, n);
    }
};

template <int bytes, bool positions, class Real>
THETASCOPE_INLINE NormSums<Real> packBody(int count, const FramePacking<Real>& packing) {
    Packer<bytes, positions, Real> packer{packing};
    constexpr int lanes = lanesOf<Real, bytes>;
    int m = 0;
    for (; m + lanes <= count; m += lanes) packer.all(m);
    if (m < count) packer.some(m, count - m);
    return {sumLanes<Real, bytes>(packer.sumW), sumLanes<Real, bytes>(packer.sumTheta), sumLanes<Real, bytes>(packer.sumY)};
}

template <int bytes, class Real>
THETASCOPE_INLINE void interleaveBody(int count, const Real* a, const Real* b, Real* z) {
    constexpr int lanes = lanesOf<Real, bytes>;
    constexpr auto sequence = std::make_index_sequence<lanes>();
    int m = 0;
    for (; m + lanes <= count; m += lanes) {
        VectorOf<Real, bytes> re, im, lower, upper;
        loadLanes(re, a + m);
        loadLanes(im, b + m);
        interleave<false>(lower, re, im, sequence);
        interleave<true>(upper, re, im, sequence);
        storeLanes(z + 2 * m, lower);
        storeLanes(z + 2 * m + lanes, upper);
    }
    for (; m < count; ++m) {
        z[2 * m] = a[m];
        z[2 * m + 1] = b[m];
    }
}

/// Calls cell(f, lanes..., 2 Re S1, 2 Im S1, 2 Re S2, 2 Im S2) for vectors of bins from f on: the last vector overlaps the one
/// before; too few bins for a vector go one by one.
template <int bytes, class Real, class Cells>
THETASCOPE_INLINE void forPairs(int n, const Real* z, const Cells& cells) {
    constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    const int bins = n / 2 + 1;
    if (bins < lanes) {
        for (int f = 0; f < bins; ++f) {
            const Real ar = z[2 * f], ai = z[2 * f + 1], br = z[2 * (n - f)], bi = z[2 * (n - f) + 1];
            cells(f, Real(ar + br), Real(ai - bi), Real(ai + bi), Real(br - ar));
        }
        return;
    }
    for (int next = 0; next < bins; next += lanes) {
        const int f = std::min(next, bins - lanes);
        const MirroredBins<bytes, Real> at(n, z, f);
        const V re1 = at.ar + at.br, im1 = at.ai - at.bi, re2 = at.ai + at.bi, im2 = at.br - at.ar;
        cells(f, re1, im1, re2, im2);
    }
}

template <int bytes, class Real>
THETASCOPE_INLINE void unpackBody(int n, const Real* z, Real scale1, Real scale2, const Unpacked<Real>& out) {
    const Real half1 = scale1 / 2, half2 = scale2 / 2;
    forPairs<bytes>(n, z, [&](int f, const auto& re1, const auto& im1, const auto& re2, const auto& im2) THETASCOPE_INLINE_LAMBDA {
        storeLanes(out.re1 + f, half1 * re1);
        storeLanes(out.im1 + f, half1 * im1);
        storeLanes(out.re2 + f, half2 * re2);
        storeLanes(out.im2 + f, half2 * im2);
    });
}

template <int bytes, class Real>
THETASCOPE_INLINE void magnitudesBody(int n, const Real* z, const PairMagnitudes<Real>& out) {
    const bool units = out.unitRe != nullptr;
    const Real half1 = out.scale1 / 2, half2 = out.scale2 / 2, correction = out.correction;
    forPairs<bytes>(n, z, [&](int f, const auto& re1, const auto& im1, const auto& re2, const auto& im2) THETASCOPE_INLINE_LAMBDA {
        using T = std::remove_cvref_t<decltype(re1)>;
        const T square = re1 * re1 + im1 * im1;
        T inverse;
        inverseSqrt<bytes, Real>(inverse, T(square + emptySquare<Real>));
        const T m = half1 * (square * inverse);
        storeLanes(out.m + f, m);
        storeLanes(out.slope + f, T(half2 * ((re1 * re2 + im1 * im2) * inverse) - correction * m));
        if (!units) return;
        storeLanes(out.unitRe + f, T(re1 * inverse));
        storeLanes(out.unitIm + f, T(im1 * inverse));
    });
}

template <int bytes, class V, class Real>
THETASCOPE_INLINE void storeSlope(int f, const V& re, const V& im, const TangentSlopes<Real>& out) {
    V unitRe, unitIm, m;
    loadLanes(unitRe, out.unitRe + f);
    loadLanes(unitIm, out.unitIm + f);
    loadLanes(m, out.m + f);
    const Real half = out.scale / 2;
    storeLanes(out.slope + f, half * (unitRe * re + unitIm * im) - out.correction * m);
}

template <int bytes, class Real>
THETASCOPE_INLINE void slopesBody(int n, const Real* z, const TangentSlopes<Real>& first, const TangentSlopes<Real>& second) {
    forPairs<bytes>(n, z, [&](int f, const auto& re1, const auto& im1, const auto& re2, const auto& im2) THETASCOPE_INLINE_LAMBDA {
        storeSlope<bytes>(f, re1, im1, first);
        storeSlope<bytes>(f, re2, im2, second);
    });
}

template <bool positions, class Real>
THETASCOPE_INLINE void rowMagnitudesBody(int count, const RowMagnitudes<Real>& row) {
    const Real *re = row.re, *im = row.im, *reTheta = row.reTheta, *imTheta = row.imTheta;
    const Real *rePosition = row.rePosition, *imPosition = row.imPosition;
    Real *__restrict m = row.m, *__restrict dTheta = row.dTheta, *__restrict dPosition = row.dPosition;
#pragma omp simd
    for (int f = 0; f < count; ++f) {
        const Real square = re[f] * re[f] + im[f] * im[f], inverse = vectorInverseSqrt(square + emptySquare<Real>);
        m[f] = square * inverse;
        dTheta[f] = (re[f] * reTheta[f] + im[f] * imTheta[f]) * inverse;
        if constexpr (positions) dPosition[f] = (re[f] * rePosition[f] + im[f] * imPosition[f]) * inverse;
    }
}

template <class Real>
NormSums<Real> packFor(int count, const FramePacking<Real>& packing) {
    return forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA {
        return packing.dY != nullptr ? packBody<bytes, true>(count, packing) : packBody<bytes, false>(count, packing);
    });
}

} // namespace

NormSums<float> packFrame(int count, const FramePacking<float>& packing) {
    return packFor(count, packing);
}
NormSums<double> packFrame(int count, const FramePacking<double>& packing) {
    return packFor(count, packing);
}
void interleaveRows(int count, const float* a, const float* b, float* z) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { interleaveBody<bytes>(count, a, b, z); });
}
void interleaveRows(int count, const double* a, const double* b, double* z) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { interleaveBody<bytes>(count, a, b, z); });
}
void unpackPair(int n, const float* z, float scale1, float scale2, const Unpacked<float>& out) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { unpackBody<bytes>(n, z, scale1, scale2, out); });
}
void unpackPair(int n, const double* z, double scale1, double scale2, const Unpacked<double>& out) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { unpackBody<bytes>(n, z, scale1, scale2, out); });
}
void magnitudesOfPair(int n, const float* z, const PairMagnitudes<float>& out) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { magnitudesBody<bytes>(n, z, out); });
}
void magnitudesOfPair(int n, const double* z, const PairMagnitudes<double>& out) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { magnitudesBody<bytes>(n, z, out); });
}
void slopesOfPair(int n, const float* z, const TangentSlopes<float>& first, const TangentSlopes<float>& second) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { slopesBody<bytes>(n, z, first, second); });
}
void slopesOfPair(int n, const double* z, const TangentSlopes<double>& first, const TangentSlopes<double>& second) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { slopesBody<bytes>(n, z, first, second); });
}

THETASCOPE_CLONES
void magnitudesOfRow(int count, const RowMagnitudes<float>& row) {
    row.rePosition != nullptr ? rowMagnitudesBody<true>(count, row) : rowMagnitudesBody<false>(count, row);
}
THETASCOPE_CLONES
void magnitudesOfRow(int count, const RowMagnitudes<double>& row) {
    row.rePosition != nullptr ? rowMagnitudesBody<true>(count, row) : rowMagnitudesBody<false>(count, row);
}

THETASCOPE_CLONES
void subtractScaled(int count, float c, const float* x, float* d) {
    for (int f = 0; f < count; ++f) d[f] -= c * x[f];
}
THETASCOPE_CLONES
void subtractScaled(int count, double c, const double* x, double* d) {
    for (int f = 0; f < count; ++f) d[f] -= c * x[f];
}

} // namespace thetascope
