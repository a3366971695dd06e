// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/window/taper.h"

namespace thetascope {

/// Kaiser's window, brought continuously to zero at its edges like `gaussian` (it would jump there by 1/I0(beta)):
/// w = (I0(beta sqrt(1 - x^2)) - 1) / (I0(beta) - 1), x = 2y/theta. With q = beta^2 (1 - x^2)/4, I0 = sum q^k/(k!)^2 and
/// dI0/dq = sum q^k/(k! (k+1)!): dw/dy = -(2 beta^2 y/theta^2) dI0/dq / (I0(beta) - 1); dw/dtheta = -(y/theta) dw/dy.
/// beta > 0. Its slope jumps at the edges.
std::shared_ptr<const Taper> makeKaiser(double beta);

} // namespace thetascope
