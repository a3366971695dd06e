// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/gaussian.h"

#include "core/base/clones.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

/// w = gain(theta) exp(-sharpness y^2/theta^2) - pedestal, gain = amplitude theta^-power.
struct Shape {
    double sharpness, amplitude, pedestal;
    int power; ///< 0 or 1
};

constexpr int lanes = 8, steps = 16;

/// exp(-a y^2) at points one apart, by g(y + L) = g(y) r(y), r(y + L) = r(y) q in `lanes` lanes; exact every block.
template <class Real>
THETASCOPE_INLINE void fillBlock(const Shape& shape, double y, int count, double theta, Real* w, Real* dTheta, Real* dY) {
    const double a = shape.sharpness / (theta * theta), gain = shape.amplitude / (shape.power == 1 ? theta : 1);
    double g[lanes], r[lanes];
    const double q = std::exp(-2 * a * lanes * lanes);
    for (int l = 0; l < lanes; ++l) {
        g[l] = gain * std::exp(-a * (y + l) * (y + l));
        r[l] = std::exp(-a * lanes * (2 * (y + l) + lanes));
    }
    for (int begin = 0; begin < count; begin += lanes) {
        const int n = std::min(lanes, count - begin);
        double value[lanes];
        for (int l = 0; l < lanes; ++l) {
            value[l] = g[l];
            g[l] *= r[l];
            r[l] *= q;
        }
        for (int l = 0; l < n; ++l) {
            const double point = y + begin + l, slope = -2 * a * point * value[l];
            w[begin + l] = Real(value[l] - shape.pedestal);
            dTheta[begin + l] = Real(-(point * slope + shape.power * value[l]) / theta);
            if (dY != nullptr) dY[begin + l] = Real(slope);
        }
    }
}

template <class Real>
THETASCOPE_INLINE void fillAll(const Shape& shape, double y, int count, double theta, Real* w, Real* dTheta, Real* dY) {
    constexpr int block = lanes * steps;
    for (int begin = 0; begin < count; begin += block)
        fillBlock(shape, y + begin, std::min(block, count - begin), theta, w + begin, dTheta + begin,
                  dY != nullptr ? dY + begin : nullptr);
}

THETASCOPE_CLONES
void fillGaussian(const Shape& shape, double y, int count, double theta, double* w, double* dTheta, double* dY) {
    fillAll(shape, y, count, theta, w, dTheta, dY);
}

THETASCOPE_CLONES
void fillGaussian(const Shape& shape, double y, int count, double theta, float* w, float* dTheta, float* dY) {
    fillAll(shape, y, count, theta, w, dTheta, dY);
}

class Gaussian final : public Taper {
public:
    Gaussian(Shape shape, bool isContinuous) : m_shape(shape), m_continuous(isContinuous) {}

    TaperSample at(double y, double theta) const override {
        if (std::abs(y) > theta / 2) return {};
        const double a = m_shape.sharpness / (theta * theta), gain = m_shape.amplitude / (m_shape.power == 1 ? theta : 1);
        const double g = gain * std::exp(-a * y * y), dY = -2 * a * y * g;
        return {g - m_shape.pedestal, -(y * dY + m_shape.power * g) / theta, dY};
    }
    bool continuous() const override { return m_continuous; }
    bool smooth() const override { return false; } // its slope jumps at the edge

protected:
    void fillInside(double y, int count, double theta, double* w, double* dTheta, double* dY) const override {
        fillGaussian(m_shape, y, count, theta, w, dTheta, dY);
    }
    void fillInside(double y, int count, double theta, float* w, float* dTheta, float* dY) const override {
        fillGaussian(m_shape, y, count, theta, w, dTheta, dY);
    }

private:
    Shape m_shape;
    bool m_continuous;
};

} // namespace

std::shared_ptr<const Taper> makeGaussian() {
    const double edge = std::exp(-4.5);
    return std::make_shared<Gaussian>(Shape{18, 1 / (1 - edge), edge / (1 - edge), 0}, true);
}

std::shared_ptr<const Taper> makeGaussianPaper() {
    return std::make_shared<Gaussian>(Shape{4.5, 3 / std::sqrt(2 * std::numbers::pi), 0, 1}, false);
}

} // namespace thetascope
