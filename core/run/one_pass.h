// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/separable.h"
#include "core/run/spectrogram_pass.h"

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
class OnePass final : public SpectrogramPass {
public:
    /// The pool must be the one that the rows use; the term must outlive this.
    OnePass(std::unique_ptr<MagnitudeSource<Real>> rows, const SeparableTerm& term, ThreadPool& pool)
        : m_rows(std::move(rows)), m_term(term), m_pool(pool) {}

    double evaluate(const Tiling& tiling, Wanted wanted, double weight, TilingGradient& gradient) override;
    FrameArray<float> picture(const Tiling& tiling) override;
    EngineReport report() const override { return m_rows->report(); }

private:
    void resize(const Tiling& tiling, bool perBin);
    void takeRow(int frame, int thread, const MagnitudeRow<Real>& row, Wanted wanted, bool perBin);
    void combineFrames(const Tiling& tiling, Wanted wanted, double phi1, double phi2, TilingGradient& gradient) const;
    void combineCells(double phi1, double phi2, RealFrames& gradient);

    std::unique_ptr<MagnitudeSource<Real>> m_rows;
    const SeparableTerm& m_term;
    ThreadPool& m_pool;
    FrameArray<Real> m_magnitude;                    ///< [T, F] of the last evaluation where theta varies over bins
    FrameArray<Real> m_slope1, m_slope2;             ///< [T, F]: u_j'(|S|) d|S|/dtheta where theta varies over bins
    std::vector<SeparableTerm::FrameSums> m_sums;    ///< [T]: U1, U2, and their slopes in theta and t
    std::vector<std::vector<Real>> m_work;           ///< [2 F], one per thread
};

extern template class OnePass<double>;
extern template class OnePass<float>;

} // namespace thetascope
