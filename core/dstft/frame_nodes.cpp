// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/frame_nodes.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Nodes planned at a time: at the usual spacings all there are, so that frames on the sample grid plan once.
constexpr int plannedNodes = 128;

/// One complex FFT of a node costs as much as about fftCost N log2 N / (theta + sumOverhead) bins by direct sums (measured: 1.3 to
/// 1.9 at N = 512 to 2048).
constexpr double fftCost = 1.6, sumOverhead = 20;

} // namespace

template <class Real>
FrameNodes<Real>::FrameNodes(const TransformContext& context, const Roots& roots, const BinTurns<Real>& turns, int support)
    : m_context(context), m_roots(roots), m_turns(turns), m_support(support), m_cosineTaper(context.taper->cosine()),
      m_frame(support, plannedNodes), m_nodeTheta(plannedNodes),
      m_breakEven(fftCost * support * std::log2(support)), m_fft(support), m_packer(support), m_x(support) {
    for (auto* row : {&m_even, &m_odd, &m_evenSlope, &m_oddSlope, &m_w[0], &m_w[1], &m_slope[0], &m_slope[1]})
        row->resize(static_cast<std::size_t>(support / 2 + 1 + foldPadding));
}

template <class Real>
void FrameNodes<Real>::layOut(double position) {
    m_position = position;
    m_folded = m_copied = false;
}

template <class Real>
void FrameNodes<Real>::evaluate(const NodeGrid& grid, int node, int count, const int* bins, Real* out) {
    const double theta = thetaOf(grid, node);
    if (count * (theta + sumOverhead) > m_breakEven) {
        sumByFft(grid, theta, count, bins, out);
        return;
    }
    if (!m_folded) m_frame.layOut(m_context.signal, m_position, m_support);
    m_folded = true;
    if (m_cosineTaper && theta >= shortestClosed) foldCosine(grid, node);
    else foldTaper(grid, theta);
    sumNode(points(m_points), m_turns, count, bins, out);
}

template <class Real>
NodePoints<Real> FrameNodes<Real>::points(int count) {
    return {m_even.data(), m_odd.data(), m_evenSlope.data(), m_oddSlope.data(), count};
}

/// From a table of the nodes around it.
template <class Real>
double FrameNodes<Real>::thetaOf(const NodeGrid& grid, int node) {
    const int first = node / plannedNodes * plannedNodes;
    if (grid.spacing != m_spacing || first != m_first) {
        for (int k = 0; k < plannedNodes; ++k) m_nodeTheta[static_cast<std::size_t>(k)] = grid.theta(first - k);
        m_spacing = grid.spacing;
        m_first = first;
        m_planned.reset();
    }
    return m_nodeTheta[static_cast<std::size_t>(first - node)];
}

/// The nodes of the table, for frames with this geometry.
template <class Real>
void FrameNodes<Real>::plan() {
    const FoldGeometry& geometry = m_frame.geometry;
    if (m_planned && m_planned->delta == geometry.delta && m_planned->plusMost == geometry.plusMost &&
        m_planned->minusMost == geometry.minusMost)
        return;
    FoldPlanner{*m_cosineTaper, m_context.normalisation, m_support, foldStep<Real>()}.plan(geometry, plannedNodes, m_nodeTheta.data(),
                                                                                          m_frame.plan);
    m_planned = geometry;
}

template <class Real>
void FrameNodes<Real>::foldCosine(const NodeGrid& grid, int node) {
    plan();
    const auto k = static_cast<std::size_t>(m_first - node);
    const FoldPlan<Real>& p = m_frame.plan;
    const double theta = m_nodeTheta[k];
    const Real factor = p.factor[k], swing = Real(m_cosineTaper->swing) * factor, spacing = Real(grid.spacing);
    const Real u0 = Real(0.5) * Real(FoldGeometry::startHalfSamples(m_support));
    m_points = std::max(p.plusCount[k], p.minusCount[k]);
    foldNode(CosineNode<Real>{Real(m_cosineTaper->mean) * factor, swing, spacing * 2 * p.halfAngle[k] * swing,
                              Real(theta) * spacing * p.logTheta[k], u0, Real(m_frame.geometry.delta), p.halfAngle[k], p.stepC[k], p.stepS[k],
                              p.plusCount[k], p.minusCount[k], m_frame.plus.data(), m_frame.minus.data()},
             points(m_points));
}

/// The taper from y = u0 + delta on, at most `most` points, zero up to the other side's; its sums but for the first `shared`
/// points. Returns how many points it has.
template <class Real>
int FrameNodes<Real>::sampleSide(double theta, double delta, int most, int shared, bool minus, TaperSums& sums) {
    const double from = 0.5 * FoldGeometry::startHalfSamples(m_support) + delta;
    Real *w = m_w[minus].data(), *slope = m_slope[minus].data();
    const int count = std::clamp(static_cast<int>(theta / 2 - from) + 2, 0, most);
    m_context.taper->fill(from, count, theta, w, slope, nullptr);
    std::fill(m_w[minus].begin() + count, m_w[minus].end(), Real(0));
    std::fill(m_slope[minus].begin() + count, m_slope[minus].end(), Real(0));
    for (int m = shared; m < count; ++m) {
        sums.w += w[m];
        sums.dTheta += slope[m];
        sums.ww += double(w[m]) * double(w[m]);
        sums.wdTheta += double(w[m]) * double(slope[m]);
    }
    return count;
}

template <class Real>
void FrameNodes<Real>::foldTaper(const NodeGrid& grid, double theta) {
    const FoldGeometry& geometry = m_frame.geometry;
    TaperSums sums;
    const int shared = 1 - FoldGeometry::startHalfSamples(m_support); // a sample at u = 0 is on both sides
    m_points = std::max(sampleSide(theta, geometry.delta, geometry.plusMost, 0, false, sums),
                        sampleSide(theta, -geometry.delta, geometry.minusMost, shared, true, sums));
    const Scale scale(m_context.normalisation, sums);
    const Real factor = Real(scale.factor), slopeFactor = Real(scale.factor * theta * grid.spacing);
    const Real correction = Real(scale.factor * theta * grid.spacing * scale.logTheta);
    for (int side = 0; side < 2; ++side)
        for (int m = 0; m < m_points; ++m) {
            const auto at = static_cast<std::size_t>(m);
            m_slope[side][at] = slopeFactor * m_slope[side][at] - correction * m_w[side][at];
            m_w[side][at] *= factor;
        }
    foldNode(SampledNode<Real>{m_w[0].data(), m_slope[0].data(), m_w[1].data(), m_slope[1].data(), m_frame.plus.data(), m_frame.minus.data()},
             points(m_points));
}

/// S and theta dS/dtheta are the halves of one complex FFT of s (w + j theta w_theta).
template <class Real>
void FrameNodes<Real>::sumByFft(const NodeGrid& grid, double theta, int count, const int* bins, Real* out) {
    using Complex = std::complex<Real>;
    const FrameGeometry geometry(m_position, m_support);
    if (!m_copied) copySamples(m_context.signal, geometry.first, m_support, m_x.data());
    m_copied = true;
    const Scale scale = m_packer.pack(m_context, geometry, theta, m_x.data(), reinterpret_cast<Real*>(m_fft.input()), nullptr);
    m_fft.forward();
    const Complex* z = m_fft.output();
    const Real half = Real(0.5 * scale.factor), spacing = Real(grid.spacing), correction = Real(theta * grid.spacing * scale.logTheta);
    const std::int64_t halfSamples = m_roots.reduce(2 * geometry.first - FoldGeometry(m_position, m_support).phaseHalfSamples);
    for (int k = 0; k < count; ++k) {
        const Complex a = z[bins[k]], b = std::conj(z[m_support - bins[k]]);
        const Complex phase = half * Complex(m_roots.phase(halfSamples, bins[k]));
        const Complex sum = a + b, difference = a - b;
        const Complex value = phase * sum, slope = spacing * (phase * Complex(difference.imag(), -difference.real())) - correction * value;
        Real* cell = out + 4 * static_cast<std::ptrdiff_t>(k);
        cell[0] = value.real();
        cell[1] = value.imag();
        cell[2] = slope.real();
        cell[3] = slope.imag();
    }
}

template class FrameNodes<float>;
template class FrameNodes<double>;

} // namespace thetascope
