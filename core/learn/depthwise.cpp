// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/layers.h"
#include "core/learn/loops.h"

#include <stdexcept>

namespace thetascope {

namespace {

/// Letters: t, f output cell; p, q tap; c channel, c + 0..15 at once.
template <class Real>
THETASCOPE_INLINE void forwardAll(const Shape& in, const Shape& out, const Real* w, const Real* x, Real* y) {
    const int channels = in.channels;
    const Real* bias = w + convolutionTaps * channels;
    for (int t = 0; t < out.frames; ++t) {
        for (int f = 0; f < out.bins; ++f, y += channels) {
            const TapRange ps(t, in.frames), qs(f, in.bins);
            for (int c = 0; c < channels; c += filterLanes) {
                Real sum[filterLanes];
                std::copy(bias + c, bias + c + filterLanes, sum);
                for (int p = ps.begin; p < ps.end; ++p)
                    for (int q = qs.begin; q < qs.end; ++q)
                        addProductLanes(x + ((2 * t + p - 1) * in.bins + 2 * f + q - 1) * channels + c,
                                        w + (p * tapsAcross + q) * channels + c, sum);
                std::copy(sum, sum + filterLanes, y + c);
            }
        }
    }
}

/// dw[p,q,c] += sum x[2t+p-1, 2f+q-1, c] dy[t,f,c];  dx[2t+p-1, 2f+q-1, c] = sum w[p,q,c] dy[t,f,c].
template <class Real>
THETASCOPE_INLINE void backwardAll(const Shape& in, const Shape& out, const Real* w, const Real* x, const Real* dy, Real* dw,
                                   Real* dx) {
    const int channels = in.channels;
    Real* dBias = dw + convolutionTaps * channels;
    std::fill(dx, dx + in.size(), Real(0));
    for (int t = 0; t < out.frames; ++t) {
        for (int f = 0; f < out.bins; ++f, dy += channels) {
            const TapRange ps(t, in.frames), qs(f, in.bins);
            for (int c = 0; c < channels; c += filterLanes) {
                Real slope[filterLanes];
                std::copy(dy + c, dy + c + filterLanes, slope);
                addLanes(slope, dBias + c);
                for (int p = ps.begin; p < ps.end; ++p)
                    for (int q = qs.begin; q < qs.end; ++q) {
                        const int cell = ((2 * t + p - 1) * in.bins + 2 * f + q - 1) * channels + c;
                        const int tap = (p * tapsAcross + q) * channels + c;
                        addProductLanes(x + cell, slope, dw + tap);
                        addProductLanes(w + tap, slope, dx + cell);
                    }
            }
        }
    }
}

THETASCOPE_CLONES
void filter(const Shape& in, const Shape& out, const float* w, const float* x, float* y) { forwardAll(in, out, w, x, y); }
THETASCOPE_CLONES
void filter(const Shape& in, const Shape& out, const double* w, const double* x, double* y) { forwardAll(in, out, w, x, y); }
THETASCOPE_CLONES
void filterBack(const Shape& in, const Shape& out, const float* w, const float* x, const float* dy, float* dw, float* dx) {
    backwardAll(in, out, w, x, dy, dw, dx);
}
THETASCOPE_CLONES
void filterBack(const Shape& in, const Shape& out, const double* w, const double* x, const double* dy, double* dw, double* dx) {
    backwardAll(in, out, w, x, dy, dw, dx);
}

template <class Real>
class Depthwise final : public Layer<Real> {
public:
    Depthwise(std::string name, Shape input) : Layer<Real>(input, halved(input, input.channels)), m_name(std::move(name)) {
        if (input.channels < 1 || input.channels % filterLanes != 0)
            throw std::invalid_argument("a depthwise convolution's channels must be a multiple of 16");
    }
    std::string name() const override { return m_name; }
    std::vector<ParameterBlock> parameters() const override {
        const int channels = this->input().channels;
        return {{"weight", {tapsAcross, tapsAcross, channels}, convolutionTaps}, {"bias", {channels}, convolutionTaps}};
    }
    void forward(const Real* w, const Real* x, Real* y, const Pass&) const override {
        filter(this->input(), this->output(), w, x, y);
    }
    void backward(const Real* w, const Real* x, const Real*, const Real* dy, Real* dw, Real* dx, const Pass&) const override {
        filterBack(this->input(), this->output(), w, x, dy, dw, dx);
    }

private:
    std::string m_name;
};

} // namespace

template <class Real>
std::unique_ptr<Layer<Real>> makeDepthwise(std::string name, Shape input) {
    return std::make_unique<Depthwise<Real>>(std::move(name), input);
}
template std::unique_ptr<Layer<float>> makeDepthwise<float>(std::string, Shape);
template std::unique_ptr<Layer<double>> makeDepthwise<double>(std::string, Shape);

} // namespace thetascope
