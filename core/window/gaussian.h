// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/window/taper.h"

namespace thetascope {

/// g = exp(-18 y^2/theta^2), that is sigma = theta/6; w = (g - g0) / (1 - g0) with g0 = exp(-4.5) its value at the edge:
/// continuous, peak 1. dw/dy = -36 y/theta^2 g/(1 - g0); dw/dtheta = -(y/theta) dw/dy.
std::shared_ptr<const Taper> makeGaussian();

/// Eq. (4) as printed: w = 3/sqrt(2 pi theta^2) exp(-9 y^2 / (2 theta^2)), sigma = theta/3, cut at theta/2 = 1.5 sigma.
/// dw/dy = -9 y/theta^2 w; dw/dtheta = (9 y^2/theta^2 - 1)/theta w. Jumps at its edge by 32 % of its peak.
std::shared_ptr<const Taper> makeGaussianPaper();

} // namespace thetascope
