// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/frame_transform.h"

#include "core/fft/fft.h"

#include <vector>

namespace thetascope {

namespace {

/// Frames a thread takes at a time.
constexpr int chunkFrames = 8;

/// Theta shared or per frame: one taper per frame.
///
///   forward:   S[f] = phase_f / n * FFT(w s)[f]
///   backward:  g = inverse FFT of conj(phase_f) G[f] (half-spectrum weights undone), then for every parameter p of the taper
///              dL/dp = 1/n sum_m g[m] s[m] dw[m]/dp - (ln n)_p * 1/n sum_m g[m] s[m] w[m]
template <class Real>
class FftFrames final : public FrameTransform {
public:
    FftFrames(const TransformContext& context, int support) : m_context(context), m_support(support), m_roots(support) {
        m_scratch.reserve(static_cast<std::size_t>(context.pool.threads()));
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.emplace_back(support);
    }

    void forward(const Tiling& tiling, Wanted, ComplexFrames& spectrum) override {
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            for (int i = begin; i < end; ++i) forwardFrame(tiling, i, m_scratch[static_cast<std::size_t>(thread)], spectrum);
        });
    }

    void backward(const Tiling& tiling, Wanted wanted, const ComplexFrames& cotangent, TilingGradient& gradient) override {
        m_theta.resize(tiling.frames());
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            for (int i = begin; i < end; ++i) {
                const auto [theta, position] = backwardFrame(tiling, i, m_scratch[static_cast<std::size_t>(thread)], cotangent);
                m_theta[i] = theta;
                if (wanted.positions) gradient.positions[i] = position;
            }
        });
        if (!wanted.theta) return;
        for (int i = 0; i < tiling.frames(); ++i) gradient.theta(tiling.theta.rows() > 1 ? i : 0, 0) += m_theta[i];
    }

    void signalFrames(const Tiling& tiling, int begin, int end, const ComplexFrames& cotangent, int thread,
                      double* out) override {
        Scratch& scratch = m_scratch[static_cast<std::size_t>(thread)];
        for (int i = begin; i < end; ++i, out += m_support) {
            const Scale scale = sample(tiling, i, scratch).scale;
            adjoint(tiling, i, cotangent, scratch);
            const Real* g = scratch.fft.samples();
            for (int m = 0; m < m_support; ++m) out[m] = scale.factor * double(g[m]) * double(scratch.w[m]);
        }
    }

    EngineReport report() const override { return {.name = "exact, FFTs in two passes"}; }

private:
    struct Scratch {
        explicit Scratch(int n) : fft(n), x(n), w(n), dTheta(n), dY(n) {}
        RealFft<Real> fft;
        std::vector<Real> x, w, dTheta, dY; ///< samples, taper and its derivatives, [N] each
    };

    struct Sampled {
        FrameGeometry geometry;
        Scale scale;
    };

    Sampled sample(const Tiling& tiling, int i, Scratch& s) const {
        const FrameGeometry geometry(tiling.positions[i], m_support);
        m_context.taper->fill(geometry.y0, m_support, tiling.thetaAt(i, 0), s.w.data(), s.dTheta.data(), s.dY.data());
        copySamples(m_context.signal, geometry.first, m_support, s.x.data());
        TaperSums sums;
        for (int m = 0; m < m_support; ++m) {
            const double w = s.w[m], dTheta = s.dTheta[m], dY = s.dY[m];
            sums.w += w;
            sums.dTheta += dTheta;
            sums.dY += dY;
            sums.ww += w * w;
            sums.wdTheta += w * dTheta;
            sums.wdY += w * dY;
        }
        return {geometry, Scale(m_context.normalisation, sums)};
    }

    void forwardFrame(const Tiling& tiling, int i, Scratch& s, ComplexFrames& spectrum) const {
        const auto [geometry, scale] = sample(tiling, i, s);
        Real* x = s.fft.samples();
        for (int m = 0; m < m_support; ++m) x[m] = s.w[m] * s.x[m];
        s.fft.forward();
        auto phase = m_roots.walk(2 * geometry.first);
        for (int f = 0; f < s.fft.bins(); ++f, ++phase)
            spectrum(i, f) = scale.factor * (*phase * std::complex<double>(s.fft.spectrum()[f]));
    }

    /// g [N] into the FFT's samples.
    void adjoint(const Tiling& tiling, int i, const ComplexFrames& cotangent, Scratch& s) const {
        const FrameGeometry geometry(tiling.positions[i], m_support);
        auto phase = m_roots.walk(2 * geometry.first);
        for (int f = 0; f < s.fft.bins(); ++f, ++phase) {
            const bool once = f == 0 || 2 * f == m_support; // bins that the inverse FFT doesn't count twice
            const auto g = std::conj(*phase) * cotangent(i, f);
            s.fft.spectrum()[f] = once ? std::complex<Real>(Real(g.real()), Real(0)) : std::complex<Real>(0.5 * g);
        }
        s.fft.backward();
    }

    std::pair<double, double> backwardFrame(const Tiling& tiling, int i, Scratch& s, const ComplexFrames& cotangent) const {
        const Scale scale = sample(tiling, i, s).scale;
        adjoint(tiling, i, cotangent, s);
        const Real* g = s.fft.samples();
        double value = 0, theta = 0, position = 0;
        for (int m = 0; m < m_support; ++m) {
            const double gs = double(g[m]) * double(s.x[m]);
            value += gs * s.w[m];
            theta += gs * s.dTheta[m];
            position -= gs * s.dY[m];
        }
        return {scale.factor * (theta - scale.logTheta * value), scale.factor * (position - scale.logPosition * value)};
    }

    TransformContext m_context;
    int m_support;
    Roots m_roots;
    std::vector<Scratch> m_scratch; ///< one per thread
    Vector m_theta;                 ///< dL/dtheta of every frame
};

} // namespace

template <class Real>
std::unique_ptr<FrameTransform> makeFftFrames(const TransformContext& context, int support) {
    return std::make_unique<FftFrames<Real>>(context, support);
}
template std::unique_ptr<FrameTransform> makeFftFrames<double>(const TransformContext&, int);
template std::unique_ptr<FrameTransform> makeFftFrames<float>(const TransformContext&, int);

} // namespace thetascope
