// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/prepare.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

std::vector<float> prepareClip(std::span<const float> samples, int length) {
    std::vector<float> clip(static_cast<std::size_t>(length), 0.0F);
    if (samples.empty()) return clip;
    const auto count = static_cast<double>(samples.size());
    double mean = 0, power = 0;
    for (const float sample : samples) mean += static_cast<double>(sample) / count;
    for (const float sample : samples) power += (static_cast<double>(sample) - mean) * (static_cast<double>(sample) - mean) / count;
    const double scale = power > 0 ? 1 / std::sqrt(power) : 0;
    const std::size_t kept = std::min(samples.size(), clip.size());
    for (std::size_t i = 0; i < kept; ++i) clip[i] = static_cast<float>((static_cast<double>(samples[i]) - mean) * scale);
    return clip;
}

} // namespace thetascope
