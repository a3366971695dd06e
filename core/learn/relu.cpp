// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"

#include <algorithm>

namespace thetascope {

namespace {

template <class Real>
class Relu final : public Layer<Real> {
public:
    Relu(std::string name, Shape input) : Layer<Real>(input, input), m_name(std::move(name)) {}
    std::string name() const override { return m_name; }
    void forward(const Real*, const Real* x, Real* y, const Pass&) const override {
        for (int i = 0; i < this->input().size(); ++i) y[i] = std::max(x[i], Real(0));
    }
    void backward(const Real*, const Real*, const Real* y, const Real* dy, Real*, Real* dx, const Pass&) const override {
        for (int i = 0; i < this->input().size(); ++i) dx[i] = y[i] > 0 ? dy[i] : Real(0);
    }

private:
    std::string m_name;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makeRelu(std::string name, Shape input) {
    return std::make_unique<Relu<Real>>(std::move(name), input);
}
template std::unique_ptr<Layer<float>> makeRelu<float>(std::string, Shape);
template std::unique_ptr<Layer<double>> makeRelu<double>(std::string, Shape);

} // namespace thetascope
