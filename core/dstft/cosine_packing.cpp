// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/cosine_points.h"
#include "core/dstft/row_kernels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

/// Vectors after which the cosines start anew.
constexpr int anchorVectors = 32;

template <int bytes, bool positions, class Real>
struct CosinePacker {
    static constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    using I = VectorOf<IntegerLike<Real>, bytes>;
    const CosinePacking<Real>& p;
    Real p0, p1;

    THETASCOPE_INLINE void take(const V& x, const CosinePoints<bytes, Real>& at, V& lower, V& upper, V& tangent) const {
        constexpr auto sequence = std::make_index_sequence<lanes>();
        const V re = x * (p0 + p1 * at.c);
        tangent = x * at.s; // s is scaled: dw/dt = -dw/dy
        const V im = at.u * tangent;
        interleave<false>(lower, re, im, sequence);
        interleave<true>(upper, re, im, sequence);
    }
    THETASCOPE_INLINE void all(int m, const CosinePoints<bytes, Real>& at) const {
        V x, lower, upper, tangent;
        loadLanes(x, p.x + m);
        take(x, at, lower, upper, tangent);
        storeLanes(p.z + 2 * m, lower);
        storeLanes(p.z + 2 * m + lanes, upper);
        if constexpr (positions) storeLanes(p.tangent + m, tangent);
    }
    /// Zero outside the support; `n` of its lanes.
    THETASCOPE_INLINE void some(int m, int n, const CosinePoints<bytes, Real>& at) const {
        V x{}, lower, upper, tangent;
        I lane;
        for (int l = 0; l < lanes; ++l) lane[l] = l;
        loadSome(x, p.x + m, n);
        x = lane >= p.begin - m ? x : V{};
        x = lane < p.end - m ? x : V{};
        take(x, at, lower, upper, tangent);
        storeSome(p.z + 2 * m, lower, std::min(2 * n, lanes));
        storeSome(p.z + 2 * m + lanes, upper, std::max(2 * n - lanes, 0));
        if constexpr (positions) storeSome(p.tangent + m, tangent, n);
    }
};

template <int bytes, bool positions, class Real>
THETASCOPE_INLINE void packBody(const CosinePacking<Real>& p) {
    constexpr int lanes = lanesOf<Real, bytes>;
    const CosinePacker<bytes, positions, Real> packer{p, Real(p.p0), Real(p.p1)};
    const double halfAngle = std::numbers::pi / p.theta;
    const Real scale = Real(2 * halfAngle * p.p1);
    double stepS, stepC;
    vectorSinCos<double>(0.25 * lanes * halfAngle, stepS, stepC); // a quarter of it stays in range at any theta
    for (int doubled = 0; doubled < 2; ++doubled) {
        const double s = 2 * stepS * stepC;
        stepC = 1 - 2 * stepS * stepS;
        stepS = s;
    }
    const auto pointsAt = [&](int m) THETASCOPE_INLINE_LAMBDA {
        CosinePoints<bytes, Real> points(Real(p.y0 + m), Real(halfAngle), Real(stepC), Real(stepS));
        points.s *= scale;
        points.ds *= scale;
        return points;
    };
    int m = p.from;
    for (; m < p.begin; m += lanes) packer.some(m, std::min(lanes, p.to - m), pointsAt(m)); // lanes before the support don't lead on
    while (m < p.to) {
        auto points = pointsAt(m);
        const int last = std::min(p.to, m + anchorVectors * lanes);
        for (; m + lanes <= std::min(last, p.end); m += lanes) {
            packer.all(m, points);
            points.advance();
        }
        for (; m < last; m += lanes) {
            packer.some(m, std::min(lanes, p.to - m), points);
            points.advance();
        }
    }
}

template <class Real>
void packFor(const CosinePacking<Real>& p) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA { p.tangent != nullptr ? packBody<bytes, true>(p) : packBody<bytes, false>(p); });
}

} // namespace

THETASCOPE_CLONES
CosineNorm<double> normOfFrame(const NormedTaper& taper) {
    const auto [p0, p1, energy, theta, points, y] = taper;
    CosineNorm<double> norm{};
    if (energy) cosineNorm<true>(p0, p1, theta, points, points - theta, y, norm.factor, norm.logTheta, norm.logPosition);
    else cosineNorm<false>(p0, p1, theta, points, points - theta, y, norm.factor, norm.logTheta, norm.logPosition);
    return norm;
}

void packCosine(const CosinePacking<float>& packing) {
    packFor(packing);
}
void packCosine(const CosinePacking<double>& packing) {
    packFor(packing);
}

} // namespace thetascope
