// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/function.h"

#include <cstdint>
#include <vector>

namespace thetascope {

/// One slope of a gradient check: along a coordinate, or along the random direction.
struct GradientCheckPoint {
    /// In place of a coordinate: the point along the random direction.
    static constexpr Eigen::Index direction = -1;

    Eigen::Index coordinate = 0; ///< index into x, or `direction`
    double analytic = 0, numeric = 0;
};

struct GradientCheck {
    std::vector<GradientCheckPoint> points;
    double worstRelativeError = 0; ///< max |analytic - numeric| / max(|analytic|, |numeric|, scale), see checkGradient()
};

/// Compares the analytic gradient at x with five-point central differences, (8(f(x+h)-f(x-h)) - (f(x+2h)-f(x-2h)))/12h, at
/// `count` random coordinates (all, if there are fewer), of x and along one random direction of unit maximum. The error
/// of a point is relative to the larger of the two values and 1e-3 of the largest entry of the analytic gradient, and infinite
/// if either is not finite. step h > 0 in units of x, else std::invalid_argument. Deterministic: the seed chooses the points.
GradientCheck checkGradient(DifferentiableFunction& function, const Vector& x, int count, double step, std::uint64_t seed);

} // namespace thetascope
