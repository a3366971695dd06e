// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clones.h"

#include <array>
#include <bit>
#include <cstdint>

namespace thetascope {

/// ln x for normal, positive, finite x, in a form that loops vectorise (libm's doesn't): x = 2^e m, m in [sqrt(1/2), sqrt(2)).
/// In float, ln m is a polynomial in m-1 (Cephes logf: Moshier 1992), to 2e-7 relative to 1, without a division.
THETASCOPE_INLINE float vectorLog(float x) {
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t e = (bits - 0x3f3504f3) >> 23; // 0x3f3504f3: sqrt(1/2)
    const float t = std::bit_cast<float>(bits - (e << 23)) - 1, z = t * t, whole = static_cast<float>(e);
    float series = 7.0376836292e-2f;
    series = -1.1514610310e-1f + t * series;
    series = 1.1676998740e-1f + t * series;
    series = -1.2420140846e-1f + t * series;
    series = 1.4249322787e-1f + t * series;
    series = -1.6668057665e-1f + t * series;
    series = 2.0000714765e-1f + t * series;
    series = -2.4999993993e-1f + t * series;
    series = 3.3333331174e-1f + t * series;
    return whole * 0.693147181f + (t - z * (0.5f - t * series));
}

/// In double, with s = (m-1)/(m+1), ln m = 2 (s + s^3/3 + s^5/5 + ...): |s| < 0.172, eleven terms reach 2e-16 relative to 1.
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

/// 1/sqrt(x) for normal, positive, finite x by Newton's iteration y <- y (3/2 - x y^2/2) from a guess in integers: to 8e-7 in
/// float (the first step with Kadlec's constants), 4e-16 in double. Half the time of a root and a division.
THETASCOPE_INLINE float vectorInverseSqrt(float x) {
    float y = std::bit_cast<float>(0x5f1ffff9u - (std::bit_cast<std::uint32_t>(x) >> 1));
    y *= 0.703952253f * (2.38924456f - x * y * y);
    return y * (1.5f - 0.5f * x * y * y);
}

THETASCOPE_INLINE double vectorInverseSqrt(double x) {
    double y = std::bit_cast<double>(0x5fe6eb50c7b537a9ull - (std::bit_cast<std::uint64_t>(x) >> 1));
    const double half = 0.5 * x;
    for (int step = 0; step < 4; ++step) y *= 1.5 - half * y * y;
    return y;
}

/// e^x to 2e-16 relative for |x| < 700, in a form that loops vectorise; NaN stays NaN. x = k ln 2 + r with |r| <= ln(2)/2: a
/// Taylor series of r to the 13th power, and k added to the exponent.
THETASCOPE_INLINE double vectorExp(double x) {
    constexpr double toInteger = 0x1.8p52; // a double this large has no bits left for fractions
    const double shifted = x * 1.44269504088896340736 + toInteger, k = shifted - toInteger;
    const double r = (x - k * 0x1.62e42fefa0000p-1) - k * 0x1.cf79abc9e3b3ap-40; // ln 2 in two parts
    double series = 1.0 / 6227020800;
    series = 1.0 / 479001600 + r * series;
    series = 1.0 / 39916800 + r * series;
    series = 1.0 / 3628800 + r * series;
    series = 1.0 / 362880 + r * series;
    series = 1.0 / 40320 + r * series;
    series = 1.0 / 5040 + r * series;
    series = 1.0 / 720 + r * series;
    series = 1.0 / 120 + r * series;
    series = 1.0 / 24 + r * series;
    series = 1.0 / 6 + r * series;
    series = 0.5 + r * series;
    series = 1 + r * (1 + r * series);
    const std::uint64_t exponent = std::bit_cast<std::uint64_t>(shifted) << 52;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(series) + exponent) + (x - x);
}

/// (-1)^(n/2) / n!, the coefficients of sine (odd n) and cosine (even n).
template <class Real>
constexpr auto circularSeries = [] {
    std::array<Real, 24> series{};
    double inverse = 1;
    for (int n = 0; n < 24; ++n) {
        if (n > 0) inverse /= n;
        series[static_cast<std::size_t>(n)] = Real(n / 2 % 2 == 0 ? inverse : -inverse);
    }
    return series;
}();

/// sin x and cos x for |x| <= pi/2 by Taylor's series, to 1e-7 in float and 2e-16 in double; further out finite, but wrong.
/// T: Real, or a vector of it.
template <class Real, class T>
THETASCOPE_INLINE void vectorSinCos(const T& x, T& sine, T& cosine) {
    constexpr int degree = sizeof(Real) == sizeof(float) ? 12 : 22;
    const T z = x * x;
    T odd = T{} + circularSeries<Real>[degree + 1], even = T{} + circularSeries<Real>[degree];
    for (int n = degree - 2; n >= 0; n -= 2) {
        odd = circularSeries<Real>[n + 1] + z * odd;
        even = circularSeries<Real>[n] + z * even;
    }
    sine = x * odd;
    cosine = even;
}

} // namespace thetascope
