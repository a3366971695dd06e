// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lanes.h"
#include "core/base/vector_math.h"

#include <cstdint>
#include <type_traits>

namespace thetascope {

/// Integers as wide as Real.
template <class Real>
using IntegerLike = std::conditional_t<sizeof(Real) == sizeof(std::int32_t), std::int32_t, std::int64_t>;

/// A first guess of 1/sqrt(x), right to 14 bits with an instruction of AVX-512, else in integers, to 0.2 %.
template <int bytes, class Real>
THETASCOPE_INLINE void guessInverseSqrt(VectorOf<Real, bytes>& y, const VectorOf<Real, bytes>& x) {
    constexpr bool single = sizeof(Real) == sizeof(float);
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi" // nothing is passed by value: all of this dissolves into functions for AVX-512
    if constexpr (bytes == 64 && single) {
        y = __builtin_ia32_rsqrt14ps512_mask(x, x, static_cast<unsigned short>(-1));
        return;
    } else if constexpr (bytes == 64) {
        y = __builtin_ia32_rsqrt14pd512_mask(x, x, static_cast<unsigned char>(-1));
        return;
    }
#pragma GCC diagnostic pop
#endif
    VectorOf<IntegerLike<Real>, bytes> bits;
    std::memcpy(&bits, &x, sizeof bits);
    bits = static_cast<IntegerLike<Real>>(single ? 0x5f375a86 : 0x5fe6eb50c7b537a9) - (bits >> 1);
    std::memcpy(&y, &bits, sizeof y);
}

/// 1/sqrt(x) of normal, positive, finite numbers by Newton's iteration, as vectorInverseSqrt(): a vector of them, or one.
template <int bytes, class Real, class T>
THETASCOPE_INLINE void inverseSqrt(T& y, const T& x) {
    if constexpr (std::is_same_v<T, Real>) {
        y = vectorInverseSqrt(x);
    } else {
        constexpr bool single = sizeof(Real) == sizeof(float);
        constexpr int steps = bytes == 64 ? (single ? 1 : 2) : (single ? 3 : 4);
        guessInverseSqrt<bytes, Real>(y, x);
        const T half = Real(0.5) * x;
        for (int step = 0; step < steps; ++step) y *= Real(1.5) - half * y * y;
    }
}

} // namespace thetascope
