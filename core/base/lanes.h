// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clones.h"

#include <cstddef>
#include <cstring>
#include <utility>

namespace thetascope {

/// Kernels written with vectors whose width follows the processor: for loops that the compiler doesn't vectorise by itself
/// (mirrored, interleaved). Simple loops use THETASCOPE_CLONES instead.
template <class Real, int bytes>
using VectorOf [[gnu::vector_size(bytes)]] = Real;

template <class Real, int bytes>
constexpr int lanesOf = bytes / static_cast<int>(sizeof(Real));

template <class Vector, class Real>
THETASCOPE_INLINE void loadLanes(Vector& v, const Real* from) {
    std::memcpy(&v, from, sizeof v);
}
/// The first n lanes; the others keep their values.
template <class Vector, class Real>
THETASCOPE_INLINE void loadSome(Vector& v, const Real* from, int n) {
    std::memcpy(&v, from, sizeof(Real) * static_cast<std::size_t>(n));
}
template <class Vector, class Real>
THETASCOPE_INLINE void storeLanes(Real* to, const Vector& v) {
    std::memcpy(to, &v, sizeof v);
}
template <class Vector, class Real>
THETASCOPE_INLINE void storeSome(Real* to, const Vector& v, int n) {
    std::memcpy(to, &v, sizeof(Real) * static_cast<std::size_t>(n));
}

/// Every second lane of the pair (lo, hi) from `first` (0 or 1) on: real or imaginary parts of interleaved numbers.
template <int first, class Vector, std::size_t... lane>
THETASCOPE_INLINE void everySecond(Vector& out, const Vector& lo, const Vector& hi, std::index_sequence<lane...>) {
    out = __builtin_shufflevector(lo, hi, (2 * static_cast<int>(lane) + first)...);
}
/// The same in reversed order.
template <int first, class Vector, std::size_t... lane>
THETASCOPE_INLINE void everySecondReversed(Vector& out, const Vector& lo, const Vector& hi, std::index_sequence<lane...>) {
    out = __builtin_shufflevector(lo, hi, (2 * (static_cast<int>(sizeof...(lane)) - 1 - static_cast<int>(lane)) + first)...);
}
/// The lanes of a and b in turn, the lower or the upper half of the result.
template <bool upper, class Vector, std::size_t... lane>
THETASCOPE_INLINE void interleave(Vector& out, const Vector& a, const Vector& b, std::index_sequence<lane...>) {
    constexpr int n = static_cast<int>(sizeof...(lane)), from = upper ? n / 2 : 0;
    out = __builtin_shufflevector(a, b, (from + static_cast<int>(lane) / 2 + (lane % 2 == 1 ? n : 0))...);
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
enum class InstructionSet { baseline, v3, v4 };

inline InstructionSet instructionSet() {
    static const InstructionSet best = __builtin_cpu_supports("x86-64-v4")   ? InstructionSet::v4
                                       : __builtin_cpu_supports("x86-64-v3") ? InstructionSet::v3
                                                                             : InstructionSet::baseline;
    return best;
}

template <class Kernel>
[[gnu::target("arch=x86-64-v4"), gnu::noinline]] auto runV4(const Kernel& kernel) {
    return kernel.template operator()<64>();
}
template <class Kernel>
[[gnu::target("arch=x86-64-v3"), gnu::noinline]] auto runV3(const Kernel& kernel) {
    return kernel.template operator()<32>();
}

/// kernel<bytes>() compiled for each instruction set with its width of vectors, the best one called. The kernel must be marked
/// THETASCOPE_INLINE_LAMBDA.
template <class Kernel>
auto forLanes(const Kernel& kernel) {
    switch (instructionSet()) {
    case InstructionSet::v4: return runV4(kernel);
    case InstructionSet::v3: return runV3(kernel);
    default: return kernel.template operator()<16>();
    }
}
#else
template <class Kernel>
auto forLanes(const Kernel& kernel) {
    return kernel.template operator()<16>();
}
#endif

#define THETASCOPE_INLINE_LAMBDA __attribute__((always_inline))

} // namespace thetascope
