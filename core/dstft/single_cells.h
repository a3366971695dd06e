// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/direct_cells.h"
#include "core/dstft/folded_frame.h"

namespace thetascope {

/// Single cells of a frame by direct sums, as DirectChunk sums whole frames. One object per thread; context and roots must outlive
/// it.
template <class Real>
class SingleCells {
public:
    SingleCells(const TransformContext& context, const Roots& roots, int support)
        : m_context(context), m_roots(roots), m_support(support), m_cosineTaper(context.taper->cosine()), m_cells(context, roots, support),
          m_samples(support), m_frame(support, 1), m_cosine(m_frame.plus.size()), m_sine(m_cosine.size()) {}

    /// The frame whose cells are to be evaluated.
    void layOut(double position) {
        m_position = position;
        m_plannedTheta = 0;
        if (m_cosineTaper) m_frame.layOut(m_context.signal, position, m_support);
        m_samplesLaidOut = false;
    }

    /// S and dS/dtheta of one cell, normalised, with the phase of Eq. (7). Cells of one theta in a row share their preparation.
    Cell evaluate(int bin, double theta) {
        if (m_cosineTaper && theta >= shortestClosed) return evaluateFolded(bin, theta);
        if (!m_samplesLaidOut) m_samples.layOut(m_context.signal, m_position, m_support);
        m_samplesLaidOut = true;
        return m_cells.evaluate(m_samples, bin, theta, false);
    }

private:
    Cell evaluateFolded(int bin, double theta) {
        const FoldGeometry& geometry = m_frame.geometry;
        FoldPlan<Real>& plan = m_frame.plan;
        if (theta != m_plannedTheta)
            FoldPlanner{*m_cosineTaper, m_context.normalisation, m_support, foldStep<Real>()}.plan(geometry, 1, &theta, plan);
        m_plannedTheta = theta;
        const int start = FoldGeometry::startHalfSamples(m_support);
        m_roots.rows(start, bin, std::max(plan.plusCount[0], plan.minusCount[0]), m_cosine.data(), m_sine.data());
        const FoldFrame<Real> view = m_frame.view();
        sumFolded(1, &view, 0, 1, m_cosine.data(), m_sine.data(), 0.5 * start, geometry.delta != 0);
        Real re = 0, im = 0, reTheta = 0, imTheta = 0;
        finishFolded({*m_cosineTaper, geometry.delta, 1, 1, &theta}, plan, m_frame.sums.data(),
                     {&re, &im, &reTheta, &imTheta, nullptr, nullptr});
        const auto phase = m_roots.phase(geometry.phaseHalfSamples, bin);
        return {phase * std::complex<double>(re, im), phase * std::complex<double>(reTheta, imTheta), 0.0};
    }

    const TransformContext& m_context;
    const Roots& m_roots;
    int m_support;
    std::optional<Taper::Cosine> m_cosineTaper;
    DirectCells<Real> m_cells; ///< for tapers that don't fold, and the samples as they want them
    FrameSamples<Real> m_samples;
    FoldedFrame<Real> m_frame;
    AlignedVector<Real> m_cosine, m_sine;
    double m_position = 0, m_plannedTheta = 0; ///< of the frame laid out, and of its plan
    bool m_samplesLaidOut = false;
};

} // namespace thetascope
