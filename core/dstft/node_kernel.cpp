// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/node_kernel.h"

#include "core/dstft/cosine_points.h"
#include "core/dstft/lane_totals.h"

#include <algorithm>
#include <cstdint>

namespace thetascope {

namespace {

constexpr int sumsPerCell = 4;

template <int bytes, bool shifted, class Real>
struct NodeFolder {
    static constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    using I = VectorOf<IntegerLike<Real>, bytes>;
    const CosineNode<Real>& node;
    const NodePoints<Real>& points;

    THETASCOPE_INLINE void taper(const CosinePoints<bytes, Real>& at, V& w, V& slope) const {
        w = node.p0 + node.p1 * at.c;
        slope = node.slopeScale * at.u * at.s - node.correction * w;
    }
    THETASCOPE_INLINE void take(int m, const I& lane, const CosinePoints<bytes, Real>& plus, const CosinePoints<bytes, Real>& minus) const {
        V p, q, wp, vp;
        loadLanes(p, node.plus + m);
        loadLanes(q, node.minus + m);
        p = lane < node.plusCount - m ? p : V{};
        q = lane < node.minusCount - m ? q : V{};
        taper(plus, wp, vp);
        if constexpr (shifted) {
            V wq, vq;
            taper(minus, wq, vq);
            storeLanes(points.even + m, V(wp * p + wq * q));
            storeLanes(points.odd + m, V(wq * q - wp * p));
            storeLanes(points.evenSlope + m, V(vp * p + vq * q));
            storeLanes(points.oddSlope + m, V(vq * q - vp * p));
        } else {
            const V e = p + q, o = q - p;
            storeLanes(points.even + m, V(wp * e));
            storeLanes(points.odd + m, V(wp * o));
            storeLanes(points.evenSlope + m, V(vp * e));
            storeLanes(points.oddSlope + m, V(vp * o));
        }
    }
};

template <int bytes, bool shifted, class Real>
THETASCOPE_INLINE void foldBody(const CosineNode<Real>& node, const NodePoints<Real>& points) {
    using Folder = NodeFolder<bytes, shifted, Real>;
    const Folder folder{node, points};
    CosinePoints<bytes, Real> plus(node.u0 + node.delta, node.halfAngle, node.stepC, node.stepS);
    CosinePoints<bytes, Real> minus(node.u0 - node.delta, node.halfAngle, node.stepC, node.stepS); // the taper is even
    typename Folder::I lane;
    for (int l = 0; l < Folder::lanes; ++l) lane[l] = l;
    for (int m = 0; m < points.points; m += Folder::lanes) {
        folder.take(m, lane, plus, minus);
        plus.advance();
        if constexpr (shifted) minus.advance();
    }
}

template <class Real>
void foldFor(const CosineNode<Real>& node, const NodePoints<Real>& points) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA {
        if (node.delta != 0) foldBody<bytes, true>(node, points);
        else foldBody<bytes, false>(node, points);
    });
}

template <class Real>
THETASCOPE_INLINE void foldSampled(const SampledNode<Real>& node, const NodePoints<Real>& points) {
    Real *__restrict even = points.even, *__restrict odd = points.odd;
    Real *__restrict evenSlope = points.evenSlope, *__restrict oddSlope = points.oddSlope;
#pragma omp simd
    for (int m = 0; m < points.points; ++m) {
        const Real p = node.plusW[m] * node.plus[m], q = node.minusW[m] * node.minus[m];
        const Real pSlope = node.plusSlope[m] * node.plus[m], qSlope = node.minusSlope[m] * node.minus[m];
        even[m] = p + q;
        odd[m] = q - p;
        evenSlope[m] = pSlope + qSlope;
        oddSlope[m] = qSlope - pSlope;
    }
    for (int m = points.points; m < (points.points + foldPadding - 1) / foldPadding * foldPadding; ++m)
        even[m] = odd[m] = evenSlope[m] = oddSlope[m] = 0;
}

/// The rows of one bin as they are walked along.
template <int bytes, class Real>
struct BinWalk {
    using V = VectorOf<Real, bytes>;
    V c, s, blockC, blockS;
    Real turnC, turnS, nextC, nextS;

    THETASCOPE_INLINE void begin(const BinTurns<Real>& turns, int bin) {
        const Real* first = turns.first.data() + 2 * static_cast<std::ptrdiff_t>(rowLanes) * bin;
        loadLanes(c, first);
        loadLanes(s, first + rowLanes);
        blockC = c;
        blockS = s;
        const Real* turn = turns.turns.data() + 4 * static_cast<std::ptrdiff_t>(bin);
        turnC = turn[0];
        turnS = turn[1];
        nextC = turn[2];
        nextS = turn[3];
    }
    THETASCOPE_INLINE void advance() {
        const V next = c * turnC - s * turnS;
        s = s * turnC + c * turnS;
        c = next;
    }
    /// To the next block, from where this one began: roundings don't pile up.
    THETASCOPE_INLINE void advanceBlock() {
        const V next = blockC * nextC - blockS * nextS;
        s = blockS = blockS * nextC + blockC * nextS;
        c = blockC = next;
    }
};

/// `cells` bins at a time share the points they read.
template <int bytes, int cells, class Real>
THETASCOPE_INLINE void sumCells(const NodePoints<Real>& points, const BinTurns<Real>& turns, const int* bins, Real* out) {
    constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    BinWalk<bytes, Real> walk[cells];
    V sums[cells][sumsPerCell]{};
    for (int k = 0; k < cells; ++k) walk[k].begin(turns, bins[k]);
    for (int block = 0; block < points.points; block += rowBlock) {
        if (block > 0)
            for (int k = 0; k < cells; ++k) walk[k].advanceBlock();
        for (int m = block; m < std::min(block + rowBlock, points.points); m += lanes) {
            V even, odd, evenSlope, oddSlope;
            loadLanes(even, points.even + m);
            loadLanes(odd, points.odd + m);
            loadLanes(evenSlope, points.evenSlope + m);
            loadLanes(oddSlope, points.oddSlope + m);
            for (int k = 0; k < cells; ++k) {
                sums[k][0] += even * walk[k].c;
                sums[k][1] += odd * walk[k].s;
                sums[k][2] += evenSlope * walk[k].c;
                sums[k][3] += oddSlope * walk[k].s;
                walk[k].advance();
            }
        }
    }
    for (int k = 0; k < cells; ++k)
        for (int sum = 0; sum < sumsPerCell; sum += blockLanes<Real>) storeTotals<Real, bytes>(sums[k] + sum, out + sumsPerCell * k + sum, 1);
}

template <class Real>
void sumFor(const NodePoints<Real>& points, const BinTurns<Real>& turns, int count, const int* bins, Real* out) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA {
        constexpr int together = 2;
        int k = 0;
        for (; k + together <= count; k += together) sumCells<bytes, together>(points, turns, bins + k, out + sumsPerCell * k);
        for (; k < count; ++k) sumCells<bytes, 1>(points, turns, bins + k, out + sumsPerCell * k);
    });
}

} // namespace

void foldNode(const CosineNode<float>& node, const NodePoints<float>& points) {
    foldFor(node, points);
}
void foldNode(const CosineNode<double>& node, const NodePoints<double>& points) {
    foldFor(node, points);
}
THETASCOPE_CLONES
void foldNode(const SampledNode<float>& node, const NodePoints<float>& points) {
    foldSampled(node, points);
}
THETASCOPE_CLONES
void foldNode(const SampledNode<double>& node, const NodePoints<double>& points) {
    foldSampled(node, points);
}
void sumNode(const NodePoints<float>& points, const BinTurns<float>& turns, int count, const int* bins, float* out) {
    sumFor(points, turns, count, bins, out);
}
void sumNode(const NodePoints<double>& points, const BinTurns<double>& turns, int count, const int* bins, double* out) {
    sumFor(points, turns, count, bins, out);
}

} // namespace thetascope
