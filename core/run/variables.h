// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/optim/bounds.h"

#include <optional>

namespace thetascope {

/// The optimiser's own variables x and the tiling they stand for, so that one step size means the same in every mode:
///
///     theta   = exp(v),  v in [ln theta_min, ln theta_max]                      one variable per entry of theta
///     hop     = H_0 v,   t_i = t_0 + i H,  v in [H_min, H_max] / H_0            one variable
///     frames: c_i = H_0 v_i,  v_i in [0, M] / H_0 (a frame's centre can't leave the signal)   one variable per frame
///
/// with every v = v(x) through SmoothBounds. A hop lies between a quarter of where it starts (but at least one sample) and
/// twice that, limited so that no centre leaves the signal: the number of frames stays, positions stretch.
class Variables {
public:
    /// start: within the bounds of the settings, [T] positions; signalLength M > 0.
    Variables(const ResolvedSettings& settings, const Tiling& start, int signalLength);

    const Vector& start() const { return m_start; }
    Eigen::Index size() const { return m_start.size(); }

    /// The tiling that x stands for.
    void toTiling(const Vector& x, Tiling& tiling) const;

    /// dL/dx from dL/dtheta and dL/dt_i at x (the chain rule of toTiling).
    void pullBack(const Vector& x, const Tiling& tiling, const TilingGradient& gradient, Vector& out) const;

private:
    PositionMode m_positionMode;
    Eigen::Index m_thetaCount;
    double m_hop0, m_firstPosition, m_halfSupport;
    SmoothBounds m_logTheta, m_position;
    Vector m_start;
};

} // namespace thetascope
