// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/tukey.h"

#include "core/window/cosine_sum.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Interpolation in theta is tuned to tapers as gentle as Hann's: steeper flanks take the exact way.
constexpr double gentlest = 0.5;
constexpr int blockLength = 256;

class Tukey final : public Taper {
public:
    explicit Tukey(double alpha) : m_alpha(alpha), m_hann(makeHann()) {}

    TaperSample at(double y, double theta) const override {
        if (std::abs(y) > theta / 2) return {};
        const double middle = (1 - m_alpha) * theta / 2;
        if (std::abs(y) <= middle) return {1, 0, 0};
        const TaperSample flank = m_hann->at(y - std::copysign(middle, y), m_alpha * theta);
        return {flank.w, -y / theta * flank.dY, flank.dY};
    }
    bool continuous() const override { return true; }
    bool smooth() const override { return m_alpha >= gentlest; }

protected:
    void fillInside(double y, int count, double theta, double* w, double* dTheta, double* dY) const override {
        fillParts(y, count, theta, w, dTheta, dY);
    }
    void fillInside(double y, int count, double theta, float* w, float* dTheta, float* dY) const override {
        fillParts(y, count, theta, w, dTheta, dY);
    }

private:
    template <class Real>
    void fillParts(double y, int count, double theta, Real* w, Real* dTheta, Real* dY) const {
        const double middle = (1 - m_alpha) * theta / 2;
        const auto index = [&](double at) { return static_cast<int>(std::clamp(std::ceil(at - y), 0.0, double(count))); };
        const int from = index(-middle), to = std::max(from, index(middle));
        fillFlank(y, 0, from, -middle, theta, w, dTheta, dY);
        std::fill(w + from, w + to, Real(1));
        std::fill(dTheta + from, dTheta + to, Real(0));
        if (dY != nullptr) std::fill(dY + from, dY + to, Real(0));
        fillFlank(y, to, count, middle, theta, w, dTheta, dY);
    }

    /// Points begin..end-1, half of a Hann window about `centre`. Its dw/dtheta is by its own length: the whole one's follows
    /// from dw/dy.
    template <class Real>
    void fillFlank(double y, int begin, int end, double centre, double theta, Real* w, Real* dTheta, Real* dY) const {
        for (int block = begin; block < end; block += blockLength) {
            const int count = std::min(blockLength, end - block);
            Real slope[blockLength];
            m_hann->fill(y + block - centre, count, m_alpha * theta, w + block, dTheta + block, slope);
            for (int m = 0; m < count; ++m) dTheta[block + m] = Real(-(y + block + m) / theta) * slope[m];
            if (dY != nullptr) std::copy(slope, slope + count, dY + block);
        }
    }

    double m_alpha;
    std::shared_ptr<const Taper> m_hann;
};

} // namespace

std::shared_ptr<const Taper> makeTukey(double alpha) {
    return std::make_shared<Tukey>(alpha);
}

} // namespace thetascope
