// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/direct_chunk.h"

#include <algorithm>
#include <array>

namespace thetascope {

namespace {

constexpr int rowPlanes = 6;

template <class Real>
void store(const Cell& cell, int f, const FoldedRow<Real>& row) {
    row.re[f] = Real(cell.s.real());
    row.im[f] = Real(cell.s.imag());
    row.reTheta[f] = Real(cell.dTheta.real());
    row.imTheta[f] = Real(cell.dTheta.imag());
    if (row.rePosition == nullptr) return;
    row.rePosition[f] = Real(cell.dPosition.real());
    row.imPosition[f] = Real(cell.dPosition.imag());
}

} // namespace

template <class Real>
DirectChunk<Real>::DirectChunk(const TransformContext& context, const Roots& roots, int support)
    : m_context(context), m_roots(roots), m_support(support), m_bins(support / 2 + 1), m_cosineTaper(context.taper->cosine()),
      m_cells(context, roots, support), m_samples(m_cosineTaper ? 1 : directChunkFrames, FrameSamples<Real>(support)),
      m_cosine(static_cast<std::size_t>(support / 2 + 1 + foldPadding)), m_sine(m_cosine.size()), m_points(directChunkBins) {
    if (m_cosineTaper) m_folded.assign(directChunkFrames, FoldedFrame<Real>(support, directChunkBins));
    m_rows.resize(rowPlanes * static_cast<std::size_t>(m_bins) * directChunkFrames);
}

template <class Real>
void DirectChunk<Real>::visit(const Tiling& tiling, int begin, int end, bool positions, const Visitor& visitor) {
    if (m_cosineTaper) sumFoldedFrames(tiling, begin, end, positions);
    else sumCells(tiling, begin, end, positions);
    for (int i = begin; i < end; ++i) {
        const FoldedRow<Real> row = rowAt(i - begin, positions);
        const std::int64_t phase = m_cosineTaper ? m_folded[static_cast<std::size_t>(i - begin)].geometry.phaseHalfSamples : 0;
        visitor(i, {row.re, row.im, row.reTheta, row.imTheta, row.rePosition, row.imPosition}, phase);
    }
}

/// From bin `first` on.
template <class Real>
FoldedRow<Real> DirectChunk<Real>::rowAt(int place, bool positions, int first) {
    Real* row = m_rows.data() + static_cast<std::ptrdiff_t>(place) * rowPlanes * m_bins + first;
    const auto plane = [&](int k) { return row + static_cast<std::ptrdiff_t>(k) * m_bins; };
    return {plane(0), plane(1), plane(2), plane(3), positions ? plane(4) : nullptr, positions ? plane(5) : nullptr};
}

template <class Real>
void DirectChunk<Real>::sumFoldedFrames(const Tiling& tiling, int begin, int end, bool positions) {
    for (int i = begin; i < end; ++i)
        m_folded[static_cast<std::size_t>(i - begin)].layOut(m_context.signal, tiling.positions[i], m_support);
    for (int first = 0; first < m_bins; first += directChunkBins)
        sumFoldedBins(tiling, begin, end, first, std::min(directChunkBins, m_bins - first), positions);
    for (int i = begin; i < end; ++i) sumShortCells(tiling, i, rowAt(i - begin, positions));
}

template <class Real>
void DirectChunk<Real>::sumFoldedBins(const Tiling& tiling, int begin, int end, int firstBin, int bins, bool positions) {
    const FoldPlanner planner{*m_cosineTaper, m_context.normalisation, m_support, foldStep<Real>()};
    std::array<FoldFrame<Real>, directChunkFrames> even, shifted;
    int evenCount = 0, shiftedCount = 0;
    int* points = m_points.data();
    std::fill_n(points, bins, 0);
    for (int i = begin; i < end; ++i) {
        FoldedFrame<Real>& frame = m_folded[static_cast<std::size_t>(i - begin)];
        planner.plan(frame.geometry, bins, thetaRow(tiling, i) + firstBin, frame.plan);
        const int *plus = frame.plan.plusCount.data(), *minus = frame.plan.minusCount.data();
        for (int f = 0; f < bins; ++f) points[f] = std::max(points[f], std::max(plus[f], minus[f]));
        if (positions || frame.geometry.delta != 0) shifted[static_cast<std::size_t>(shiftedCount++)] = frame.view();
        else even[static_cast<std::size_t>(evenCount++)] = frame.view();
    }
    const int start = FoldGeometry::startHalfSamples(m_support);
    for (int f = 0; f < bins; ++f) {
        m_roots.rows(start, firstBin + f, points[f], m_cosine.data(), m_sine.data());
        sumFolded(evenCount, even.data(), f, directChunkBins, m_cosine.data(), m_sine.data(), 0.5 * start, false);
        sumFolded(shiftedCount, shifted.data(), f, directChunkBins, m_cosine.data(), m_sine.data(), 0.5 * start, true);
    }
    for (int i = begin; i < end; ++i) {
        const FoldedFrame<Real>& frame = m_folded[static_cast<std::size_t>(i - begin)];
        finishFolded({*m_cosineTaper, frame.geometry.delta, bins, directChunkBins, thetaRow(tiling, i) + firstBin}, frame.plan,
                     frame.sums.data(), rowAt(i - begin, positions, firstBin));
    }
}

template <class Real>
void DirectChunk<Real>::sumCells(const Tiling& tiling, int begin, int end, bool positions) {
    for (int i = begin; i < end; ++i)
        m_samples[static_cast<std::size_t>(i - begin)].layOut(m_context.signal, tiling.positions[i], m_support);
    for (int f = 0; f < m_bins; ++f)
        for (int i = begin; i < end; ++i) {
            const auto& frame = m_samples[static_cast<std::size_t>(i - begin)];
            const Cell cell = m_cells.evaluate(frame, f, tiling.thetaAt(i, f), positions, frame.points);
            store(cell, f, rowAt(i - begin, positions));
        }
}

/// Tapers that don't fold, after the others; without the phase of the grid point, as they are.
template <class Real>
void DirectChunk<Real>::sumShortCells(const Tiling& tiling, int i, const FoldedRow<Real>& row) {
    FrameSamples<Real>& samples = m_samples.front();
    bool laidOut = false;
    for (int f = 0; f < m_bins; ++f) {
        if (tiling.thetaAt(i, f) >= shortestClosed) continue;
        if (!laidOut) samples.layOut(m_context.signal, tiling.positions[i], m_support);
        laidOut = true;
        Cell cell = m_cells.evaluate(samples, f, tiling.thetaAt(i, f), row.rePosition != nullptr);
        const auto back = std::conj(m_roots.phase(FoldGeometry(tiling.positions[i], m_support).phaseHalfSamples, f));
        for (auto* value : {&cell.s, &cell.dTheta, &cell.dPosition}) *value *= back;
        store(cell, f, row);
    }
}

template class DirectChunk<float>;
template class DirectChunk<double>;

} // namespace thetascope
