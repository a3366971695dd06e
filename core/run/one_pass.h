// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/row_source.h"
#include "core/objective/separable.h"

#include <memory>
#include <vector>

namespace thetascope {

/// Value and gradient of one separable term in a single pass over the frames (engines.md, 1.2): while a frame's row is in the
/// cache, its sums U1, U2 and the slopes of both in the frame's parameters are taken; once all are known,
///
///     dL/dp = Phi_1 sum u_1'(|S|) d|S|/dp + Phi_2 sum u_2'(|S|) d|S|/dp.
///
/// No spectrum is stored. Sums are reduced in frame order, in double: the result doesn't depend on the threads.
template <class Real>
class OnePass {
public:
    /// The pool must be the one that the rows use.
    OnePass(std::unique_ptr<MagnitudeSource<Real>> rows, ThreadPool& pool) : m_rows(std::move(rows)), m_pool(pool) {}

    /// The term's value at a tiling, and `weight` times its gradient (replaced; positions zero unless wanted).
    double evaluate(const Tiling& tiling, Wanted wanted, const SeparableTerm& term, double weight, TilingGradient& gradient);

    /// |S| [T, F] of the last evaluation where theta varies over bins; elsewhere empty: collect() is as cheap.
    const FrameArray<Real>& magnitude() const { return m_magnitude; }

    EngineReport report() const { return m_rows->report(); }

    /// |S| [T, F] at a tiling whose theta doesn't vary over bins.
    FrameArray<Real> collect(const Tiling& tiling);

private:
    void resize(const Tiling& tiling, bool perBin);
    void takeRow(int frame, int thread, const MagnitudeRow<Real>& row, const SeparableTerm& term, Wanted wanted, bool perBin);
    void combineFrames(const Tiling& tiling, Wanted wanted, double phi1, double phi2, TilingGradient& gradient) const;
    void combineCells(double phi1, double phi2, RealFrames& gradient);

    std::unique_ptr<MagnitudeSource<Real>> m_rows;
    ThreadPool& m_pool;
    FrameArray<Real> m_magnitude;
    FrameArray<Real> m_slope1, m_slope2;             ///< [T, F]: u_j'(|S|) d|S|/dtheta where theta varies over bins
    std::vector<SeparableTerm::FrameSums> m_sums;    ///< [T]: U1, U2, and their slopes in theta and t
    std::vector<std::vector<Real>> m_work;           ///< [2 F], one per thread
};

extern template class OnePass<double>;
extern template class OnePass<float>;

} // namespace thetascope
