// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"
#include "core/learn/seeds.h"

#include <algorithm>
#include <stdexcept>

namespace thetascope {

namespace {

/// Entry i survives or not by a number scrambled from (seed, i): backward() drops what forward() dropped without remembering.
template <class Real>
class Dropout final : public Layer<Real> {
public:
    Dropout(std::string name, Shape input, double share)
        : Layer<Real>(input, input), m_name(std::move(name)), m_share(share) {
        if (!(share >= 0 && share < 1)) throw std::invalid_argument("the share of dropout must lie in [0, 1)");
    }
    std::string name() const override { return m_name; }
    void forward(const Real*, const Real* x, Real* y, const Pass& pass) const override { apply(x, y, pass); }
    void backward(const Real*, const Real*, const Real*, const Real* dy, Real*, Real* dx, const Pass& pass) const override {
        apply(dy, dx, pass);
    }

private:
    void apply(const Real* from, Real* to, const Pass& pass) const {
        const int size = this->input().size();
        if (!pass.training || m_share == 0) {
            std::copy(from, from + size, to);
            return;
        }
        const Real scale = Real(1 / (1 - m_share));
        for (int i = 0; i < size; ++i) {
            const double chance = static_cast<double>(scrambled(pass.seed + static_cast<std::uint64_t>(i)) >> 11) * 0x1p-53;
            to[i] = chance < m_share ? Real(0) : scale * from[i];
        }
    }

    std::string m_name;
    double m_share;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makeDropout(std::string name, Shape input, double share) {
    return std::make_unique<Dropout<Real>>(std::move(name), input, share);
}
template std::unique_ptr<Layer<float>> makeDropout<float>(std::string, Shape, double);
template std::unique_ptr<Layer<double>> makeDropout<double>(std::string, Shape, double);

} // namespace thetascope
