// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace thetascope {

/// The taper of that name for drawing: weights at even distances from edge to edge, the peak 1; empty if there is none.
std::vector<double> taperShape(const std::string& window);

} // namespace thetascope
