// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>
#include <vector>

namespace thetascope {

/// A stretch of sound with only the frequencies lowHz..highHz in it, of the same length: short-time Fourier transform with a
/// square-root Hann window of about 46 ms at a quarter's hop, the bins outside set to zero (the two at the band's edges fade),
/// and its exact inverse by overlap and add. Its ends fade in and out over 5 ms. Any thread; empty if stopped.
std::vector<float> bandPass(std::span<const float> samples, double sampleRate, double lowHz, double highHz,
                            const std::stop_token& stop);

} // namespace thetascope
