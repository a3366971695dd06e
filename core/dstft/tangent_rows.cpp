// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_kernel.h"
#include "core/dstft/row_kernels.h"
#include "core/dstft/row_source.h"
#include "core/fft/fft.h"

#include <algorithm>
#include <type_traits>
#include <vector>

namespace thetascope {

namespace {

constexpr int chunkFrames = 16;

/// Rows of frames whose theta doesn't vary along frequency.
///
/// One frame: z = s (w + j theta w_theta), whose FFT holds S and theta dS/dtheta; theta keeps both halves of one size. With
/// positions, frames go in pairs: their two tangents in t, s (-w_y), share a second FFT, so that a frame costs 1.5 complex
/// FFTs. Tangents are corrected for the normalisation: dS/dp = (S_raw_p - (ln n)_p S_raw)/n.
template <class Real>
class TangentRows final : public RowSource<Real> {
public:
    TangentRows(const TransformContext& context, int support, bool measuredPlans) : m_context(context), m_support(support) {
        for (int i = 0; i < context.pool.threads(); ++i)
            m_scratch.push_back(std::make_unique<Scratch>(support, measuredPlans));
        const Signal& signal = context.signal;
        m_samples.assign(signal.samples.begin(), signal.samples.end());
    }

    void visit(const Tiling& tiling, Wanted wanted, const typename RowSource<Real>::Visitor& visitor) override {
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            Scratch& scratch = *m_scratch[static_cast<std::size_t>(thread)];
            if (wanted.positions) {
                for (int i = begin; i < end; i += 2) visitPair(tiling, i, std::min(i + 2, end), thread, scratch, visitor);
            } else {
                for (int i = begin; i < end; ++i) {
                    transform(tiling, i, scratch, scratch.halves[0], nullptr);
                    visitor(i, thread, rowOf(scratch.halves[0], false));
                }
            }
        });
    }

private:
    /// Spectra of one frame and its scales.
    struct Half {
        explicit Half(int bins)
            : re(bins), im(bins), reTheta(bins), imTheta(bins), rePosition(bins), imPosition(bins) {}
        std::vector<Real> re, im, reTheta, imTheta, rePosition, imPosition;
        Scale scale{Normalisation::none, {}};
    };
    struct Scratch {
        Scratch(int n, bool measured)
            : fft(n, measured), x(n), w(n), dTheta(n), dY(n), work(2 * (static_cast<std::size_t>(n) + 1)),
              halves{Half(n / 2 + 1), Half(n / 2 + 1)} {}
        ComplexFft<Real> fft;
        std::vector<Real> x, w, dTheta, dY, work;
        std::vector<Real> tangents; ///< s (-w_y) of a pair of frames, interleaved [2 N]
        Half halves[2];
    };

    static Row<Real> rowOf(const Half& h, bool positions) {
        return {h.re.data(), h.im.data(), h.reTheta.data(), h.imTheta.data(), positions ? h.rePosition.data() : nullptr,
                positions ? h.imPosition.data() : nullptr};
    }

    int bins() const { return m_support / 2 + 1; }

    /// The samples under a frame: in place where the frame lies inside the signal.
    const Real* samplesAt(std::int64_t first, Scratch& s) const {
        if (first >= 0 && first + m_support <= static_cast<std::int64_t>(m_samples.size())) return m_samples.data() + first;
        copySamples(m_context.signal, first, m_support, s.x.data());
        return s.x.data();
    }

    Scale scaleOf(Scratch& s, const Real* dY) const {
        if (m_context.normalisation == Normalisation::none) return Scale(Normalisation::none, {});
        const bool energy = m_context.normalisation == Normalisation::energy;
        const NormSums<Real> sums = sumTaper(m_support, s.w.data(), s.dTheta.data(), dY, energy);
        return Scale(m_context.normalisation, energy ? TaperSums{0, 0, 0, sums.w, sums.dTheta, sums.dY}
                                                     : TaperSums{sums.w, sums.dTheta, sums.dY, 0, 0, 0});
    }

    /// S and dS/dtheta of a frame into `half`; s (-w_y) into every second entry of `tangent` [2 N] unless null.
    void transform(const Tiling& tiling, int i, Scratch& s, Half& half, Real* tangent) {
        const FrameGeometry geometry(tiling.positions[i], m_support);
        const double theta = tiling.thetaAt(i, 0);
        Real* dY = tangent != nullptr ? s.dY.data() : nullptr;
        m_context.taper->fill(geometry.y0, m_support, theta, s.w.data(), s.dTheta.data(), dY);
        const Real* x = samplesAt(geometry.first, s);
        half.scale = scaleOf(s, dY);
        packSamples(m_support, x, s.w.data(), s.dTheta.data(), Real(theta), reinterpret_cast<Real*>(s.fft.input()));
        if (tangent != nullptr)
            for (int m = 0; m < m_support; ++m) tangent[2 * m] = -x[m] * dY[m];
        s.fft.forward();
        const Real factor = Real(half.scale.factor);
        unpackPair(m_support, reinterpret_cast<const Real*>(s.fft.output()), s.work.data(), factor, Real(factor / Real(theta)),
                   {half.re.data(), half.im.data(), half.reTheta.data(), half.imTheta.data()});
        correct(half, half.scale.logTheta, half.reTheta, half.imTheta);
    }

    void correct(const Half& half, double logSlope, std::vector<Real>& re, std::vector<Real>& im) const {
        if (logSlope == 0) return;
        subtractScaled(bins(), Real(logSlope), half.re.data(), re.data());
        subtractScaled(bins(), Real(logSlope), half.im.data(), im.data());
    }

    void visitPair(const Tiling& tiling, int begin, int end, int thread, Scratch& s,
                   const typename RowSource<Real>::Visitor& visitor) {
        s.tangents.assign(2 * static_cast<std::size_t>(m_support), Real(0));
        for (int i = begin; i < end; ++i) transform(tiling, i, s, s.halves[i - begin], s.tangents.data() + (i - begin));
        std::copy(s.tangents.begin(), s.tangents.end(), reinterpret_cast<Real*>(s.fft.input()));
        s.fft.forward();
        unpackPair(m_support, reinterpret_cast<const Real*>(s.fft.output()), s.work.data(), Real(s.halves[0].scale.factor),
                   Real(s.halves[1].scale.factor),
                   {s.halves[0].rePosition.data(), s.halves[0].imPosition.data(), s.halves[1].rePosition.data(),
                    s.halves[1].imPosition.data()});
        for (int i = begin; i < end; ++i) {
            Half& half = s.halves[i - begin];
            correct(half, half.scale.logPosition, half.rePosition, half.imPosition);
            visitor(i, thread, rowOf(half, true));
        }
    }

    TransformContext m_context;
    int m_support;
    std::vector<Real> m_samples; ///< the signal in this precision
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
};

} // namespace

template <class Real>
std::unique_ptr<RowSource<Real>> makeTangentRows(const TransformContext& context, int support, bool measuredPlans) {
    return std::make_unique<TangentRows<Real>>(context, support, measuredPlans);
}
template std::unique_ptr<RowSource<double>> makeTangentRows<double>(const TransformContext&, int, bool);
template std::unique_ptr<RowSource<float>> makeTangentRows<float>(const TransformContext&, int, bool);

} // namespace thetascope
