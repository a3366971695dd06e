// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_kernel.h"
#include "core/dstft/frame_transform.h"

#include <algorithm>
#include <vector>

namespace thetascope {

namespace {

/// Frames a thread takes at a time: one row of cosines and sines serves them all and their samples stay in its cache.
constexpr int chunkFrames = 16;

/// Theta per frequency or per cell: a taper of its own for every cell, direct sums over its support. Frames whose centre
/// lies on the sample grid or midway are folded about it (half the points).
template <class Real>
class DirectFrames final : public FrameTransform {
public:
    DirectFrames(const TransformContext& context, int support) : m_context(context), m_support(support), m_roots(support) {
        m_scratch.reserve(static_cast<std::size_t>(context.pool.threads()));
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.emplace_back(support);
    }

    void forward(const Tiling& tiling, Wanted wanted, ComplexFrames& spectrum) override {
        m_dTheta.resize(tiling.frames(), tiling.bins());
        m_dPosition.resize(wanted.positions ? tiling.frames() : 0, tiling.bins());
        m_context.pool.forChunks(tiling.frames(), chunkFrames, [&](int begin, int end, int thread) {
            forwardChunk(tiling, begin, end, wanted, m_scratch[static_cast<std::size_t>(thread)], spectrum);
        });
    }

    /// dL/dtheta_{i,f} = Re(conj(G) dS/dtheta), dL/dt_i = sum_f Re(conj(G) dS/dt); summed in frame order along shared axes.
    void backward(const Tiling& tiling, Wanted wanted, const ComplexFrames& cotangent, TilingGradient& gradient) override {
        const int frames = tiling.frames();
        if (wanted.theta) {
            const bool perFrame = tiling.theta.rows() > 1, perBin = tiling.theta.cols() > 1;
            for (int i = 0; i < frames; ++i)
                for (int f = 0; f < tiling.bins(); ++f)
                    gradient.theta(perFrame ? i : 0, perBin ? f : 0) += inner(cotangent(i, f), m_dTheta(i, f));
        }
        if (!wanted.positions) return;
        for (int i = 0; i < frames; ++i)
            for (int f = 0; f < tiling.bins(); ++f) gradient.positions[i] += inner(cotangent(i, f), m_dPosition(i, f));
    }

    void signalFrame(const Tiling& tiling, int frame, const ComplexFrames& cotangent, int thread, double* out) override {
        Scratch& s = m_scratch[static_cast<std::size_t>(thread)];
        const FrameGeometry geometry(tiling.positions[frame], m_support);
        std::fill(out, out + m_support, 0.0);
        for (int f = 0; f < tiling.bins(); ++f) {
            m_context.taper->fill(geometry.y0, m_support, tiling.thetaAt(frame, f), s.w.data(), s.dTheta.data(), s.dY.data());
            const Scale scale = scaleOf(sumTaper(m_support, s.w.data(), s.dTheta.data(), s.dY.data(), energy()));
            const auto g = scale.factor * std::conj(m_roots.phase(2 * geometry.first, f)) * cotangent(frame, f);
            m_roots.rows(0, f, m_support, s.cosine.data(), s.sine.data());
            for (int m = 0; m < m_support; ++m)
                out[m] += double(s.w[m]) * (g.real() * double(s.cosine[m]) - g.imag() * double(s.sine[m]));
        }
    }

private:
    /// How one frame's samples are laid out for the kernel.
    struct Layout {
        bool folded;
        double y0;                    ///< y of the first point
        std::int64_t rowHalfSamples;  ///< where the first point lies in the cosine row, in half samples
        std::int64_t phaseHalfSamples; ///< the point that the row's phases refer to, in half samples, absolute
        int points;                   ///< number of points there are
    };

    struct Scratch {
        explicit Scratch(int n)
            : a(static_cast<std::size_t>(n) * chunkFrames), b(a.size()), w(n), dTheta(n), dY(n), cosine(n), sine(n) {}
        std::vector<Real> a, b; ///< [chunkFrames, N]
        std::vector<Real> w, dTheta, dY, cosine, sine; ///< [N]
        Layout layouts[chunkFrames];
    };

    static double inner(std::complex<double> g, std::complex<double> s) { return g.real() * s.real() + g.imag() * s.imag(); }
    bool energy() const { return m_context.normalisation == Normalisation::energy; }

    Scale scaleOf(const NormSums<Real>& sums) const {
        return Scale(m_context.normalisation, energy() ? TaperSums{0, 0, 0, sums.w, sums.dTheta, sums.dY}
                                                       : TaperSums{sums.w, sums.dTheta, sums.dY, 0, 0, 0});
    }

    /// Lays out a frame's samples: folded about its centre where that lies on the half-sample grid.
    Layout layOut(double position, Real* a, Real* b) const {
        const FrameGeometry geometry(position, m_support);
        const double doubleCentre = 2 * position + (m_support - 1);
        if (doubleCentre != std::floor(doubleCentre)) {
            copySamples(m_context.signal, geometry.first, m_support, a);
            std::copy(a, a + m_support, b);
            return {false, geometry.y0, 0, 2 * geometry.first, m_support};
        }
        const auto twiceCentre = static_cast<std::int64_t>(doubleCentre);
        const std::int64_t odd = twiceCentre & 1, below = (twiceCentre - odd) / 2;
        const int points = (m_support - static_cast<int>(odd)) / 2 + 1;
        copySamples(m_context.signal, below + odd, points, a);          // s(y), y = u + odd/2
        copySamples(m_context.signal, below - points + 1, points, b);   // s(-y), reversed
        std::reverse(b, b + points);
        for (int u = 0; u < points; ++u) {
            const Real after = a[u], before = b[u];
            const bool once = odd == 0 && u == 0;
            a[u] = once ? after : after + before;
            b[u] = once ? Real(0) : after - before;
        }
        return {true, 0.5 * static_cast<double>(odd), odd, twiceCentre, points};
    }

    void forwardChunk(const Tiling& tiling, int begin, int end, Wanted wanted, Scratch& s, ComplexFrames& spectrum) {
        for (int i = begin; i < end; ++i) {
            const std::size_t row = static_cast<std::size_t>(i - begin) * static_cast<std::size_t>(m_support);
            s.layouts[i - begin] = layOut(tiling.positions[i], s.a.data() + row, s.b.data() + row);
        }
        for (int f = 0; f < tiling.bins(); ++f) {
            std::int64_t rowStart = -1;
            for (int i = begin; i < end; ++i) {
                const Layout& layout = s.layouts[i - begin];
                if (layout.rowHalfSamples != rowStart) {
                    rowStart = layout.rowHalfSamples;
                    m_roots.rows(rowStart, f, m_support, s.cosine.data(), s.sine.data());
                }
                forwardCell(tiling, i, f, i - begin, wanted, s, spectrum);
            }
        }
    }

    void forwardCell(const Tiling& tiling, int i, int f, int slot, Wanted wanted, Scratch& s, ComplexFrames& spectrum) {
        const Layout& layout = s.layouts[slot];
        const double theta = tiling.thetaAt(i, f), half = theta / 2;
        // A superset of the support; fill() decides exactly.
        const int first = layout.folded ? 0 : std::clamp(static_cast<int>(-half - layout.y0), 0, layout.points);
        const int last = std::clamp(static_cast<int>(half - layout.y0) + 2, first, layout.points), count = last - first;
        Real* dY = wanted.positions ? s.dY.data() : nullptr;
        m_context.taper->fill(layout.y0 + first, count, theta, s.w.data(), s.dTheta.data(), dY);

        const Scale scale = cellScale(count, layout, s, dY);
        const std::size_t row = static_cast<std::size_t>(slot) * static_cast<std::size_t>(m_support) + static_cast<std::size_t>(first);
        const CellSums<Real> sums = sumCell(count, {s.w.data(), s.dTheta.data(), dY, s.a.data() + row, s.b.data() + row,
                                                    s.cosine.data() + first, s.sine.data() + first});
        const auto phase = scale.factor * m_roots.phase(layout.phaseHalfSamples, f);
        const std::complex<double> value = phase * std::complex<double>(sums.re, sums.im);
        spectrum(i, f) = value;
        if (wanted.theta) m_dTheta(i, f) = phase * std::complex<double>(sums.reTheta, sums.imTheta) - scale.logTheta * value;
        if (wanted.positions)
            m_dPosition(i, f) = phase * std::complex<double>(sums.reT, sums.imT) - scale.logPosition * value;
    }

    Scale cellScale(int count, const Layout& layout, const Scratch& s, const Real* dY) const {
        if (m_context.normalisation == Normalisation::none) return Scale(Normalisation::none, {});
        if (!layout.folded) return scaleOf(sumTaper(count, s.w.data(), s.dTheta.data(), dY, energy()));
        // Twice the half y >= 0, less the point y = 0 that has no partner; what is odd in y cancels.
        NormSums<Real> sums = sumTaper(count, s.w.data(), s.dTheta.data(), nullptr, energy());
        const bool centrePoint = layout.rowHalfSamples == 0 && count > 0;
        const Real w0 = centrePoint ? s.w[0] : Real(0), dTheta0 = centrePoint ? s.dTheta[0] : Real(0);
        sums.w = 2 * sums.w - (energy() ? w0 * w0 : w0);
        sums.dTheta = 2 * sums.dTheta - (energy() ? w0 * dTheta0 : dTheta0);
        return scaleOf(sums);
    }

    TransformContext m_context;
    int m_support;
    Roots m_roots;
    std::vector<Scratch> m_scratch; ///< one per thread
    ComplexFrames m_dTheta, m_dPosition; ///< dS/dtheta and dS/dt of the last forward(), [T, F]
};

} // namespace

template <class Real>
std::unique_ptr<FrameTransform> makeDirectFrames(const TransformContext& context, int support) {
    return std::make_unique<DirectFrames<Real>>(context, support);
}
template std::unique_ptr<FrameTransform> makeDirectFrames<double>(const TransformContext&, int);
template std::unique_ptr<FrameTransform> makeDirectFrames<float>(const TransformContext&, int);

} // namespace thetascope
