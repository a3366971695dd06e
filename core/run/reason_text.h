// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/descent.h"

#include <string>

namespace thetascope {

/// How and why a descent ended, in words. gradient [variables] and tiling are those of its last iteration: for numbers gone
/// bad they name the iteration and the parameter.
std::string reasonText(const DescentResult& result, const Vector& gradient, const Tiling& tiling);

} // namespace thetascope
