// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lanes.h"

namespace thetascope {

/// Bins f.. of an interleaved spectrum z, and those mirrored to n - f: one vector each of real and imaginary parts.
template <int bytes, class Real>
struct MirroredBins {
    VectorOf<Real, bytes> ar, ai, br, bi;

    THETASCOPE_INLINE MirroredBins(int n, const Real* z, int f) {
        constexpr int lanes = lanesOf<Real, bytes>;
        constexpr auto sequence = std::make_index_sequence<lanes>();
        VectorOf<Real, bytes> lo, hi;
        loadLanes(lo, z + 2 * f);
        loadLanes(hi, z + 2 * f + lanes);
        everySecond<0>(ar, lo, hi, sequence);
        everySecond<1>(ai, lo, hi, sequence);
        const Real* mirrored = z + 2 * (n - f - lanes + 1);
        loadLanes(lo, mirrored);
        loadLanes(hi, mirrored + lanes);
        everySecondReversed<0>(br, lo, hi, sequence);
        everySecondReversed<1>(bi, lo, hi, sequence);
    }
};

} // namespace thetascope
