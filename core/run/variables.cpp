// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/variables.h"

#include "core/base/clones.h"
#include "core/base/vector_math.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Width of the rounded corners, in ln theta and in hops: small against the range, large against one step.
constexpr double logThetaCorner = 0.25, hopCorner = 0.1, frameCorner = 0.5;
/// The same of a spline's cells: the wider, the more of them come to a bound (core/EXPERIMENTS.md); 0.3 to 0.6 hardly differ.
constexpr double cellCorner = 0.5;
/// Frames that may be held at either end of the signal, of all.
constexpr double largestHeldShare = 1.0 / 8;
/// A hop may shrink to this share of where it starts, and grow to the inverse of half of it.
constexpr double smallestHopShare = 0.25, largestHopShare = 2;

/// Thetas taken at a time: what one step leaves in the cache the next one finds.
constexpr Eigen::Index blockSize = 1024;

template <class Take>
void forBlocks(Eigen::Index count, const Take& take) {
    for (Eigen::Index first = 0; first < count; first += blockSize) take(first, std::min(blockSize, count - first));
}

THETASCOPE_CLONES
void exponentials(Eigen::Index count, double* x) {
#pragma omp simd
    for (Eigen::Index k = 0; k < count; ++k) x[k] = vectorExp(x[k]);
}

THETASCOPE_CLONES
void scale(Eigen::Index count, const double* a, const double* b, double* __restrict x) {
#pragma omp simd
    for (Eigen::Index k = 0; k < count; ++k) x[k] *= a[k] * b[k];
}

/// The frames at either end, in order, whose centre is nearer to it than half the support.
SplineAxis::Held heldFrames(const ResolvedSettings& settings, const Tiling& start, int signalLength) {
    if (start.theta.rows() == 1) return {0, 0};
    const double half = 0.5 * (settings.N - 1); // of the longest window
    const auto most = static_cast<int>(largestHeldShare * start.frames());
    int first = 0, last = 0;
    while (first < most && start.centre(first) < half) ++first;
    while (last < most && start.centre(start.frames() - 1 - last) > signalLength - half) ++last;
    return {first, last};
}

/// Of ln theta; `beyond` wider at both ends.
SmoothBounds logThetaBounds(const ResolvedSettings& settings, double corner, double beyond = 0) {
    return SmoothBounds(std::log(settings.thetaLower) - beyond, std::log(settings.thetaUpper) + beyond, corner);
}

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
    : m_positionMode(settings.positionMode), m_map(start.theta.rows(), start.theta.cols(), settings.knots, heldFrames(settings, start, signalLength)),
      m_knots(m_map.knotRows(), m_map.knotCols()), m_thetaCount(m_knots.size()), m_hop0(settings.H),
      m_firstPosition(start.positions[0]), m_halfSupport(0.5 * (settings.N - 1)),
      m_cellBounds(logThetaBounds(settings, cellCorner)),
      m_logTheta(logThetaBounds(settings, logThetaCorner, m_map.identity() ? 0 : m_cellBounds.overhang())),
      m_position(settings.positionMode == PositionMode::hop ? hopBounds(settings, start, signalLength)
                                                            : frameBounds(settings, start, signalLength)) {
    if (m_positionMode == PositionMode::hops) m_chain.emplace(start.positions, m_hop0, signalLength - start.centre(0));
    const Eigen::Index moving[] = {0, 1, start.frames(), start.frames() - 1}; // by PositionMode
    m_start.resize(m_thetaCount + moving[static_cast<int>(m_positionMode)]);
    startTheta(start);
    startPositions(start);
}

void Variables::startTheta(const Tiling& start) {
    const auto beforeBounds = [this](double theta) { return m_cellBounds.inverse(std::log(theta)); };
    const RealFrames knots = m_map.identity() ? RealFrames() : m_map.fit(start.theta.unaryExpr(beforeBounds));
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
        forBlocks(m_thetaCount, [&](Eigen::Index first, Eigen::Index count) {
            m_logTheta.values(count, x.data() + first, theta.data() + first);
            exponentials(count, theta.data() + first);
        });
        return;
    }
    toSurface(x);
    theta.resize(m_surface.rows(), m_surface.cols());
    forBlocks(theta.size(), [&](Eigen::Index first, Eigen::Index count) {
        m_cellBounds.values(count, m_surface.data() + first, theta.data() + first);
        exponentials(count, theta.data() + first);
    });
}

void Variables::toSurface(const Vector& x) const {
    m_logTheta.values(m_thetaCount, x.data(), m_knots.data());
    m_map.interpolate(m_knots, m_surface);
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
        forBlocks(m_thetaCount, [&](Eigen::Index first, Eigen::Index count) {
            m_logTheta.derivatives(count, x.data() + first, out.data() + first);
            scale(count, gradient.theta.data() + first, tiling.theta.data() + first, out.data() + first);
        });
        return;
    }
    toSurface(x);
    m_slopes.resize(m_surface.rows(), m_surface.cols());
    m_cellBounds.derivatives(m_surface.size(), m_surface.data(), m_slopes.data());
    m_slopes *= tiling.theta;
    m_map.adjoint(gradient.theta, m_slopes, m_knots);
    m_logTheta.derivatives(m_thetaCount, x.data(), out.data());
    out.head(m_thetaCount) *= m_knots.reshaped<Eigen::RowMajor>();
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
