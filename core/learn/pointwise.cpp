// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"
#include "core/learn/loops.h"

#include <stdexcept>

namespace thetascope {

namespace {

/// Letters: i input channel; o output channel, o + 0..15 at once.
template <class Real>
THETASCOPE_INLINE void forwardAll(int cells, int in, int filters, const Real* w, const Real* x, Real* y) {
    const Real* bias = w + in * filters;
    for (int cell = 0; cell < cells; ++cell, x += in, y += filters) {
        for (int o = 0; o < filters; o += filterLanes) {
            Real sum[filterLanes];
            std::copy(bias + o, bias + o + filterLanes, sum);
            for (int i = 0; i < in; ++i) addScaledLanes(x[i], w + i * filters + o, sum);
            std::copy(sum, sum + filterLanes, y + o);
        }
    }
}

/// dw[i,o] += sum x[i] dy[o];  dx[i] = sum_o w[i,o] dy[o].
template <class Real>
THETASCOPE_INLINE void backwardAll(int cells, int in, int filters, const Real* w, const Real* x, const Real* dy, Real* dw,
                                   Real* dx) {
    Real* dBias = dw + in * filters;
    std::fill(dx, dx + cells * in, Real(0));
    for (int cell = 0; cell < cells; ++cell, x += in, dx += in, dy += filters) {
        for (int o = 0; o < filters; o += filterLanes) {
            Real slope[filterLanes];
            std::copy(dy + o, dy + o + filterLanes, slope);
            addLanes(slope, dBias + o);
            for (int i = 0; i < in; ++i) {
                addScaledLanes(x[i], slope, dw + i * filters + o);
                dx[i] += dotLanes(slope, w + i * filters + o);
            }
        }
    }
}

THETASCOPE_CLONES
void mix(int cells, int in, int filters, const float* w, const float* x, float* y) { forwardAll(cells, in, filters, w, x, y); }
THETASCOPE_CLONES
void mix(int cells, int in, int filters, const double* w, const double* x, double* y) {
    forwardAll(cells, in, filters, w, x, y);
}
THETASCOPE_CLONES
void mixBack(int cells, int in, int filters, const float* w, const float* x, const float* dy, float* dw, float* dx) {
    backwardAll(cells, in, filters, w, x, dy, dw, dx);
}
THETASCOPE_CLONES
void mixBack(int cells, int in, int filters, const double* w, const double* x, const double* dy, double* dw, double* dx) {
    backwardAll(cells, in, filters, w, x, dy, dw, dx);
}

template <class Real>
class Pointwise final : public Layer<Real> {
public:
    Pointwise(std::string name, Shape input, int filters)
        : Layer<Real>(input, {input.frames, input.bins, filters}), m_name(std::move(name)) {
        if (filters < 1 || filters % filterLanes != 0)
            throw std::invalid_argument("a pointwise convolution's filters must be a multiple of 16");
    }
    std::string name() const override { return m_name; }
    std::vector<ParameterBlock> parameters() const override {
        const int in = this->input().channels, filters = this->output().channels;
        return {{"weight", {in, filters}, in}, {"bias", {filters}, in}};
    }
    void forward(const Real* w, const Real* x, Real* y, const Pass&) const override {
        mix(this->input().cells(), this->input().channels, this->output().channels, w, x, y);
    }
    void backward(const Real* w, const Real* x, const Real*, const Real* dy, Real* dw, Real* dx, const Pass&) const override {
        mixBack(this->input().cells(), this->input().channels, this->output().channels, w, x, dy, dw, dx);
    }

private:
    std::string m_name;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makePointwise(std::string name, Shape input, int filters) {
    return std::make_unique<Pointwise<Real>>(std::move(name), input, filters);
}
template std::unique_ptr<Layer<float>> makePointwise<float>(std::string, Shape, int);
template std::unique_ptr<Layer<double>> makePointwise<double>(std::string, Shape, int);

} // namespace thetascope
