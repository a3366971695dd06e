// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_chunk.h"

#include <cassert>

namespace thetascope {

namespace {

double inner(std::complex<double> g, std::complex<double> s) {
    return g.real() * s.real() + g.imag() * s.imag();
}

/// Theta per frequency or per cell: a taper of its own for every cell, direct sums over its support.
template <class Real>
class DirectFrames final : public FrameTransform {
public:
    DirectFrames(const TransformContext& context, int support) : m_context(context), m_support(support), m_roots(support) {
        for (int i = 0; i < context.pool.threads(); ++i) m_scratch.push_back(std::make_unique<Scratch>(m_context, m_roots, support));
    }

    void forward(const Tiling& tiling, Wanted wanted, ComplexFrames& spectrum) override {
        m_dTheta.resize(wanted.theta ? tiling.frames() : 0, tiling.bins());
        m_dPosition.resize(wanted.positions ? tiling.frames() : 0, tiling.bins());
        m_context.pool.forChunks(tiling.frames(), directChunkFrames, [&](int begin, int end, int thread) {
            forwardChunk(tiling, begin, end, wanted, *m_scratch[static_cast<std::size_t>(thread)], spectrum);
        });
    }

    /// dL/dtheta_{i,f} = Re(conj(G) dS/dtheta), dL/dt_i = sum_f Re(conj(G) dS/dt); summed in frame order along shared axes.
    void backward(const Tiling& tiling, Wanted wanted, const ComplexFrames& cotangent, TilingGradient& gradient) override {
        if (wanted.theta) contractTheta(tiling, m_dTheta, cotangent, gradient);
        if (!wanted.positions) return;
        for (int i = 0; i < tiling.frames(); ++i)
            for (int f = 0; f < tiling.bins(); ++f) gradient.positions[i] += inner(cotangent(i, f), m_dPosition(i, f));
    }

    /// Frame by frame within a bin: one row of cosines and sines serves them all.
    void signalFrames(const Tiling& tiling, int begin, int end, const ComplexFrames& cotangent, int thread,
                      double* out) override {
        Scratch& scratch = *m_scratch[static_cast<std::size_t>(thread)];
        assert(end - begin <= directChunkFrames);
        for (int i = begin; i < end; ++i) {
            const auto chunk = static_cast<std::size_t>(i - begin);
            scratch.frames[chunk].layOut(m_context.signal, tiling.positions[i], m_support);
            scratch.sums[chunk].clear(scratch.frames[chunk].points);
        }
        for (int f = 0; f < tiling.bins(); ++f)
            for (int i = begin; i < end; ++i) {
                const auto chunk = static_cast<std::size_t>(i - begin);
                scratch.cells.addAdjoint(scratch.frames[chunk], f, tiling.thetaAt(i, f), cotangent(i, f), scratch.sums[chunk]);
            }
        for (int i = begin; i < end; ++i, out += m_support) {
            const auto chunk = static_cast<std::size_t>(i - begin);
            scratch.frames[chunk].unfold(scratch.sums[chunk], FrameGeometry(tiling.positions[i], m_support).first, m_support, out);
        }
    }

    EngineReport report() const override { return {.name = "exact, direct sums"}; }

private:
    struct Scratch {
        Scratch(const TransformContext& context, const Roots& roots, int support)
            : chunk(context, roots, support), cells(context, roots, support), frames(directChunkFrames, FrameSamples<Real>(support)),
              sums(directChunkFrames, AdjointSums<Real>(support)) {}
        DirectChunk<Real> chunk;
        DirectCells<Real> cells; ///< these three for the adjoint
        std::vector<FrameSamples<Real>> frames;
        std::vector<AdjointSums<Real>> sums;
    };

    void forwardChunk(const Tiling& tiling, int begin, int end, Wanted wanted, Scratch& scratch, ComplexFrames& spectrum) {
        scratch.chunk.visit(tiling, begin, end, wanted.positions, [&](int i, const Row<Real>& row, std::int64_t phaseHalfSamples) {
            auto walk = m_roots.walk(phaseHalfSamples);
            for (int f = 0; f < tiling.bins(); ++f, ++walk) {
                const std::complex<double> phase = *walk;
                spectrum(i, f) = phase * std::complex<double>(row.re[f], row.im[f]);
                if (wanted.theta) m_dTheta(i, f) = phase * std::complex<double>(row.reTheta[f], row.imTheta[f]);
                if (wanted.positions) m_dPosition(i, f) = phase * std::complex<double>(row.rePosition[f], row.imPosition[f]);
            }
        });
    }

    TransformContext m_context;
    int m_support;
    Roots m_roots;
    std::vector<std::unique_ptr<Scratch>> m_scratch; ///< one per thread
    ComplexFrames m_dTheta, m_dPosition; ///< dS/dtheta and dS/dt of the last forward(), [T, F]
};

} // namespace

void contractTheta(const Tiling& tiling, const ComplexFrames& dTheta, const ComplexFrames& cotangent, TilingGradient& gradient) {
    const bool perFrame = tiling.theta.rows() > 1, perBin = tiling.theta.cols() > 1;
    for (int i = 0; i < tiling.frames(); ++i)
        for (int f = 0; f < tiling.bins(); ++f)
            gradient.theta(perFrame ? i : 0, perBin ? f : 0) += inner(cotangent(i, f), dTheta(i, f));
}

template <class Real>
std::unique_ptr<FrameTransform> makeDirectFrames(const TransformContext& context, int support) {
    return std::make_unique<DirectFrames<Real>>(context, support);
}
template std::unique_ptr<FrameTransform> makeDirectFrames<double>(const TransformContext&, int);
template std::unique_ptr<FrameTransform> makeDirectFrames<float>(const TransformContext&, int);

} // namespace thetascope
