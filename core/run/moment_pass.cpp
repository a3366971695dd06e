// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/moment_pass.h"

namespace thetascope {

template <class Real>
double MomentPass<Real>::evaluate(const Tiling& tiling, Wanted wanted, double weight, TilingGradient& gradient) {
    const auto frames = static_cast<std::size_t>(tiling.frames());
    m_values.resize(frames);
    for (auto* row : {&m_slopes, &m_theta, &m_position}) row->resize(frames);
    m_pairs->visit(tiling, wanted, [&](int frame, double second, double fourth) {
        const auto value = m_term.ofFrame(second, fourth, tiling.bins());
        m_values[static_cast<std::size_t>(frame)] = value;
        return AdjointPairs::MomentSlopes{value.bySecond, value.byFourth};
    }, m_theta.data(), m_position.data());
    gradient.setZero(tiling);
    const double value = m_term.combine(m_values, tiling.positions, weight, m_slopes, gradient);
    for (std::size_t i = 0; i < frames; ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        gradient.theta(tiling.theta.rows() > 1 ? row : 0, 0) += m_slopes[i] * m_theta[i];
        if (wanted.positions) gradient.positions[row] += m_slopes[i] * m_position[i];
    }
    return value;
}

template class MomentPass<double>;
template class MomentPass<float>;

} // namespace thetascope
