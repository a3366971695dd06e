// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/frame_packer.h"
#include "core/dstft/row_source.h"
#include "core/fft/fft.h"

#include <algorithm>
#include <vector>

namespace thetascope {

namespace {

constexpr int chunkFrames = 16;

/// Rows of frames whose theta doesn't vary along frequency.
///
/// One frame: z = s (w + j theta w_theta), whose FFT holds S and theta dS/dtheta; theta keeps both halves of one size. With
/// positions, frames go in pairs: their two tangents in t, s (-w_y), share a second FFT, so that a frame costs 1.5 complex
/// FFTs. Slopes are corrected for the normalisation: d|S|/dp = Re(conj(S_raw) S_raw_p)/(n |S_raw|) - (ln n)_p |S|.
template <class Real>
class TangentRows final : public MagnitudeSource<Real> {
public:
    TangentRows(const TransformContext& context, int support) : m_context(context), m_support(support) {
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.push_back(std::make_unique<Scratch>(support));
        const Signal& signal = context.signal;
        m_samples.assign(signal.samples.begin(), signal.samples.end());
    }

    void visitMagnitudes(const Tiling& tiling, Wanted wanted,
                         const typename MagnitudeSource<Real>::MagnitudeVisitor& visitor) override {
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            Scratch& scratch = *m_scratch[static_cast<std::size_t>(thread)];
            if (wanted.positions) {
                for (int i = begin; i < end; i += 2) visitPair(tiling, i, std::min(i + 2, end), thread, scratch, visitor);
            } else {
                for (int i = begin; i < end; ++i) {
                    transform(tiling, i, scratch, scratch.halves[0], false);
                    visitor(i, thread, rowOf(scratch.halves[0], false));
                }
            }
        });
    }

    EngineReport report() const override { return {.name = "one pass"}; }

private:
    /// One frame: magnitudes, slopes and unit phases [F], the tangent in t [N], and its scales.
    struct Half {
        explicit Half(int n)
            : m(n / 2 + 1), dTheta(m.size()), dPosition(m.size()), unitRe(m.size()), unitIm(m.size()), tangent(n) {}
        AlignedVector<Real> m, dTheta, dPosition, unitRe, unitIm, tangent;
        Scale scale{Normalisation::none, {}};
    };
    struct Scratch {
        explicit Scratch(int n) : fft(n), packer(n), x(n), halves{Half(n), Half(n)} {}
        ComplexFft<Real> fft;
        FramePacker<Real> packer;
        std::vector<Real> x;
        Half halves[2];
    };

    static MagnitudeRow<Real> rowOf(const Half& h, bool positions) {
        return {h.m.data(), h.dTheta.data(), positions ? h.dPosition.data() : nullptr};
    }

    /// The samples under a frame: in place where the frame lies inside the signal.
    const Real* samplesAt(std::int64_t first, Scratch& s) const {
        if (first >= 0 && first + m_support <= static_cast<std::int64_t>(m_samples.size())) return m_samples.data() + first;
        copySamples(m_context.signal, first, m_support, s.x.data());
        return s.x.data();
    }

    /// Magnitudes and slopes in theta of a frame into `half`.
    void transform(const Tiling& tiling, int i, Scratch& s, Half& half, bool positions) {
        const double theta = tiling.thetaAt(i, 0);
        const FrameGeometry geometry(tiling.positions[i], m_support);
        half.scale = s.packer.pack(m_context, geometry, theta, samplesAt(geometry.first, s), reinterpret_cast<Real*>(s.fft.input()),
                                   positions ? half.tangent.data() : nullptr);
        s.fft.forward();
        const Scale& scale = half.scale;
        magnitudesOfPair(m_support, reinterpret_cast<const Real*>(s.fft.output()),
                         {Real(scale.factor), Real(scale.factor / theta), Real(scale.logTheta), half.m.data(), half.dTheta.data(),
                          positions ? half.unitRe.data() : nullptr, positions ? half.unitIm.data() : nullptr});
    }

    static TangentSlopes<Real> slopesOf(Half& half) {
        return {half.unitRe.data(),           half.unitIm.data(),             half.m.data(),
                Real(half.scale.factor), Real(half.scale.logPosition), half.dPosition.data()};
    }

    void visitPair(const Tiling& tiling, int begin, int end, int thread, Scratch& s,
                   const typename MagnitudeSource<Real>::MagnitudeVisitor& visitor) {
        for (int i = begin; i < end; ++i) transform(tiling, i, s, s.halves[i - begin], true);
        if (end - begin == 1) std::fill(s.halves[1].tangent.begin(), s.halves[1].tangent.end(), Real(0)); // alone at the end
        interleaveRows(m_support, s.halves[0].tangent.data(), s.halves[1].tangent.data(), reinterpret_cast<Real*>(s.fft.input()));
        s.fft.forward();
        slopesOfPair(m_support, reinterpret_cast<const Real*>(s.fft.output()), slopesOf(s.halves[0]), slopesOf(s.halves[1]));
        for (int i = begin; i < end; ++i) visitor(i, thread, rowOf(s.halves[i - begin], true));
    }

    TransformContext m_context;
    int m_support;
    std::vector<Real> m_samples; ///< the signal in this precision
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
};

} // namespace

template <class Real>
std::unique_ptr<MagnitudeSource<Real>> makeTangentRows(const TransformContext& context, int support) {
    return std::make_unique<TangentRows<Real>>(context, support);
}
template std::unique_ptr<MagnitudeSource<double>> makeTangentRows<double>(const TransformContext&, int);
template std::unique_ptr<MagnitudeSource<float>> makeTangentRows<float>(const TransformContext&, int);

} // namespace thetascope
