// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/folded_frame.h"
#include "core/dstft/frame_packer.h"
#include "core/dstft/node_kernel.h"
#include "core/fft/fft.h"

#include <optional>

namespace thetascope {

/// The nodes of the interval cache: theta_p = (N-1) exp(p spacing), p <= 0, even in ln theta.
struct NodeGrid {
    int support = 0;
    double spacing = 0;
    double theta(int node) const { return (support - 1) * std::exp(node * spacing); }
};

/// Exact S at nodes, for some bins of one frame: by direct sums over the folded frame, the taper taken once for all bins, or by
/// one complex FFT where that is cheaper. One object per thread; context, roots and turns must outlive it.
template <class Real>
class FrameNodes {
public:
    FrameNodes(const TransformContext& context, const Roots& roots, const BinTurns<Real>& turns, int support);

    /// The frame whose cells are wanted.
    void layOut(double position);

    /// re S, im S, re, im of dS/dt at a node for `count` of its bins, t = (ln theta - ln theta_p)/spacing: out [count, 4]. The
    /// phase is that of the grid point about which the frame is folded.
    void evaluate(const NodeGrid& grid, int node, int count, const int* bins, Real* out);

private:
    void sumByFft(const NodeGrid& grid, double theta, int count, const int* bins, Real* out);
    void foldCosine(const NodeGrid& grid, int node);
    void foldTaper(const NodeGrid& grid, double theta);
    int sampleSide(double theta, double delta, int most, int shared, bool minus, TaperSums& sums);
    double thetaOf(const NodeGrid& grid, int node);
    void plan();
    NodePoints<Real> points(int count);

    const TransformContext& m_context;
    const Roots& m_roots;
    const BinTurns<Real>& m_turns;
    int m_support;
    std::optional<Taper::Cosine> m_cosineTaper;
    double m_position = 0;
    bool m_folded = false, m_copied = false; ///< whether m_frame, m_x hold this frame
    FoldedFrame<Real> m_frame;               ///< its plan: of the nodes below
    std::vector<double> m_nodeTheta;         ///< of nodes m_first, m_first - 1, ...
    double m_spacing = 0;                    ///< their grid's
    int m_first = 0;
    std::optional<FoldGeometry> m_planned;   ///< for which m_frame.plan has them
    double m_breakEven;                      ///< what an FFT costs, as a sum of theta over bins
    ComplexFft<Real> m_fft;
    FramePacker<Real> m_packer;
    std::vector<Real> m_x;                                    ///< [N] samples
    AlignedVector<Real> m_even, m_odd, m_evenSlope, m_oddSlope; ///< [N/2 + 1 + foldPadding]
    AlignedVector<Real> m_w[2], m_slope[2];                   ///< the taper on either side, for those that aren't cosines
    int m_points = 0;                                         ///< of m_even ...
};

extern template class FrameNodes<float>;
extern template class FrameNodes<double>;

} // namespace thetascope
