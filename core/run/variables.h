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
///     theta   = exp(b(A v)),  v in the range where b rises           one variable per knot of the map (settings.knots apart)
///     hop     = H_0 v,   t_i = t_0 + i H,  v in [H_min, H_max] / H_0            one variable
///     hops:   t_i = t_0 + sum_{j<=i} H_j, see HopChain                          one variable per frame but the first
///     frames: c_i = H_0 v_i,  v_i in [0, M] / H_0 (a frame's centre can't leave the signal)   one variable per frame
///
/// with every v = v(x) through SmoothBounds. A hop lies between a quarter of where it starts (but at least one sample) and
/// twice that, limited so that no centre leaves the signal: the number of frames stays, positions stretch.
///
/// A is the spline of SplineMap and b the SmoothBounds of ln theta. Coefficients reach as far beyond the bounds as b takes to
/// come to rest there (0.29), so that cells between coefficients at a bound and others come near it and stay; b never folds, as cells are
/// convex combinations of coefficients. For knots 1 x 1 A and b are identities.
///
/// Of a spline, frames whose centre is nearer than (N-1)/2 to an end of the signal (at most an eighth of all at either end) share
/// the window lengths of the first frame that isn't: longer windows hang over the end there, and the edge that they see
/// is none of the sound's, but would be sharpened like one.
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
    void toSurface(const Vector& x) const;
    void pullBackTheta(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const;

    PositionMode m_positionMode;
    mutable SplineMap m_map;
    mutable RealFrames m_knots; ///< values or slopes at the knots
    mutable RealFrames m_surface, m_slopes; ///< of a spline: A v [T, F as the mode has them], d theta / d (A v)
    Eigen::Index m_thetaCount;
    double m_hop0, m_firstPosition, m_halfSupport;
    SmoothBounds m_cellBounds; ///< b
    SmoothBounds m_logTheta, m_position; ///< of the coefficients
    std::optional<HopChain> m_chain;
    Vector m_start;
};

} // namespace thetascope
