// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"
#include "core/learn/loops.h"

#include <stdexcept>

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE void forwardAll(int inputs, int outputs, const Real* w, const Real* x, Real* y) {
    const Real* bias = w + inputs * outputs;
    for (int k = 0; k < outputs; ++k) y[k] = bias[k] + dotAll(inputs, w + k * inputs, x);
}

/// dw[k,i] += dy[k] x[i];  dx[i] = sum_k w[k,i] dy[k].
template <class Real>
THETASCOPE_INLINE void backwardAll(int inputs, int outputs, const Real* w, const Real* x, const Real* dy, Real* dw, Real* dx) {
    std::fill(dx, dx + inputs, Real(0));
    for (int k = 0; k < outputs; ++k) {
        const Real slope = dy[k];
        const Real* row = w + k * inputs;
        Real* dRow = dw + k * inputs;
        for (int i = 0; i < inputs; ++i) dRow[i] += slope * x[i];
        for (int i = 0; i < inputs; ++i) dx[i] += slope * row[i];
        dw[inputs * outputs + k] += slope;
    }
}

THETASCOPE_CLONES
void multiply(int inputs, int outputs, const float* w, const float* x, float* y) { forwardAll(inputs, outputs, w, x, y); }
THETASCOPE_CLONES
void multiply(int inputs, int outputs, const double* w, const double* x, double* y) { forwardAll(inputs, outputs, w, x, y); }
THETASCOPE_CLONES
void multiplyBack(int inputs, int outputs, const float* w, const float* x, const float* dy, float* dw, float* dx) {
    backwardAll(inputs, outputs, w, x, dy, dw, dx);
}
THETASCOPE_CLONES
void multiplyBack(int inputs, int outputs, const double* w, const double* x, const double* dy, double* dw, double* dx) {
    backwardAll(inputs, outputs, w, x, dy, dw, dx);
}

template <class Real>
class Dense final : public Layer<Real> {
public:
    Dense(std::string name, Shape input, int outputs) : Layer<Real>(input, {1, 1, outputs}), m_name(std::move(name)) {
        if (outputs < 1) throw std::invalid_argument("a dense layer needs at least one output");
    }
    std::string name() const override { return m_name; }
    std::vector<ParameterBlock> parameters() const override {
        const int inputs = this->input().size(), outputs = this->output().size();
        return {{"weight", {outputs, inputs}, inputs}, {"bias", {outputs}, inputs}};
    }
    void forward(const Real* w, const Real* x, Real* y, const Pass&) const override {
        multiply(this->input().size(), this->output().size(), w, x, y);
    }
    void backward(const Real* w, const Real* x, const Real*, const Real* dy, Real* dw, Real* dx, const Pass&) const override {
        multiplyBack(this->input().size(), this->output().size(), w, x, dy, dw, dx);
    }

private:
    std::string m_name;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makeDense(std::string name, Shape input, int outputs) {
    return std::make_unique<Dense<Real>>(std::move(name), input, outputs);
}
template std::unique_ptr<Layer<float>> makeDense<float>(std::string, Shape, int);
template std::unique_ptr<Layer<double>> makeDense<double>(std::string, Shape, int);

} // namespace thetascope
