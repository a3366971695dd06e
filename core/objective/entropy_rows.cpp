// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/vector_math.h"
#include "core/objective/entropy.h"

#include <cmath>

namespace thetascope {

namespace {

/// Keeps the logarithm of an empty cell finite; its weight m = 0 removes it from the sums.
constexpr float emptyFloat = 1e-37f;
constexpr double emptyDouble = 1e-300;

/// u1 = m, u2 = m ln m: slopes 1 and ln m + 1.
template <class Real>
THETASCOPE_INLINE SeparableTerm::Sums rowBody(int count, const Real* m, Real* __restrict slope1, Real* __restrict slope2, Real empty) {
    Real total = 0, weighted = 0;
#pragma omp simd reduction(+ : total, weighted)
    for (int f = 0; f < count; ++f) {
        const Real logarithm = vectorLog(m[f] + empty);
        total += m[f];
        weighted += m[f] * logarithm;
        slope1[f] = 1;
        slope2[f] = logarithm + 1;
    }
    return {double(total), double(weighted)};
}

THETASCOPE_CLONES
SeparableTerm::Sums entropyRow(int count, const float* m, float* slope1, float* slope2) {
    return rowBody(count, m, slope1, slope2, emptyFloat);
}

THETASCOPE_CLONES
SeparableTerm::Sums entropyRow(int count, const double* m, double* slope1, double* slope2) {
    return rowBody(count, m, slope1, slope2, emptyDouble);
}

} // namespace

SeparableTerm::Sums EntropyTerm::row(int count, const float* m, float* slope1, float* slope2) const {
    return entropyRow(count, m, slope1, slope2);
}

SeparableTerm::Sums EntropyTerm::row(int count, const double* m, double* slope1, double* slope2) const {
    return entropyRow(count, m, slope1, slope2);
}

/// H = ln M - E/M with M = U1, E = U2: dH/dM = 1/M + E/M^2, dH/dE = -1/M.
SeparableTerm::Combined EntropyTerm::combine(Sums sums) const {
    if (!(sums.u1 > 0)) return {sums.u1, 0, 0}; // silence: 0; NaN stays NaN
    return {std::log(sums.u1) - sums.u2 / sums.u1, 1 / sums.u1 + sums.u2 / (sums.u1 * sums.u1), -1 / sums.u1};
}

} // namespace thetascope
