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

/// Sums and their slopes in one loop: u1' = 1, u2' = ln m + 1.
template <bool two, class Real>
THETASCOPE_INLINE SeparableTerm::FrameSums contractBody(int count, const SeparableTerm::Frame<Real>& frame, Real empty) {
    const Real *m = frame.m, *first = frame.first, *second = two ? frame.second : frame.first;
    Real total = 0, weighted = 0, first1 = 0, first2 = 0, second1 = 0, second2 = 0;
#pragma omp simd reduction(+ : total, weighted, first1, first2, second1, second2)
    for (int f = 0; f < count; ++f) {
        const Real logarithm = vectorLog(m[f] + empty);
        total += m[f];
        weighted += m[f] * logarithm;
        first1 += first[f];
        first2 += logarithm * first[f];
        if constexpr (two) {
            second1 += second[f];
            second2 += logarithm * second[f];
        }
    }
    return {{double(total), double(weighted)},
            {double(first1), double(first1) + double(first2)},
            {double(second1), double(second1) + double(second2)}};
}

template <class Real>
THETASCOPE_INLINE SeparableTerm::Sums spreadBody(int count, const Real* m, const Real* slope, Real* __restrict out1,
                                                 Real* __restrict out2, Real empty) {
    Real total = 0, weighted = 0;
#pragma omp simd reduction(+ : total, weighted)
    for (int f = 0; f < count; ++f) {
        const Real logarithm = vectorLog(m[f] + empty);
        total += m[f];
        weighted += m[f] * logarithm;
        out1[f] = slope[f];
        out2[f] = (logarithm + 1) * slope[f];
    }
    return {double(total), double(weighted)};
}

THETASCOPE_CLONES
SeparableTerm::FrameSums entropyContract(int count, const SeparableTerm::Frame<float>& frame) {
    return frame.second != nullptr ? contractBody<true>(count, frame, emptyFloat) : contractBody<false>(count, frame, emptyFloat);
}
THETASCOPE_CLONES
SeparableTerm::FrameSums entropyContract(int count, const SeparableTerm::Frame<double>& frame) {
    return frame.second != nullptr ? contractBody<true>(count, frame, emptyDouble) : contractBody<false>(count, frame, emptyDouble);
}
THETASCOPE_CLONES
SeparableTerm::Sums entropySpread(int count, const float* m, const float* slope, float* out1, float* out2) {
    return spreadBody(count, m, slope, out1, out2, emptyFloat);
}
THETASCOPE_CLONES
SeparableTerm::Sums entropySpread(int count, const double* m, const double* slope, double* out1, double* out2) {
    return spreadBody(count, m, slope, out1, out2, emptyDouble);
}

} // namespace

SeparableTerm::FrameSums EntropyTerm::contract(int count, const Frame<float>& frame, float*) const {
    return entropyContract(count, frame);
}

SeparableTerm::FrameSums EntropyTerm::contract(int count, const Frame<double>& frame, double*) const {
    return entropyContract(count, frame);
}

SeparableTerm::Sums EntropyTerm::spread(int count, const float* m, const float* slope, float* out1, float* out2) const {
    return entropySpread(count, m, slope, out1, out2);
}

SeparableTerm::Sums EntropyTerm::spread(int count, const double* m, const double* slope, double* out1, double* out2) const {
    return entropySpread(count, m, slope, out1, out2);
}

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
