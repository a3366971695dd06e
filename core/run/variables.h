// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/optim/bounds.h"
#include "core/run/hop_chain.h"
#include "core/run/spline_map.h"

#include <optional>
#include <string>

namespace thetascope {

/// The optimiser's own variables x and the tiling they stand for, so that one step size means the same in every mode:
///
///     theta   = exp(A v),  v in [ln theta_min, ln theta_max]         one variable per knot of the map (settings.knots apart)
///     hop     = H_0 v,   t_i = t_0 + i H,  v in [H_min, H_max] / H_0            one variable
///     hops:   t_i = t_0 + sum_{j<=i} H_j, see HopChain                          one variable per frame but the first
///     frames: c_i = H_0 v_i,  v_i in [0, M] / H_0 (a frame's centre can't leave the signal)   one variable per frame
///
/// with every v = v(x) through SmoothBounds. A hop lies between a quarter of where it starts (but at least one sample) and
/// twice that, limited so that no centre leaves the signal: the number of frames stays, positions stretch.
///
/// A is the spline of SplineMap, the identity for knots 1 x 1. The bounds are the coefficients', not the cells': cells are convex
/// combinations of coefficients and keep them too, the surface has no creases where a bound begins, and there are as
/// many sines to take as knots, not as cells.
///
/// Calls on one object must not overlap: they share buffers.
class Variables {
public:
    /// start: within the bounds of the settings, [T] positions; signalLength M > 0. A theta that is no spline on the
    /// settings' knots is replaced by the one nearest to it in ln theta (least squares).
    Variables(const ResolvedSettings& settings, const Tiling& start, int signalLength);

    const Vector& start() const { return m_start; }
    Eigen::Index size() const { return m_start.size(); }

    /// The tiling that x stands for.
    void toTiling(const Vector& x, Tiling& tiling) const;

    /// dL/dx from dL/dtheta and dL/dt_i at x (the chain rule of toTiling).
    void pullBack(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const;

    /// A variable as a person knows it: "theta of frame 3, bin 17", "theta of bin knot 4", "the hop".
    std::string describe(Eigen::Index variable) const;

private:
    void startTheta(const Tiling& start);
    void startPositions(const Tiling& start);
    void toTheta(const Vector& x, RealFrames& theta) const;
    void pullBackTheta(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const;

    PositionMode m_positionMode;
    mutable SplineMap m_map;
    mutable RealFrames m_knots; ///< values or slopes at the knots
    Eigen::Index m_thetaCount;
    double m_hop0, m_firstPosition, m_halfSupport;
    SmoothBounds m_logTheta, m_position;
    std::optional<HopChain> m_chain;
    Vector m_start;
};

} // namespace thetascope
