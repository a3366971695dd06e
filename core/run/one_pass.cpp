// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/one_pass.h"

#include "core/base/clones.h"

#include <algorithm>

namespace thetascope {

namespace {

/// Rows (or, where frames share theta, bins) of theta's gradient that a thread combines at a time.
constexpr int combineRows = 16, combineBins = 64;

template <class Real>
THETASCOPE_INLINE void combineBody(int count, double phi1, const Real* slope1, double phi2, const Real* slope2, bool add,
                                   double* __restrict out) {
    if (add) {
#pragma omp simd
        for (int f = 0; f < count; ++f) out[f] += phi1 * double(slope1[f]) + phi2 * double(slope2[f]);
    } else {
#pragma omp simd
        for (int f = 0; f < count; ++f) out[f] = phi1 * double(slope1[f]) + phi2 * double(slope2[f]);
    }
}

THETASCOPE_CLONES
void combine(int count, double phi1, const float* slope1, double phi2, const float* slope2, bool add, double* out) {
    combineBody(count, phi1, slope1, phi2, slope2, add, out);
}
THETASCOPE_CLONES
void combine(int count, double phi1, const double* slope1, double phi2, const double* slope2, bool add, double* out) {
    combineBody(count, phi1, slope1, phi2, slope2, add, out);
}

} // namespace

template <class Real>
void OnePass<Real>::resize(const Tiling& tiling, bool perBin) {
    const int frames = tiling.frames(), bins = tiling.bins();
    for (auto* map : {&m_magnitude, &m_slope1, &m_slope2}) map->resize(perBin ? frames : 0, perBin ? bins : 0);
    m_sums.assign(static_cast<std::size_t>(frames), {});
    m_work.resize(static_cast<std::size_t>(m_pool.threads()));
    for (auto& work : m_work) work.resize(2 * static_cast<std::size_t>(bins));
}

template <class Real>
double OnePass<Real>::evaluate(const Tiling& tiling, Wanted wanted, double weight, TilingGradient& gradient) {
    const bool perBin = tiling.theta.cols() > 1;
    resize(tiling, perBin);
    m_rows->visitMagnitudes(tiling, wanted, [&](int frame, int thread, const MagnitudeRow<Real>& row) {
        takeRow(frame, thread, row, wanted, perBin);
    });
    SeparableTerm::Sums total;
    for (const auto& sums : m_sums) {
        total.u1 += sums.u.u1;
        total.u2 += sums.u.u2;
    }
    const auto [value, phi1, phi2] = m_term.combine(total);
    gradient.theta.resize(tiling.theta.rows(), tiling.theta.cols());
    gradient.positions.setZero(tiling.frames());
    if (!perBin) gradient.theta.setZero();
    combineFrames(tiling, wanted, weight * phi1, weight * phi2, gradient);
    if (perBin) combineCells(weight * phi1, weight * phi2, gradient.theta);
    return value;
}

template <class Real>
void OnePass<Real>::takeRow(int frame, int thread, const MagnitudeRow<Real>& row, Wanted wanted, bool perBin) {
    auto& work = m_work[static_cast<std::size_t>(thread)];
    auto& sums = m_sums[static_cast<std::size_t>(frame)];
    const int bins = static_cast<int>(work.size() / 2);
    if (perBin) {
        std::copy(row.m, row.m + bins, m_magnitude.row(frame).data());
        if (wanted.positions) // the frame's one parameter
            sums.second = m_term.contract(bins, SeparableTerm::Frame<Real>{row.m, row.dPosition, nullptr}, work.data()).first;
        sums.u = m_term.spread(bins, row.m, row.dTheta, m_slope1.row(frame).data(), m_slope2.row(frame).data());
    } else {
        sums = m_term.contract(bins, SeparableTerm::Frame<Real>{row.m, row.dTheta, wanted.positions ? row.dPosition : nullptr},
                             work.data());
    }
}

template <class Real>
void OnePass<Real>::combineFrames(const Tiling& tiling, Wanted wanted, double phi1, double phi2, TilingGradient& gradient) const {
    const auto joined = [&](const SeparableTerm::Sums& sums) { return phi1 * sums.u1 + phi2 * sums.u2; };
    for (int i = 0; i < tiling.frames(); ++i) {
        const auto& sums = m_sums[static_cast<std::size_t>(i)];
        if (tiling.theta.cols() == 1) gradient.theta(tiling.theta.rows() > 1 ? i : 0, 0) += joined(sums.first);
        if (wanted.positions) gradient.positions[i] = joined(sums.second);
    }
}

template <class Real>
void OnePass<Real>::combineCells(double phi1, double phi2, RealFrames& gradient) {
    const int frames = static_cast<int>(m_slope1.rows()), bins = static_cast<int>(m_slope1.cols());
    const auto take = [&](int i, int begin, int end, bool add, double* out) {
        combine(end - begin, phi1, m_slope1.row(i).data() + begin, phi2, m_slope2.row(i).data() + begin, add, out);
    };
    if (gradient.rows() > 1) {
        m_pool.forChunks(frames, combineRows, [&](int begin, int end, int) {
            for (int i = begin; i < end; ++i) take(i, 0, bins, false, gradient.row(i).data());
        });
        return;
    }
    m_pool.forChunks(bins, combineBins, [&](int begin, int end, int) { // every bin in frame order
        for (int i = 0; i < frames; ++i) take(i, begin, end, i > 0, gradient.data() + begin);
    });
}

template <class Real>
FrameArray<float> OnePass<Real>::picture(const Tiling& tiling) {
    if (m_magnitude.size() > 0) return m_magnitude.template cast<float>();
    return collectMagnitudes(*m_rows, tiling).template cast<float>(); // as cheap as keeping it
}

template class OnePass<double>;
template class OnePass<float>;

} // namespace thetascope
