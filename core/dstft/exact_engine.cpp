// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/frame_transform.h"
#include "core/dstft/row_source.h"

#include <algorithm>
#include <stdexcept>

namespace thetascope {

namespace {

/// Frames whose contributions to the signal's gradient are held at a time, so that they are added in frame order.
constexpr int overlapAddFrames = 64;

/// Of those, frames that a thread takes at a time.
constexpr int overlapAddChunk = 16;

/// Which of the ways of computing frames a tiling gets.
enum class Way { fft, direct, cached };

class FrameEngine final : public Engine {
public:
    FrameEngine(const TransformContext& context, Precision precision, bool mayInterpolate)
        : m_context(context), m_precision(precision), m_mayInterpolate(mayInterpolate) {
        if (context.taper == nullptr) throw std::invalid_argument("makeExactEngine: no taper");
    }

    void forward(const Tiling& tiling, Wanted wanted, ComplexFrames& spectrum) override {
        prepare(tiling, wanted);
        m_tiling = tiling;
        m_wanted = wanted;
        spectrum.resize(tiling.frames(), tiling.bins());
        m_frames->forward(m_tiling, wanted, spectrum);
    }

    void backward(const ComplexFrames& cotangent, TilingGradient& gradient) override {
        gradient.setZero(m_tiling);
        m_frames->backward(m_tiling, m_wanted, cotangent, gradient);
    }

    void backwardSignal(const ComplexFrames& cotangent, std::vector<double>& gradient) override {
        const int n = m_tiling.support;
        gradient.assign(m_context.signal.samples.size(), 0.0);
        std::vector<double> parts(static_cast<std::size_t>(std::min(overlapAddFrames, m_tiling.frames())) * n);
        for (int block = 0; block < m_tiling.frames(); block += overlapAddFrames) {
            const int count = std::min(overlapAddFrames, m_tiling.frames() - block);
            m_context.pool.forChunks(count, overlapAddChunk, [&](int begin, int end, int thread) {
                m_frames->signalFrames(m_tiling, block + begin, block + end, cotangent, thread,
                                       parts.data() + static_cast<std::size_t>(begin) * n);
            });
            for (int i = 0; i < count; ++i) overlapAdd(block + i, parts.data() + static_cast<std::size_t>(i) * n, gradient);
        }
    }

    EngineReport report() const override { return m_frames != nullptr ? m_frames->report() : EngineReport{.name = "exact"}; }

private:
    Way wayFor(const Tiling& tiling, Wanted wanted) const {
        if (tiling.theta.cols() <= 1) return Way::fft;
        return m_mayInterpolate && !wanted.positions ? Way::cached : Way::direct;
    }

    /// Kept from one call to the next.
    void prepare(const Tiling& tiling, Wanted wanted) {
        const Way way = wayFor(tiling, wanted);
        if (m_frames != nullptr && way == m_way && tiling.support == m_support) return;
        m_way = way;
        m_support = tiling.support;
        m_frames = m_precision == Precision::doublePrecision ? make<double>() : make<float>();
    }

    template <class Real>
    std::unique_ptr<FrameTransform> make() const {
        switch (m_way) {
        case Way::fft: return makeFftFrames<Real>(m_context, m_support);
        case Way::direct: return makeDirectFrames<Real>(m_context, m_support);
        case Way::cached: return makeRowFrames(makeCachedRows<float>(m_context, m_support));
        }
        return nullptr;
    }

    void overlapAdd(int frame, const double* part, std::vector<double>& gradient) const {
        const std::int64_t first = FrameGeometry(m_tiling.positions[frame], m_tiling.support).first;
        const auto length = static_cast<std::int64_t>(gradient.size());
        const std::int64_t begin = std::clamp<std::int64_t>(-first, 0, m_tiling.support);
        const std::int64_t end = std::clamp<std::int64_t>(length - first, begin, m_tiling.support);
        for (std::int64_t m = begin; m < end; ++m) gradient[static_cast<std::size_t>(first + m)] += part[m];
    }

    TransformContext m_context;
    Precision m_precision;
    bool m_mayInterpolate;
    std::unique_ptr<FrameTransform> m_frames;
    Way m_way = Way::fft;
    int m_support = 0;
    Tiling m_tiling; ///< of the last forward()
    Wanted m_wanted;
};

} // namespace

std::unique_ptr<Engine> makeExactEngine(const Signal& signal, std::shared_ptr<const Taper> taper, Normalisation normalisation,
                                        Precision precision, ThreadPool& pool) {
    return std::make_unique<FrameEngine>(TransformContext{signal, std::move(taper), normalisation, pool}, precision, false);
}

std::unique_ptr<Engine> makeDescentEngine(const Signal& signal, std::shared_ptr<const Taper> taper, Normalisation normalisation,
                                          Precision precision, ThreadPool& pool) {
    const bool mayInterpolate = taper != nullptr && taper->smooth() && precision == Precision::floatPrecision;
    return std::make_unique<FrameEngine>(TransformContext{signal, std::move(taper), normalisation, pool}, precision, mayInterpolate);
}

} // namespace thetascope
