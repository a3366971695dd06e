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
    : m_positionMode(settings.positionMode), m_map(start.theta.rows(), start.theta.cols(), settings.knots),
      m_knots(m_map.knotRows(), m_map.knotCols()), m_thetaCount(m_knots.size()), m_hop0(settings.H),
      m_firstPosition(start.positions[0]), m_halfSupport(0.5 * (settings.N - 1)),
      m_logTheta(std::log(settings.thetaLower), std::log(settings.thetaUpper), logThetaCorner),
      m_position(settings.positionMode == PositionMode::hop ? hopBounds(settings, start, signalLength)
                                                            : frameBounds(settings, start, signalLength)) {
    if (m_positionMode == PositionMode::hops) m_chain.emplace(start.positions, m_hop0, signalLength - start.centre(0));
    const Eigen::Index moving[] = {0, 1, start.frames(), start.frames() - 1}; // by PositionMode
    m_start.resize(m_thetaCount + moving[static_cast<int>(m_positionMode)]);
    startTheta(start);
    startPositions(start);
}

void Variables::startTheta(const Tiling& start) {
    const RealFrames knots = m_map.identity() ? RealFrames() : m_map.fit(start.theta.log());
    for (Eigen::Index c = 0; c < m_thetaCount; ++c)
        m_start[c] = m_logTheta.inverse(m_map.identity() ? std::log(start.theta.data()[c]) : knots.data()[c]);
}

void Variables::startPositions(const Tiling& start) {
    if (m_positionMode == PositionMode::hop) m_start[m_thetaCount] = m_position.inverse(1);
    if (m_positionMode == PositionMode::hops) m_start.tail(m_chain->size()) = m_chain->start();
    if (m_positionMode != PositionMode::frames) return;
    for (int i = 0; i < start.frames(); ++i) m_start[m_thetaCount + i] = m_position.inverse(start.centre(i) / m_hop0);
}

void Variables::toTheta(const Vector& x, RealFrames& theta) const {
    if (m_map.identity()) {
        for (Eigen::Index c = 0; c < m_thetaCount; ++c) theta.data()[c] = std::exp(m_logTheta.value(x[c]));
        return;
    }
    for (Eigen::Index c = 0; c < m_thetaCount; ++c) m_knots.data()[c] = m_logTheta.value(x[c]);
    m_map.interpolateExp(m_knots, theta);
}

void Variables::toTiling(const Vector& x, Tiling& tiling) const {
    toTheta(x, tiling.theta);
    if (m_positionMode == PositionMode::hop) {
        const double hop = m_hop0 * m_position.value(x[m_thetaCount]);
        for (Eigen::Index i = 0; i < tiling.positions.size(); ++i)
            tiling.positions[i] = m_firstPosition + static_cast<double>(i) * hop;
    } else if (m_positionMode == PositionMode::hops) {
        m_chain->toPositions(x.data() + m_thetaCount, tiling.positions);
    } else if (m_positionMode == PositionMode::frames) {
        for (Eigen::Index i = 0; i < tiling.positions.size(); ++i)
            tiling.positions[i] = m_hop0 * m_position.value(x[m_thetaCount + i]) - m_halfSupport;
    }
}

/// d theta / d ln theta = theta; then back through the spline and the bounds.
void Variables::pullBackTheta(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const {
    if (m_map.identity()) {
        for (Eigen::Index c = 0; c < m_thetaCount; ++c)
            out[c] = gradient.theta.data()[c] * tiling.theta.data()[c] * m_logTheta.derivative(x[c]);
        return;
    }
    m_map.adjoint(gradient.theta, tiling.theta, m_knots);
    for (Eigen::Index c = 0; c < m_thetaCount; ++c) out[c] = m_knots.data()[c] * m_logTheta.derivative(x[c]);
}

void Variables::pullBack(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const {
    out.resize(x.size());
    pullBackTheta(x, tiling, gradient, out);
    if (m_positionMode == PositionMode::hop) { // dL/dH = sum_i i dL/dt_i
        out[m_thetaCount] = hopGradient(gradient) * m_hop0 * m_position.derivative(x[m_thetaCount]);
    } else if (m_positionMode == PositionMode::hops) {
        m_chain->pullBack(x.data() + m_thetaCount, gradient.positions, out.data() + m_thetaCount);
    } else if (m_positionMode == PositionMode::frames) {
        for (Eigen::Index i = 0; i < tiling.positions.size(); ++i)
            out[m_thetaCount + i] = gradient.positions[i] * m_hop0 * m_position.derivative(x[m_thetaCount + i]);
    }
}

std::string Variables::describe(Eigen::Index variable) const {
    if (variable >= m_thetaCount) {
        const Eigen::Index index = variable - m_thetaCount;
        if (m_positionMode == PositionMode::hop) return "the hop";
        if (m_positionMode == PositionMode::hops) return "the hop before frame " + std::to_string(index + 1);
        return "the position of frame " + std::to_string(index);
    }
    const auto place = [this](const char* axis, Eigen::Index index) {
        return (m_map.identity() ? axis : axis + std::string(" knot")) + " " + std::to_string(index);
    };
    std::string name = "theta";
    if (m_map.knotRows() > 1) name += " of " + place("frame", variable / m_map.knotCols());
    if (m_map.knotCols() > 1)
        name += (m_map.knotRows() > 1 ? ", " : " of ") + place("bin", variable % m_map.knotCols());
    return name;
}

} // namespace thetascope
