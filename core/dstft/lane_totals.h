// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lanes.h"

#include <cstddef>
#include <cstring>
#include <utility>

namespace thetascope {

/// Lanes of a block of 16 bytes: shuffles within blocks are cheap at any width.
template <class Real>
constexpr int blockLanes = 16 / static_cast<int>(sizeof(Real));

/// Within every block, half of a's lanes and half of b's in turn: the lower or the upper halves.
template <bool upper, class Real, class V, std::size_t... lane>
THETASCOPE_INLINE void unpackBlocks(V& out, const V& a, const V& b, std::index_sequence<lane...>) {
    constexpr int n = static_cast<int>(sizeof...(lane)), block = blockLanes<Real>;
    out = __builtin_shufflevector(a, b, (static_cast<int>(lane) / block * block + (upper ? block / 2 : 0) +
                                         static_cast<int>(lane) % block / 2 + (lane % 2 == 1 ? n : 0))...);
}

/// Within every block, the lower or the upper half of a's, then of b's.
template <bool upper, class Real, class V, std::size_t... lane>
THETASCOPE_INLINE void halvesOfBlocks(V& out, const V& a, const V& b, std::index_sequence<lane...>) {
    constexpr int n = static_cast<int>(sizeof...(lane)), block = blockLanes<Real>, half = block / 2;
    out = __builtin_shufflevector(a, b, (static_cast<int>(lane) / block * block + (upper ? half : 0) + static_cast<int>(lane) % half +
                                         (static_cast<int>(lane) % block >= half ? n : 0))...);
}

/// Sum over the blocks of 16 bytes.
template <class Real, int bytes>
THETASCOPE_INLINE void addBlocks(VectorOf<Real, 16>& out, const VectorOf<Real, bytes>& v) {
    if constexpr (bytes == 16) {
        out = v;
    } else {
        VectorOf<Real, bytes / 2> low, high;
        std::memcpy(&low, &v, sizeof low);
        std::memcpy(&high, reinterpret_cast<const char*>(&v) + sizeof low, sizeof high);
        addBlocks<Real, bytes / 2>(out, low + high);
    }
}

/// Stores the sums of the lanes of blockLanes vectors at out, out + stride, ...
template <class Real, int bytes>
THETASCOPE_INLINE void storeTotals(const VectorOf<Real, bytes>* v, Real* out, int stride) {
    constexpr auto sequence = std::make_index_sequence<lanesOf<Real, bytes>>();
    VectorOf<Real, bytes> low, high, joined, other;
    unpackBlocks<false, Real>(low, v[0], v[1], sequence);
    unpackBlocks<true, Real>(high, v[0], v[1], sequence);
    joined = low + high;
    if constexpr (blockLanes<Real> == 4) {
        unpackBlocks<false, Real>(low, v[2], v[3], sequence);
        unpackBlocks<true, Real>(high, v[2], v[3], sequence);
        other = low + high;
        halvesOfBlocks<false, Real>(low, joined, other, sequence);
        halvesOfBlocks<true, Real>(high, joined, other, sequence);
        joined = low + high;
    }
    VectorOf<Real, 16> totals;
    addBlocks<Real, bytes>(totals, joined);
    for (int k = 0; k < blockLanes<Real>; ++k) out[k * stride] = totals[k];
}

} // namespace thetascope
