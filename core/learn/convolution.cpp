// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"
#include "core/learn/loops.h"

#include <stdexcept>

namespace thetascope {

namespace {

/// Letters: t, f output cell; p, q tap; i input channel; o output channel, o + 0..15 at once.
template <class Real>
THETASCOPE_INLINE void forwardAll(const Shape& in, const Shape& out, const Real* w, const Real* x, Real* y) {
    const int filters = out.channels;
    const Real* bias = w + convolutionTaps * in.channels * filters;
    for (int t = 0; t < out.frames; ++t) {
        for (int f = 0; f < out.bins; ++f, y += filters) {
            const TapRange ps(t, in.frames), qs(f, in.bins);
            for (int o = 0; o < filters; o += filterLanes) {
                Real sum[filterLanes];
                std::copy(bias + o, bias + o + filterLanes, sum);
                for (int p = ps.begin; p < ps.end; ++p)
                    for (int q = qs.begin; q < qs.end; ++q) {
                        const Real* cell = x + ((2 * t + p - 1) * in.bins + 2 * f + q - 1) * in.channels;
                        const Real* tap = w + (p * tapsAcross + q) * in.channels * filters + o;
                        for (int i = 0; i < in.channels; ++i) addScaledLanes(cell[i], tap + i * filters, sum);
                    }
                std::copy(sum, sum + filterLanes, y + o);
            }
        }
    }
}

/// dw[p,q,i,o] += sum x[2t+p-1, 2f+q-1, i] dy[t,f,o];  dx[2t+p-1, 2f+q-1, i] = sum w[p,q,i,o] dy[t,f,o].
template <class Real>
THETASCOPE_INLINE void backwardAll(const Shape& in, const Shape& out, const Real* w, const Real* x, const Real* dy, Real* dw,
                                   Real* dx) {
    const int filters = out.channels;
    Real* dBias = dw + convolutionTaps * in.channels * filters;
    std::fill(dx, dx + in.size(), Real(0));
    for (int t = 0; t < out.frames; ++t) {
        for (int f = 0; f < out.bins; ++f, dy += filters) {
            const TapRange ps(t, in.frames), qs(f, in.bins);
            for (int o = 0; o < filters; o += filterLanes) {
                Real slope[filterLanes];
                std::copy(dy + o, dy + o + filterLanes, slope);
                addLanes(slope, dBias + o);
                for (int p = ps.begin; p < ps.end; ++p)
                    for (int q = qs.begin; q < qs.end; ++q) {
                        const int cell = ((2 * t + p - 1) * in.bins + 2 * f + q - 1) * in.channels;
                        const int tap = (p * tapsAcross + q) * in.channels * filters + o;
                        for (int i = 0; i < in.channels; ++i) {
                            addScaledLanes(x[cell + i], slope, dw + tap + i * filters);
                            dx[cell + i] += dotLanes(slope, w + tap + i * filters);
                        }
                    }
            }
        }
    }
}

THETASCOPE_CLONES
void convolve(const Shape& in, const Shape& out, const float* w, const float* x, float* y) { forwardAll(in, out, w, x, y); }
THETASCOPE_CLONES
void convolve(const Shape& in, const Shape& out, const double* w, const double* x, double* y) { forwardAll(in, out, w, x, y); }
THETASCOPE_CLONES
void convolveBack(const Shape& in, const Shape& out, const float* w, const float* x, const float* dy, float* dw, float* dx) {
    backwardAll(in, out, w, x, dy, dw, dx);
}
THETASCOPE_CLONES
void convolveBack(const Shape& in, const Shape& out, const double* w, const double* x, const double* dy, double* dw, double* dx) {
    backwardAll(in, out, w, x, dy, dw, dx);
}

template <class Real>
class Convolution final : public Layer<Real> {
public:
    Convolution(std::string name, Shape input, int filters)
        : Layer<Real>(input, halved(input, filters)), m_name(std::move(name)) {
        if (filters < 1 || filters % filterLanes != 0)
            throw std::invalid_argument("a convolution's filters must be a multiple of 16");
    }
    std::string name() const override { return m_name; }
    std::vector<ParameterBlock> parameters() const override {
        const int in = this->input().channels, filters = this->output().channels, fanIn = convolutionTaps * in;
        return {{"weight", {tapsAcross, tapsAcross, in, filters}, fanIn}, {"bias", {filters}, fanIn}};
    }
    void forward(const Real* w, const Real* x, Real* y, const Pass&) const override {
        convolve(this->input(), this->output(), w, x, y);
    }
    void backward(const Real* w, const Real* x, const Real*, const Real* dy, Real* dw, Real* dx, const Pass&) const override {
        convolveBack(this->input(), this->output(), w, x, dy, dw, dx);
    }

private:
    std::string m_name;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makeConvolution(std::string name, Shape input, int filters) {
    return std::make_unique<Convolution<Real>>(std::move(name), input, filters);
}
template std::unique_ptr<Layer<float>> makeConvolution<float>(std::string, Shape, int);
template std::unique_ptr<Layer<double>> makeConvolution<double>(std::string, Shape, int);

} // namespace thetascope
