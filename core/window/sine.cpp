// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/sine.h"

#include "core/window/cosine_sum.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

/// Points between exact values: rounding grows along them, and the taper's edges lie where a cosine is steepest.
constexpr int blockLength = 64;

/// The middle half of a cosine of length 2 theta.
class Sine final : public Taper {
public:
    TaperSample at(double y, double theta) const override {
        if (std::abs(y) > theta / 2) return {};
        const double angle = std::numbers::pi / theta, dY = -angle * std::sin(angle * y);
        return {std::cos(angle * y), -y / theta * dY, dY};
    }
    bool continuous() const override { return true; }
    bool smooth() const override { return false; }

protected:
    void fillInside(double y, int count, double theta, double* w, double* dTheta, double* dY) const override {
        fillHalf(y, count, theta, w, dTheta, dY);
    }
    void fillInside(double y, int count, double theta, float* w, float* dTheta, float* dY) const override {
        fillHalf(y, count, theta, w, dTheta, dY);
    }

private:
    template <class Real>
    void fillHalf(double y, int count, double theta, Real* w, Real* dTheta, Real* dY) const {
        for (int block = 0; block < count; block += blockLength) {
            m_cosine->fill(y + block, std::min(blockLength, count - block), 2 * theta, w + block, dTheta + block,
                           dY != nullptr ? dY + block : nullptr);
        }
        for (int m = 0; m < count; ++m) dTheta[m] *= 2; // by theta, half the cosine's length
    }

    std::shared_ptr<const Taper> m_cosine = makeCosine();
};

} // namespace

std::shared_ptr<const Taper> makeSine() {
    return std::make_shared<Sine>();
}

} // namespace thetascope
