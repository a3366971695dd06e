// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/separable.h"

#include "core/base/clones.h"

namespace thetascope {

namespace {

template <class Real>
THETASCOPE_INLINE double dotBody(int count, const Real* a, const Real* b) {
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int f = 0; f < count; ++f) sum += a[f] * b[f];
    return double(sum);
}

THETASCOPE_CLONES
double dotRow(int count, const float* a, const float* b) {
    return dotBody(count, a, b);
}
THETASCOPE_CLONES
double dotRow(int count, const double* a, const double* b) {
    return dotBody(count, a, b);
}

template <class Real>
SeparableTerm::FrameSums contractRows(const SeparableTerm& term, int count, const SeparableTerm::Frame<Real>& frame, Real* work) {
    Real *slope1 = work, *slope2 = work + count;
    SeparableTerm::FrameSums sums;
    sums.u = term.row(count, frame.m, slope1, slope2);
    sums.first = {dotRow(count, slope1, frame.first), dotRow(count, slope2, frame.first)};
    if (frame.second != nullptr) sums.second = {dotRow(count, slope1, frame.second), dotRow(count, slope2, frame.second)};
    return sums;
}

template <class Real>
SeparableTerm::Sums spreadRows(const SeparableTerm& term, int count, const Real* m, const Real* slope, Real* out1, Real* out2) {
    const SeparableTerm::Sums sums = term.row(count, m, out1, out2);
    for (int f = 0; f < count; ++f) {
        out1[f] *= slope[f];
        out2[f] *= slope[f];
    }
    return sums;
}

} // namespace

SeparableTerm::FrameSums SeparableTerm::contract(int count, const Frame<float>& frame, float* work) const {
    return contractRows(*this, count, frame, work);
}
SeparableTerm::FrameSums SeparableTerm::contract(int count, const Frame<double>& frame, double* work) const {
    return contractRows(*this, count, frame, work);
}
SeparableTerm::Sums SeparableTerm::spread(int count, const float* m, const float* slope, float* out1, float* out2) const {
    return spreadRows(*this, count, m, slope, out1, out2);
}
SeparableTerm::Sums SeparableTerm::spread(int count, const double* m, const double* slope, double* out1, double* out2) const {
    return spreadRows(*this, count, m, slope, out1, out2);
}

} // namespace thetascope
