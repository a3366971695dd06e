// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/descent.h"
#include "core/run/variables.h"

#include <string>

namespace thetascope {

/// How and why a descent ended, in words. gradient [variables] is that of its last iteration: numbers gone bad are named
/// by iteration and parameter.
std::string reasonText(const DescentResult& result, const Vector& gradient, const Variables& variables);

} // namespace thetascope
