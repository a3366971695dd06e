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
    OnePass(std::unique_ptr<RowSource<Real>> rows, ThreadPool& pool) : m_rows(std::move(rows)), m_pool(pool) {}

    /// The term's value at a tiling; adds `weight` times its gradient.
    double evaluate(const Tiling& tiling, Wanted wanted, const SeparableTerm& term, double weight, TilingGradient& gradient);

    /// |S| [T, F] of the last evaluation.
    const FrameArray<Real>& magnitude() const { return m_magnitude; }

private:
    struct Scratch {
        std::vector<Real> slope1, slope2, dm;
    };
    /// The sums of one frame: U1, U2, and their slopes in theta and t.
    struct FrameSums {
        SeparableTerm::Sums u, theta, position;
    };

    void resize(const Tiling& tiling, Wanted wanted);
    FrameSums takeRow(int frame, const Row<Real>& row, const SeparableTerm& term, bool perBin, Wanted wanted, Scratch& scratch);
    void addGradient(const Tiling& tiling, Wanted wanted, double phi1, double phi2, TilingGradient& gradient);

    std::unique_ptr<RowSource<Real>> m_rows;
    ThreadPool& m_pool;
    FrameArray<Real> m_magnitude;
    FrameArray<Real> m_slope1, m_slope2; ///< [T, F]: u_j'(|S|) d|S|/dtheta where theta varies over bins
    std::vector<FrameSums> m_sums;       ///< [T]
    std::vector<Scratch> m_scratch;      ///< one per thread
};

extern template class OnePass<double>;
extern template class OnePass<float>;

} // namespace thetascope
