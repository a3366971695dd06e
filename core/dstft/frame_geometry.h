// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace thetascope {

/// Where a frame's N samples lie: the support of frame i begins at t_i = first + fraction, first = floor(t_i), and sample m
/// of the frame, s[first + m], lies at y = m + y0 from its centre, y0 = -fraction - (N-1)/2.
struct FrameGeometry {
    std::int64_t first = 0;
    double fraction = 0; ///< in [0, 1)
    double y0 = 0;

    FrameGeometry(double position, int support)
        : first(static_cast<std::int64_t>(std::floor(position))), fraction(position - std::floor(position)),
          y0(-fraction - 0.5 * (support - 1)) {}
};

/// Samples first..first+count-1 of a signal into out [count], zero outside the signal.
template <class Real>
void copySamples(const Signal& signal, std::int64_t first, int count, Real* out) {
    const std::int64_t length = signal.length();
    const auto begin = static_cast<int>(std::clamp<std::int64_t>(-first, 0, count));
    const auto end = static_cast<int>(std::clamp<std::int64_t>(length - first, begin, count));
    std::fill(out, out + begin, Real(0));
    for (int m = begin; m < end; ++m) out[m] = Real(signal.samples[static_cast<std::size_t>(first + m)]);
    std::fill(out + end, out + count, Real(0));
}

} // namespace thetascope
