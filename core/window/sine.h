// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/window/taper.h"

namespace thetascope {

/// w = cos(pi y/theta); dw/dy = -(pi/theta) sin(pi y/theta); dw/dtheta = -(y/theta) dw/dy. Its slope jumps at the edges.
std::shared_ptr<const Taper> makeSine();

} // namespace thetascope
