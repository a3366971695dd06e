// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/variables.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Width of the rounded corners, in ln theta and in hops: small against the range, large against one step.
constexpr double logThetaCorner = 0.25, hopCorner = 0.1, frameCorner = 0.5;
/// A hop may shrink to this share of where it starts, and grow to the inverse of half of it.
constexpr double smallestHopShare = 0.25, largestHopShare = 2;

SmoothBounds hopBounds(const ResolvedSettings& settings, const Tiling& start, int signalLength) {
    const double lower = std::min(std::max(smallestHopShare, 1 / settings.H), 1.0);
    double upper = largestHopShare;
    if (start.frames() > 1) {
        const double room = (signalLength - start.centre(0)) / (start.frames() - 1) / settings.H;
        upper = std::clamp(room, 1.0, largestHopShare);
    }
    return SmoothBounds(lower, std::max(upper, lower * (1 + 1e-6)), hopCorner);
}

SmoothBounds frameBounds(const ResolvedSettings& settings, const Tiling& start, int signalLength) {
    const double half = 0.5 * (settings.N - 1);
    const double lower = std::min(0.0, start.positions.minCoeff() + half);
    const double upper = std::max(static_cast<double>(signalLength), start.positions.maxCoeff() + half);
    return SmoothBounds(lower / settings.H, upper / settings.H, frameCorner);
}

} // namespace

Variables::Variables(const ResolvedSettings& settings, const Tiling& start, int signalLength)
    : m_positionMode(settings.positionMode), m_thetaCount(start.theta.size()), m_hop0(settings.H),
      m_firstPosition(start.positions[0]), m_halfSupport(0.5 * (settings.N - 1)),
      m_logTheta(std::log(settings.thetaMin), std::log(settings.thetaUpper), logThetaCorner),
      m_position(settings.positionMode == PositionMode::hop ? hopBounds(settings, start, signalLength)
                                                            : frameBounds(settings, start, signalLength)) {
    const bool hop = m_positionMode == PositionMode::hop, frames = m_positionMode == PositionMode::frames;
    m_start.resize(m_thetaCount + (hop ? 1 : frames ? start.frames() : 0));
    for (Eigen::Index c = 0; c < m_thetaCount; ++c) m_start[c] = m_logTheta.inverse(std::log(start.theta.data()[c]));
    if (hop) m_start[m_thetaCount] = m_position.inverse(1);
    if (!frames) return;
    for (int i = 0; i < start.frames(); ++i) m_start[m_thetaCount + i] = m_position.inverse(start.centre(i) / m_hop0);
}

void Variables::toTiling(const Vector& x, Tiling& tiling) const {
    for (Eigen::Index c = 0; c < m_thetaCount; ++c) tiling.theta.data()[c] = std::exp(m_logTheta.value(x[c]));
    if (m_positionMode == PositionMode::hop) {
        const double hop = m_hop0 * m_position.value(x[m_thetaCount]);
        for (Eigen::Index i = 0; i < tiling.positions.size(); ++i)
            tiling.positions[i] = m_firstPosition + static_cast<double>(i) * hop;
    } else if (m_positionMode == PositionMode::frames) {
        for (Eigen::Index i = 0; i < tiling.positions.size(); ++i)
            tiling.positions[i] = m_hop0 * m_position.value(x[m_thetaCount + i]) - m_halfSupport;
    }
}

void Variables::pullBack(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const {
    out.resize(x.size());
    for (Eigen::Index c = 0; c < m_thetaCount; ++c) // d theta/dv = theta
        out[c] = gradient.theta.data()[c] * tiling.theta.data()[c] * m_logTheta.derivative(x[c]);
    if (m_positionMode == PositionMode::hop) { // dL/dH = sum_i i dL/dt_i
        out[m_thetaCount] = hopGradient(gradient) * m_hop0 * m_position.derivative(x[m_thetaCount]);
    } else if (m_positionMode == PositionMode::frames) {
        for (Eigen::Index i = 0; i < tiling.positions.size(); ++i)
            out[m_thetaCount + i] = gradient.positions[i] * m_hop0 * m_position.derivative(x[m_thetaCount + i]);
    }
}

} // namespace thetascope
