// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/direct_cells.h"
#include "core/dstft/folded_frame.h"
#include "core/dstft/row_source.h"

namespace thetascope {

/// Frames taken at a time: one row of cosines and sines serves them all.
constexpr int directChunkFrames = 32;

/// Bins summed at a time: what is planned and summed for them stays in the cache.
constexpr int directChunkBins = 64;

/// Rows by direct sums over each taper's own support: tapers of the form p0 + p1 cos(2 pi y/theta) by folded sums, others cell by
/// cell. One object per thread; the context must outlive it.
template <class Real>
class DirectChunk {
public:
    DirectChunk(const TransformContext& context, const Roots& roots, int support);

    /// Calls visitor(frame, row, phase) for frames begin..end-1, at most directChunkFrames: S and its derivatives are the row's
    /// times exp(-2 pi j f phase / 2N) (Roots::phase).
    using Visitor = FunctionRef<void(int frame, const Row<Real>& row, std::int64_t phaseHalfSamples)>;
    void visit(const Tiling& tiling, int begin, int end, bool positions, const Visitor& visitor);

private:
    void sumFoldedFrames(const Tiling& tiling, int begin, int end, bool positions);
    void sumFoldedBins(const Tiling& tiling, int begin, int end, int firstBin, int bins, bool positions);
    void sumCells(const Tiling& tiling, int begin, int end, bool positions);
    void sumShortCells(const Tiling& tiling, int i, const FoldedRow<Real>& row);
    const double* thetaRow(const Tiling& tiling, int i) const { return &tiling.theta(tiling.theta.rows() > 1 ? i : 0, 0); }
    FoldedRow<Real> rowAt(int place, bool positions, int first = 0);

    const TransformContext& m_context;
    const Roots& m_roots;
    int m_support, m_bins;
    std::optional<Taper::Cosine> m_cosineTaper;
    std::vector<FoldedFrame<Real>> m_folded;            ///< [frames] for cosine tapers,
    DirectCells<Real> m_cells;                          ///< for others, and the shortest of them
    std::vector<FrameSamples<Real>> m_samples;          ///< [frames], for cosine tapers one
    AlignedVector<Real> m_cosine, m_sine;               ///< rows of a bin
    AlignedVector<int> m_points;                        ///< [directChunkBins]: points of these rows that are wanted
    AlignedVector<Real> m_rows;                         ///< what is handed out: [frames] times six planes [F]
};

} // namespace thetascope
