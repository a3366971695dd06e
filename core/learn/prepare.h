// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace thetascope {

/// A recording as the network hears it: its mean subtracted, divided by its RMS, cut or padded with zeros at its end to `length`
/// samples (>= 1). Silence stays silence.
std::vector<float> prepareClip(std::span<const float> samples, int length);

} // namespace thetascope
