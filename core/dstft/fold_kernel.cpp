// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/fold_kernel.h"

#include "core/dstft/cosine_points.h"
#include "core/dstft/lane_totals.h"

#include <algorithm>

namespace thetascope {

namespace {

template <int bytes, bool shifted, class Real>
struct FoldSummer {
    static constexpr int lanes = lanesOf<Real, bytes>;
    using V = VectorOf<Real, bytes>;
    using I = VectorOf<IntegerLike<Real>, bytes>;
    const Real *plus, *minus, *cosine, *sine;
    static constexpr int count = shifted ? foldSums : evenFoldSums;
    V sums[count]{};

    THETASCOPE_INLINE void add(const CosinePoints<bytes, Real>& at, const V& p, const V& m, const V& C, const V& S) {
        const V e = p + m, o = p - m, ec = e * C, os = o * S, us = at.u * at.s;
        sums[eC] += ec;
        sums[oS] += os;
        sums[ceC] += at.c * ec;
        sums[coS] += at.c * os;
        sums[useC] += us * ec;
        sums[usoS] += us * os;
        if constexpr (shifted) {
            const V oc = o * C, es = e * S, uc = at.u * at.c;
            sums[soC] += at.s * oc;
            sums[seS] += at.s * es;
            sums[ucoC] += uc * oc;
            sums[uceS] += uc * es;
        }
    }
    THETASCOPE_INLINE void all(int m, const CosinePoints<bytes, Real>& at) {
        V p, q, C, S;
        loadLanes(p, plus + m);
        loadLanes(q, minus + m);
        loadLanes(C, cosine + m);
        loadLanes(S, sine + m);
        add(at, p, q, C, S);
    }
    /// Where the support ends: points below the counts only.
    THETASCOPE_INLINE void some(int m, const I& lane, int plusCount, int minusCount, const CosinePoints<bytes, Real>& at) {
        V p, q, C, S;
        loadLanes(p, plus + m);
        loadLanes(q, minus + m);
        loadLanes(C, cosine + m);
        loadLanes(S, sine + m);
        p = lane < plusCount - m ? p : V{};
        q = lane < minusCount - m ? q : V{};
        add(at, p, q, C, S);
    }
};

template <int bytes, bool shifted, class Real>
THETASCOPE_INLINE void sumCell(const FoldFrame<Real>& frame, int f, int stride, const Real* cosine, const Real* sine, Real u0) {
    constexpr int lanes = lanesOf<Real, bytes>;
    using Summer = FoldSummer<bytes, shifted, Real>;
    Summer summer{frame.plus, frame.minus, cosine, sine};
    CosinePoints<bytes, Real> points(u0, frame.halfAngle[f], frame.stepC[f], frame.stepS[f]);
    typename Summer::I lane;
    for (int l = 0; l < lanes; ++l) lane[l] = l;
    const int plusCount = frame.plusCount[f], minusCount = frame.minusCount[f], count = std::max(plusCount, minusCount);
    const int plain = std::min(std::min(plusCount, minusCount), count - 1) / lanes * lanes; // then one masked vector, as a rule
    int m = 0;
    for (; m < plain; m += lanes) {
        summer.all(m, points);
        points.advance();
    }
    do {
        summer.some(m, lane, plusCount, minusCount, points);
        points.advance();
        m += lanes;
    } while (m < count);
    for (int k = 0; k < Summer::count; k += blockLanes<Real>)
        storeTotals<Real, bytes>(summer.sums + k, frame.sums + static_cast<std::ptrdiff_t>(k) * stride + f, stride);
}

template <class Real>
void sumFrames(int frames, const FoldFrame<Real>* frame, int f, int stride, const Real* cosine, const Real* sine, double u0,
               bool shifted) {
    forLanes([&]<int bytes>() THETASCOPE_INLINE_LAMBDA {
        if (shifted)
            for (int i = 0; i < frames; ++i) sumCell<bytes, true>(frame[i], f, stride, cosine, sine, Real(u0));
        else
            for (int i = 0; i < frames; ++i) sumCell<bytes, false>(frame[i], f, stride, cosine, sine, Real(u0));
    });
}

} // namespace

template <class Real>
int foldStep() {
    return forLanes([]<int bytes>() THETASCOPE_INLINE_LAMBDA { return lanesOf<Real, bytes>; });
}
template int foldStep<float>();
template int foldStep<double>();

void sumFolded(int frames, const FoldFrame<float>* frame, int f, int stride, const float* cosine, const float* sine, double u0,
               bool shifted) {
    sumFrames(frames, frame, f, stride, cosine, sine, u0, shifted);
}
void sumFolded(int frames, const FoldFrame<double>* frame, int f, int stride, const double* cosine, const double* sine, double u0,
               bool shifted) {
    sumFrames(frames, frame, f, stride, cosine, sine, u0, shifted);
}

} // namespace thetascope
