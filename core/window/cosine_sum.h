// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/window/taper.h"

namespace thetascope {

/// The tapers w = sum_k a_k cos(2 pi k y / theta). Derivatives: dw/dy = -(2 pi/theta) sum_k k a_k sin(2 pi k y / theta) and,
/// as for every taper that depends on y/theta alone, dw/dtheta = -(y/theta) dw/dy.
std::shared_ptr<const Taper> makeHann();           ///< Eq. (3): 1/2, 1/2. C1 at its edge.
std::shared_ptr<const Taper> makeHamming();        ///< 0.54, 0.46. Jumps at its edge.
std::shared_ptr<const Taper> makeBlackman();       ///< 0.42, 0.5, 0.08. C1 at its edge.
std::shared_ptr<const Taper> makeBlackmanHarris(); ///< 0.35875, 0.48829, 0.14128, 0.01168. Jumps by 6e-5 at its edge.

std::shared_ptr<const Taper> makeCosine();         ///< 0, 1: a whole period, for tapers made of a part of it

} // namespace thetascope
