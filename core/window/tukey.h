// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/window/taper.h"

namespace thetascope {

/// Tukey's window: 1 where x = 2|y|/theta <= 1 - alpha, else (1 + cos(pi (x - 1 + alpha)/alpha))/2: each flank is half a Hann
/// window of length alpha theta about y = +-(1 - alpha) theta/2. Continuously differentiable. 0 < alpha <= 1.
std::shared_ptr<const Taper> makeTukey(double alpha);

} // namespace thetascope
