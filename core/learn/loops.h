// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clones.h"
#include "core/learn/shape.h"

#include <algorithm>

namespace thetascope {

/// Loops over a group of filterLanes channels (or n values) that compilers turn into vector instructions.

template <class Real>
THETASCOPE_INLINE void addScaledLanes(Real scale, const Real* x, Real* y) {
    for (int l = 0; l < filterLanes; ++l) y[l] += scale * x[l];
}

template <class Real>
THETASCOPE_INLINE void addProductLanes(const Real* a, const Real* b, Real* y) {
    for (int l = 0; l < filterLanes; ++l) y[l] += a[l] * b[l];
}

template <class Real>
THETASCOPE_INLINE void addLanes(const Real* x, Real* y) {
    for (int l = 0; l < filterLanes; ++l) y[l] += x[l];
}

template <class Real>
THETASCOPE_INLINE Real dotLanes(const Real* a, const Real* b) {
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int l = 0; l < filterLanes; ++l) sum += a[l] * b[l];
    return sum;
}

template <class Real>
THETASCOPE_INLINE Real dotAll(int n, const Real* a, const Real* b) {
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int i = 0; i < n; ++i) sum += a[i] * b[i];
    return sum;
}

/// The taps of a convolution's output row or column that fall on the input: [begin, end) of 0..2 for output index i.
struct TapRange {
    int begin, end;
    TapRange(int i, int inputSize)
        : begin(i == 0 ? 1 : 0), end(std::min(tapsAcross, inputSize + 1 - convolutionStride * i)) {}
};

} // namespace thetascope
