// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/cosine_sum.h"

#include "core/base/clones.h"

#include <algorithm>
#include <array>
#include <cmath>
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

/// Points per exact evaluation of sine and cosine; in between they are rotated, `lanes` at a time.
constexpr int lanes = 8, rotations = 16;

template <class Real>
THETASCOPE_INLINE void fillBlock(const double* p, const double* q, double y, int count, double theta, Real* w, Real* dTheta,
                                 Real* dY) {
    const double angle = 2 * std::numbers::pi / theta;
    Real c[lanes], s[lanes], turnC = Real(std::cos(angle * lanes)), turnS = Real(std::sin(angle * lanes));
    for (int l = 0; l < lanes; ++l) {
        c[l] = Real(std::cos(angle * (y + l)));
        s[l] = Real(std::sin(angle * (y + l)));
    }
    const Real p0 = Real(p[0]), p1 = Real(p[1]), p2 = Real(p[2]), p3 = Real(p[3]);
    const Real q0 = Real(-angle * q[0]), q1 = Real(-angle * q[1]), q2 = Real(-angle * q[2]);
    const Real perTheta = Real(-1 / theta);
    for (int begin = 0; begin < count; begin += lanes) {
        const int n = std::min(lanes, count - begin);
        Real value[lanes], slope[lanes];
        for (int l = 0; l < lanes; ++l) {
            value[l] = p0 + c[l] * (p1 + c[l] * (p2 + c[l] * p3));
            slope[l] = s[l] * (q0 + c[l] * (q1 + c[l] * q2));
            const Real next = c[l] * turnC - s[l] * turnS;
            s[l] = s[l] * turnC + c[l] * turnS;
            c[l] = next;
        }
        for (int l = 0; l < n; ++l) {
            w[begin + l] = value[l];
            dTheta[begin + l] = perTheta * Real(y + begin + l) * slope[l];
            if (dY != nullptr) dY[begin + l] = slope[l];
        }
    }
}

template <class Real>
THETASCOPE_INLINE void fillAll(const double* p, const double* q, double y, int count, double theta, Real* w, Real* dTheta,
                               Real* dY) {
    constexpr int block = lanes * rotations;
    for (int begin = 0; begin < count; begin += block)
        fillBlock(p, q, y + begin, std::min(block, count - begin), theta, w + begin, dTheta + begin,
                  dY != nullptr ? dY + begin : nullptr);
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

} // namespace thetascope
