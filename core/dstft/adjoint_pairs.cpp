// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/adjoint_pairs.h"

#include "core/base/aligned.h"
#include "core/dstft/adjoint_kernels.h"
#include "core/dstft/row_kernels.h"
#include "core/fft/fft.h"

#include <algorithm>
#include <vector>

namespace thetascope {

namespace {

/// Frames a thread takes at a time; even, so that pairs don't depend on the threads.
constexpr int chunkFrames = 16;

template <class Real>
class Pairs final : public AdjointPairs {
public:
    Pairs(const TransformContext& context, int support)
        : m_context(context), m_support(support), m_samples(context.signal.samples.begin(), context.signal.samples.end()) {
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.push_back(std::make_unique<Scratch>(support));
    }

    void visit(const Tiling& tiling, Wanted wanted, const Visitor& visitor, double* dTheta, double* dPosition) override {
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            for (int i = begin; i < end; i += 2)
                visitPair(tiling, i, std::min(i + 2, end), wanted, *m_scratch[static_cast<std::size_t>(thread)], visitor, dTheta, dPosition);
        });
    }

private:
    /// One frame of a pair: its samples under the taper and under its derivatives, [N] each, zero outside [begin, end).
    struct Half {
        explicit Half(std::size_t n) : value(n), byTheta(n), byPosition(n) {}
        AlignedVector<Real> value, byTheta, byPosition;
        int begin = 0, end = 0;
        Real scale = 0; ///< 1 / max |value|, 0 in silence
    };
    struct Scratch {
        explicit Scratch(int support)
            : n(static_cast<std::size_t>(support)), fft(support), x(n), w(n), dTheta(n), dY(n), square1(n / 2 + 1), square2(n / 2 + 1),
              halves{Half(n), Half(n)} {}
        std::size_t n;
        ComplexFft<Real> fft;
        std::vector<Real> x;
        AlignedVector<Real> w, dTheta, dY, square1, square2;
        Half halves[2];
    };

    /// The samples under a frame: in place where the frame lies inside the signal.
    const Real* samplesAt(std::int64_t first, Scratch& s) const {
        if (first >= 0 && first + m_support <= static_cast<std::int64_t>(m_samples.size())) return m_samples.data() + first;
        copySamples(m_context.signal, first, m_support, s.x.data());
        return s.x.data();
    }

    /// Tapered samples go to the FFT with a peak of 1: fourth powers leave the range of single precision soon, and a quiet frame
    /// would drown in the rounding of its neighbour.
    void layOut(const Tiling& tiling, int i, Wanted wanted, Scratch& s, Half& half) const {
        const FrameGeometry geometry(tiling.positions[i], m_support);
        const auto [begin, end] = m_context.taper->fillSupport(geometry.y0, m_support, tiling.thetaAt(i, 0), s.w.data(), s.dTheta.data(),
                                                               wanted.positions ? s.dY.data() : nullptr);
        clear(half, begin, end);
        const Real peak = taperFrame(
            end - begin, TaperedFrame<Real>{samplesAt(geometry.first, s) + begin, s.w.data() + begin, s.dTheta.data() + begin,
                                            wanted.positions ? s.dY.data() + begin : nullptr, half.value.data() + begin,
                                            half.byTheta.data() + begin, half.byPosition.data() + begin});
        half.scale = peak > 0 ? 1 / peak : Real(0);
    }

    /// Zero outside what comes next, where something else was.
    static void clear(Half& half, int begin, int end) {
        for (auto* row : {&half.value, &half.byTheta, &half.byPosition}) {
            std::fill(row->begin() + std::min(half.begin, begin), row->begin() + begin, Real(0));
            std::fill(row->begin() + end, row->begin() + std::max(half.end, end), Real(0));
        }
        half.begin = begin;
        half.end = end;
    }

    void visitPair(const Tiling& tiling, int begin, int end, Wanted wanted, Scratch& s, const Visitor& visitor, double* dTheta,
                   double* dPosition) const {
        for (int i = begin; i < end; ++i) layOut(tiling, i, wanted, s, s.halves[i - begin]);
        if (end - begin == 1) s.halves[1].scale = 0; // alone at the end
        Real* z = reinterpret_cast<Real*>(s.fft.input());
        const Real* spectrum = reinterpret_cast<const Real*>(s.fft.output());
        interleaveScaled(m_support, s.halves[0].value.data(), s.halves[0].scale, s.halves[1].value.data(), s.halves[1].scale, z);
        s.fft.forward();
        const PairMoments moments = momentsOfPair(m_support, spectrum, s.square1.data(), s.square2.data());
        PairCotangent<Real> cotangent{s.square1.data(), s.square2.data(), {}, {}};
        for (int i = begin; i < end; ++i) {
            const int k = i - begin;
            const bool silent = s.halves[k].scale == 0; // what its bins hold is its neighbour's rounding
            const MomentSlopes slopes = visitor(i, silent ? 0 : moments.second[k], silent ? 0 : moments.fourth[k]);
            cotangent.bySecond[k] = Real(slopes.bySecond);
            cotangent.byFourth[k] = Real(slopes.byFourth);
        }
        cotangentOfPair(m_support, spectrum, cotangent, z);
        s.fft.forward();
        for (int i = begin; i < end; ++i) {
            const Half& half = s.halves[i - begin];
            const int lane = i == begin ? 1 : 0, from = half.begin, count = half.end - half.begin;
            dTheta[i] = double(half.scale) * dotOfPair(count, lane, spectrum + 2 * from, half.byTheta.data() + from);
            if (wanted.positions) dPosition[i] = double(half.scale) * dotOfPair(count, lane, spectrum + 2 * from, half.byPosition.data() + from);
        }
    }

    TransformContext m_context;
    int m_support;
    std::vector<Real> m_samples; ///< the signal in this precision
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
};

} // namespace

template <class Real>
std::unique_ptr<AdjointPairs> makeAdjointPairs(const TransformContext& context, int support) {
    return std::make_unique<Pairs<Real>>(context, support);
}
template std::unique_ptr<AdjointPairs> makeAdjointPairs<double>(const TransformContext&, int);
template std::unique_ptr<AdjointPairs> makeAdjointPairs<float>(const TransformContext&, int);

} // namespace thetascope
