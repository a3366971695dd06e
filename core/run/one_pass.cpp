// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/one_pass.h"

#include "core/dstft/row_kernels.h"

namespace thetascope {

namespace {

/// Rows of theta's gradient that a thread combines at a time.
constexpr int combineRows = 16;

} // namespace

template <class Real>
void OnePass<Real>::resize(const Tiling& tiling, Wanted wanted) {
    const int frames = tiling.frames(), bins = tiling.bins();
    const bool perBin = wanted.theta && tiling.theta.cols() > 1;
    m_magnitude.resize(frames, bins);
    m_slope1.resize(perBin ? frames : 0, perBin ? bins : 0);
    m_slope2.resize(perBin ? frames : 0, perBin ? bins : 0);
    m_sums.assign(static_cast<std::size_t>(frames), {});
    m_scratch.resize(static_cast<std::size_t>(m_pool.threads()));
    for (Scratch& s : m_scratch)
        for (auto* row : {&s.slope1, &s.slope2, &s.dm}) row->resize(static_cast<std::size_t>(bins));
}

template <class Real>
double OnePass<Real>::evaluate(const Tiling& tiling, Wanted wanted, const SeparableTerm& term, double weight,
                               TilingGradient& gradient) {
    resize(tiling, wanted);
    const bool perBin = tiling.theta.cols() > 1;
    m_rows->visit(tiling, wanted, [&](int frame, int thread, const Row<Real>& row) {
        m_sums[static_cast<std::size_t>(frame)] =
            takeRow(frame, row, term, perBin, wanted, m_scratch[static_cast<std::size_t>(thread)]);
    });
    SeparableTerm::Sums total;
    for (const FrameSums& sums : m_sums) {
        total.u1 += sums.u.u1;
        total.u2 += sums.u.u2;
    }
    const SeparableTerm::Combined combined = term.combine(total);
    addGradient(tiling, wanted, weight * combined.phi1, weight * combined.phi2, gradient);
    return combined.value;
}

template <class Real>
typename OnePass<Real>::FrameSums OnePass<Real>::takeRow(int frame, const Row<Real>& row, const SeparableTerm& term, bool perBin,
                                                         Wanted wanted, Scratch& s) {
    const int bins = static_cast<int>(m_magnitude.cols());
    Real* m = m_magnitude.row(frame).data();
    FrameSums sums;
    magnitudeRow(bins, row.re, row.im, m);
    sums.u = term.row(bins, m, s.slope1.data(), s.slope2.data());
    if (wanted.theta) {
        slopeRow(bins, row.re, row.im, m, row.reTheta, row.imTheta, s.dm.data());
        if (perBin) {
            multiplyRow(bins, s.slope1.data(), s.dm.data(), m_slope1.row(frame).data());
            multiplyRow(bins, s.slope2.data(), s.dm.data(), m_slope2.row(frame).data());
        } else {
            sums.theta = {dotRow(bins, s.slope1.data(), s.dm.data()), dotRow(bins, s.slope2.data(), s.dm.data())};
        }
    }
    if (wanted.positions) {
        slopeRow(bins, row.re, row.im, m, row.rePosition, row.imPosition, s.dm.data());
        sums.position = {dotRow(bins, s.slope1.data(), s.dm.data()), dotRow(bins, s.slope2.data(), s.dm.data())};
    }
    return sums;
}

template <class Real>
void OnePass<Real>::addGradient(const Tiling& tiling, Wanted wanted, double phi1, double phi2, TilingGradient& gradient) {
    const int frames = tiling.frames();
    const auto combine = [&](const SeparableTerm::Sums& sums) { return phi1 * sums.u1 + phi2 * sums.u2; };
    for (int i = 0; i < frames; ++i) {
        const FrameSums& sums = m_sums[static_cast<std::size_t>(i)];
        if (wanted.theta && tiling.theta.cols() == 1) gradient.theta(tiling.theta.rows() > 1 ? i : 0, 0) += combine(sums.theta);
        if (wanted.positions) gradient.positions[i] += combine(sums.position);
    }
    if (!wanted.theta || tiling.theta.cols() == 1) return;
    const auto rowSlopes = [&](int i) {
        return phi1 * m_slope1.row(i).template cast<double>() + phi2 * m_slope2.row(i).template cast<double>();
    };
    if (tiling.theta.rows() > 1) {
        m_pool.forChunks(frames, combineRows, [&](int begin, int end, int) {
            for (int i = begin; i < end; ++i) gradient.theta.row(i) += rowSlopes(i);
        });
    } else {
        for (int i = 0; i < frames; ++i) gradient.theta.row(0) += rowSlopes(i); // in frame order
    }
}

template class OnePass<double>;
template class OnePass<float>;

} // namespace thetascope
