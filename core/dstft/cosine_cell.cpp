// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/cosine_cell.h"

#include "core/base/lanes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

/// Vectors after which sines and cosines start anew from double: rotating them in single precision costs 6e-8 each time.
constexpr int anchorVectors = 16;

template <class Real, int bytes>
THETASCOPE_INLINE Real sumOf(const VectorOf<Real, bytes>& v) {
    if constexpr (bytes == static_cast<int>(sizeof(Real))) {
        return v[0];
    } else {
        VectorOf<Real, bytes / 2> low, high;
        std::memcpy(&low, &v, sizeof low);
        std::memcpy(&high, reinterpret_cast<const char*>(&v) + sizeof low, sizeof high);
        return sumOf<Real, bytes / 2>(low + high);
    }
}

/// exp(j angle k), k = 0..lanes-1, and the step by `lanes` points.
template <class Real, int lanes>
struct Turns {
    THETASCOPE_INLINE Turns(double c1, double s1) {
        c[0] = 1;
        s[0] = 0;
        for (int from = 1; from < lanes; from *= 2) {
            for (int l = 0; l < from; ++l) {
                c[from + l] = Real(double(c[l]) * c1 - double(s[l]) * s1);
                s[from + l] = Real(double(s[l]) * c1 + double(c[l]) * s1);
            }
            const double doubled = c1 * c1 - s1 * s1;
            s1 *= 2 * c1;
            c1 = doubled;
        }
        stepC = c1;
        stepS = s1;
    }
    alignas(64) Real c[lanes], s[lanes];
    double stepC, stepS;
};

template <int bytes, bool positions, class Real>
struct CosineSummer {
    static constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;

    const CosineCell<Real>& cell;
    Real p0, p1, slope; ///< dw/dy = slope sin
    V c, s, point;      ///< cos, sin of 2 pi y/theta; -y/theta
    V re{}, im{}, reTheta{}, imTheta{}, reT{}, imT{}, sumW{}, sumTheta{}, sumY{};

    THETASCOPE_INLINE void add(const V& w, const V& dY, const V& dTheta, const V& a, const V& b, const V& cosine, const V& sine) {
        const V ac = a * cosine, bs = b * sine;
        re += w * ac;
        im -= w * bs;
        reTheta += dTheta * ac;
        imTheta -= dTheta * bs;
        const V with = cell.energy ? w : V{} + Real(1);
        sumW += w * with;
        sumTheta += dTheta * with;
        if constexpr (positions) {
            reT -= dY * (b * cosine);
            imT += dY * (a * sine);
            sumY += dY * with;
        }
    }
    THETASCOPE_INLINE void all(int m) {
        V a, b, cosine, sine;
        loadLanes(a, cell.a + m);
        loadLanes(b, cell.b + m);
        loadLanes(cosine, cell.cosine + m);
        loadLanes(sine, cell.sine + m);
        const V w = p0 + p1 * c, dY = slope * s;
        add(w, dY, point * dY, a, b, cosine, sine);
    }
    THETASCOPE_INLINE void some(int m, int n) {
        V a{}, b{}, cosine{}, sine{}, inside{};
        loadSome(a, cell.a + m, n);
        loadSome(b, cell.b + m, n);
        loadSome(cosine, cell.cosine + m, n);
        loadSome(sine, cell.sine + m, n);
        for (int l = 0; l < lanes; ++l) inside[l] = l < n ? Real(1) : Real(0);
        const V w = inside * (p0 + p1 * c), dY = inside * (slope * s), dTheta = point * dY;
        const V with = cell.energy ? w : inside;
        sumW += w * with;
        sumTheta += dTheta * with;
        if constexpr (positions) sumY += dY * with;
        const V ac = a * cosine, bs = b * sine;
        re += w * ac;
        im -= w * bs;
        reTheta += dTheta * ac;
        imTheta -= dTheta * bs;
        if constexpr (positions) {
            reT -= dY * (b * cosine);
            imT += dY * (a * sine);
        }
    }
};

template <int bytes, bool positions, class Real>
THETASCOPE_INLINE void cosineBody(int count, const CosineCell<Real>& cell, double c1, double s1, double c0, double s0,
                                  CosineSums<Real>& sums) {
    constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    const Turns<Real, lanes> turns(c1, s1);
    const double angle = 2 * std::numbers::pi / cell.theta;
    CosineSummer<bytes, positions, Real> summer{cell, Real(cell.p0), Real(cell.p1), Real(-angle * cell.p1), {}, {}, {}};
    V turnC, turnS, lane;
    loadLanes(turnC, turns.c);
    loadLanes(turnS, turns.s);
    for (int l = 0; l < lanes; ++l) lane[l] = Real(l);
    summer.point = Real(-cell.y0 / cell.theta) - lane * Real(1 / cell.theta);
    const Real stepC = Real(turns.stepC), stepS = Real(turns.stepS), advance = Real(-lanes / cell.theta);
    double blockC = turns.stepC, blockS = turns.stepS;
    for (int vectors = 1; vectors < anchorVectors; vectors *= 2) {
        const double doubled = blockC * blockC - blockS * blockS;
        blockS *= 2 * blockC;
        blockC = doubled;
    }
    sums.firstW = Real(cell.p0 + cell.p1 * c0);
    sums.firstDTheta = Real(cell.y0 / cell.theta * angle * cell.p1 * s0);
    int m = 0;
    while (m < count) {
        summer.c = Real(c0) * turnC - Real(s0) * turnS;
        summer.s = Real(s0) * turnC + Real(c0) * turnS;
        const int end = std::min(count, m + anchorVectors * lanes);
        for (; m + lanes <= end; m += lanes) {
            summer.all(m);
            const V next = summer.c * stepC - summer.s * stepS;
            summer.s = summer.s * stepC + summer.c * stepS;
            summer.c = next;
            summer.point += advance;
        }
        if (m < end) {
            summer.some(m, end - m);
            break;
        }
        const double next = c0 * blockC - s0 * blockS;
        s0 = s0 * blockC + c0 * blockS;
        c0 = next;
    }
    sums.cell = {sumOf<Real, bytes>(summer.re), sumOf<Real, bytes>(summer.im), sumOf<Real, bytes>(summer.reTheta),
                 sumOf<Real, bytes>(summer.imTheta), sumOf<Real, bytes>(summer.reT), sumOf<Real, bytes>(summer.imT)};
    sums.norm = {sumOf<Real, bytes>(summer.sumW), sumOf<Real, bytes>(summer.sumTheta), sumOf<Real, bytes>(summer.sumY)};
}

template <class Real>
CosineSums<Real> sumFor(int count, const CosineCell<Real>& cell, bool positions) {
    // The first point lies half a sample from the centre, on it, or anywhere.
    const double angle = 2 * std::numbers::pi / cell.theta;
    const double halfC = std::cos(0.5 * angle), halfS = std::sin(0.5 * angle);
    const double c1 = halfC * halfC - halfS * halfS, s1 = 2 * halfC * halfS;
    double c0 = 1, s0 = 0;
    if (cell.y0 == 0.5) {
        c0 = halfC;
        s0 = halfS;
    } else if (cell.y0 != 0) {
        c0 = std::cos(angle * cell.y0);
        s0 = std::sin(angle * cell.y0);
    }
    CosineSums<Real> sums;
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA {
        if (positions) cosineBody<bytes, true>(count, cell, c1, s1, c0, s0, sums);
        else cosineBody<bytes, false>(count, cell, c1, s1, c0, s0, sums);
    });
    return sums;
}

} // namespace

CosineSums<float> sumCosineCell(int count, const CosineCell<float>& cell, bool positions) {
    return sumFor(count, cell, positions);
}
CosineSums<double> sumCosineCell(int count, const CosineCell<double>& cell, bool positions) {
    return sumFor(count, cell, positions);
}

} // namespace thetascope
