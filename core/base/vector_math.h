// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clones.h"

#include <bit>
#include <cstdint>

namespace thetascope {

/// ln x for normal, positive, finite x, in a form that loops vectorise (libm's doesn't): with x = 2^e m, m in [sqrt(1/2),
/// sqrt(2)) and s = (m-1)/(m+1), ln x = e ln 2 + 2 (s + s^3/3 + s^5/5 + ...). |s| < 0.172, so five terms reach 2e-7 and eleven
/// reach 2e-16 relative to 1.
THETASCOPE_INLINE float vectorLog(float x) {
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t e = (bits - 0x3f3504f3) >> 23; // 0x3f3504f3: sqrt(1/2)
    const float m = std::bit_cast<float>(bits - (e << 23));
    const float s = (m - 1) / (m + 1), z = s * s;
    const float series = 1.0f / 3 + z * (1.0f / 5 + z * (1.0f / 7 + z * (1.0f / 9)));
    return static_cast<float>(e) * 0.693147181f + 2 * s * (1 + z * series);
}

THETASCOPE_INLINE double vectorLog(double x) {
    const auto bits = std::bit_cast<std::int64_t>(x);
    // A 32-bit exponent: conversions of 64-bit integers don't vectorise below AVX-512.
    const auto e = static_cast<std::int32_t>((bits - 0x3fe6a09e667f3bcd) >> 52);
    const double m = std::bit_cast<double>(bits - (static_cast<std::int64_t>(e) << 52));
    const double s = (m - 1) / (m + 1), z = s * s;
    double series = 1.0 / 21;
    series = 1.0 / 19 + z * series;
    series = 1.0 / 17 + z * series;
    series = 1.0 / 15 + z * series;
    series = 1.0 / 13 + z * series;
    series = 1.0 / 11 + z * series;
    series = 1.0 / 9 + z * series;
    series = 1.0 / 7 + z * series;
    series = 1.0 / 5 + z * series;
    series = 1.0 / 3 + z * series;
    return e * 0.693147180559945309417 + 2 * s * (1 + z * series);
}

} // namespace thetascope
