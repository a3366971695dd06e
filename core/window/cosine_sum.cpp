// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/cosine_sum.h"

#include "core/base/clones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

namespace thetascope {

namespace {

constexpr int terms = 4;

/// The sum as polynomials in c = cos(2 pi y/theta), s = sin(2 pi y/theta): w = P(c), sum_k k a_k sin(k x) = s Q(c), with
/// cos 2x = 2c^2-1, cos 3x = 4c^3-3c, sin 2x = 2sc, sin 3x = s(4c^2-1).
struct Polynomials {
    std::array<double, terms> p, q;
    explicit Polynomials(const std::array<double, terms>& a)
        : p{a[0] - a[2], a[1] - 3 * a[3], 2 * a[2], 4 * a[3]}, q{a[1] - 3 * a[3], 4 * a[2], 12 * a[3], 0} {}
};

/// Points per block, whose first sines and cosines are rotated in double; within it they are rotated `lanes` points at a time.
constexpr int lanes = 16, rotations = 16;

template <class Real>
using Lanes [[gnu::vector_size(lanes * sizeof(Real))]] = Real;

/// exp(j angle k) for k = 0, 1, ... lanes: by doubling from one call of libm.
struct Rotations {
    THETASCOPE_INLINE explicit Rotations(double angle) {
        c[0] = 1;
        s[0] = 0;
        double stepC = std::cos(angle), stepS = std::sin(angle); // by `from` points
        for (int from = 1; from <= lanes / 2; from *= 2) {
            for (int l = 0; l < from; ++l) {
                c[from + l] = c[l] * stepC - s[l] * stepS;
                s[from + l] = s[l] * stepC + c[l] * stepS;
            }
            const double doubledC = stepC * stepC - stepS * stepS;
            stepS *= 2 * stepC;
            stepC = doubledC;
        }
        c[lanes] = stepC;
        s[lanes] = stepS;
    }
    double c[lanes + 1], s[lanes + 1];
};

/// One block whose first point has cosine c0 and sine s0. few: p[2], p[3], q[1], q[2] are zero.
template <bool few, bool slopes, class Real>
THETASCOPE_INLINE void fillBlock(const double* p, const double* q, double angle, const Rotations& turn, double y, double c0,
                                 double s0, int count, Real* w, Real* dTheta, Real* dY) {
    using V = Lanes<Real>;
    alignas(V) Real firstC[lanes], firstS[lanes], firstPoint[lanes];
    for (int l = 0; l < lanes; ++l) {
        firstC[l] = Real(c0 * turn.c[l] - s0 * turn.s[l]);
        firstS[l] = Real(s0 * turn.c[l] + c0 * turn.s[l]);
        firstPoint[l] = Real(-(y + l) * angle / (2 * std::numbers::pi)); // -y/theta
    }
    V c, s, point;
    std::memcpy(&c, firstC, sizeof c);
    std::memcpy(&s, firstS, sizeof s);
    std::memcpy(&point, firstPoint, sizeof point);
    const Real p0 = Real(p[0]), p1 = Real(p[1]), p2 = Real(p[2]), p3 = Real(p[3]);
    const Real q0 = Real(-angle * q[0]), q1 = Real(-angle * q[1]), q2 = Real(-angle * q[2]);
    const Real turnC = Real(turn.c[lanes]), turnS = Real(turn.s[lanes]), advance = Real(-lanes * angle / (2 * std::numbers::pi));
    for (int begin = 0; begin < count; begin += lanes) {
        const V value = few ? p0 + c * p1 : p0 + c * (p1 + c * (p2 + c * p3));
        const V slope = few ? s * q0 : s * (q0 + c * (q1 + c * q2));
        const V byTheta = point * slope, next = c * turnC - s * turnS;
        s = s * turnC + c * turnS;
        c = next;
        point += advance;
        if (count - begin >= lanes) { // the common case, one store
            std::memcpy(w + begin, &value, sizeof(V));
            std::memcpy(dTheta + begin, &byTheta, sizeof(V));
            if constexpr (slopes) std::memcpy(dY + begin, &slope, sizeof(V));
            continue;
        }
        const std::size_t bytes = sizeof(Real) * static_cast<std::size_t>(count - begin);
        std::memcpy(w + begin, &value, bytes);
        std::memcpy(dTheta + begin, &byTheta, bytes);
        if constexpr (slopes) std::memcpy(dY + begin, &slope, bytes);
    }
}

template <bool few, bool slopes, class Real>
THETASCOPE_INLINE void fillBlocks(const double* p, const double* q, double y, int count, double theta, Real* w, Real* dTheta,
                                  Real* dY) {
    constexpr int block = lanes * rotations;
    const double angle = 2 * std::numbers::pi / theta;
    const Rotations turn(angle);
    double c = std::cos(angle * y), s = std::sin(angle * y), blockC = turn.c[lanes], blockS = turn.s[lanes];
    for (int points = lanes; points < block; points *= 2) {
        const double doubledC = blockC * blockC - blockS * blockS;
        blockS *= 2 * blockC;
        blockC = doubledC;
    }
    for (int begin = 0; begin < count; begin += block) {
        fillBlock<few, slopes>(p, q, angle, turn, y + begin, c, s, std::min(block, count - begin), w + begin, dTheta + begin,
                               slopes ? dY + begin : nullptr);
        const double next = c * blockC - s * blockS;
        s = s * blockC + c * blockS;
        c = next;
    }
}

template <class Real>
THETASCOPE_INLINE void fillAll(const double* p, const double* q, double y, int count, double theta, Real* w, Real* dTheta,
                               Real* dY) {
    const bool few = p[2] == 0 && p[3] == 0;
    if (few && dY == nullptr) fillBlocks<true, false>(p, q, y, count, theta, w, dTheta, dY);
    else if (few) fillBlocks<true, true>(p, q, y, count, theta, w, dTheta, dY);
    else if (dY == nullptr) fillBlocks<false, false>(p, q, y, count, theta, w, dTheta, dY);
    else fillBlocks<false, true>(p, q, y, count, theta, w, dTheta, dY);
}

THETASCOPE_CLONES
void fillCosineSum(const double* p, const double* q, double y, int count, double theta, double* w, double* dTheta, double* dY) {
    fillAll(p, q, y, count, theta, w, dTheta, dY);
}

THETASCOPE_CLONES
void fillCosineSum(const double* p, const double* q, double y, int count, double theta, float* w, float* dTheta, float* dY) {
    fillAll(p, q, y, count, theta, w, dTheta, dY);
}

class CosineSum final : public Taper {
public:
    CosineSum(std::array<double, terms> coefficients, bool isSmooth)
        : m_polynomials(coefficients), m_smooth(isSmooth) {}

    TaperSample at(double y, double theta) const override {
        if (std::abs(y) > theta / 2) return {};
        const double angle = 2 * std::numbers::pi / theta, c = std::cos(angle * y), s = std::sin(angle * y);
        const auto& [p, q] = m_polynomials;
        const double dY = -angle * s * (q[0] + c * (q[1] + c * q[2]));
        return {p[0] + c * (p[1] + c * (p[2] + c * p[3])), -y / theta * dY, dY};
    }
    bool continuous() const override { return m_smooth; }
    std::optional<Cosine> cosine() const override {
        if (m_polynomials.p[2] != 0 || m_polynomials.p[3] != 0) return std::nullopt;
        return Cosine{m_polynomials.p[0], m_polynomials.p[1]};
    }
    bool smooth() const override { return m_smooth; } // sum_k k a_k sin(k pi) = 0: where it is continuous it is C1

protected:
    void fillInside(double y, int count, double theta, double* w, double* dTheta, double* dY) const override {
        fillCosineSum(m_polynomials.p.data(), m_polynomials.q.data(), y, count, theta, w, dTheta, dY);
    }
    void fillInside(double y, int count, double theta, float* w, float* dTheta, float* dY) const override {
        fillCosineSum(m_polynomials.p.data(), m_polynomials.q.data(), y, count, theta, w, dTheta, dY);
    }

private:
    Polynomials m_polynomials;
    bool m_smooth;
};

std::shared_ptr<const Taper> make(double a0, double a1, double a2, double a3, bool smooth) {
    return std::make_shared<CosineSum>(std::array{a0, a1, a2, a3}, smooth);
}

} // namespace

std::shared_ptr<const Taper> makeHann() {
    return make(0.5, 0.5, 0, 0, true);
}
std::shared_ptr<const Taper> makeHamming() {
    return make(0.54, 0.46, 0, 0, false);
}
std::shared_ptr<const Taper> makeBlackman() {
    return make(0.42, 0.5, 0.08, 0, true);
}
std::shared_ptr<const Taper> makeBlackmanHarris() {
    return make(0.35875, 0.48829, 0.14128, 0.01168, false);
}
std::shared_ptr<const Taper> makeCosine() {
    return make(0, 1, 0, 0, false);
}

} // namespace thetascope
