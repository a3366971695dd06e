// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/input_norm.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double varianceFloor = 1e-5;
constexpr double momentum = 0.1;

} // namespace

NormStatistics NormStatistics::of(const NormSums& sums, double count) {
    const double mean = sums.first / count;
    return {mean, std::max(0.0, sums.second / count - mean * mean)};
}

double NormStatistics::inverseDeviation() const {
    return 1 / std::sqrt(variance + varianceFloor);
}

void follow(NormStatistics& running, const NormStatistics& batch, double count) {
    const double unbiased = count > 1 ? batch.variance * count / (count - 1) : batch.variance;
    running.mean += momentum * (batch.mean - running.mean);
    running.variance += momentum * (unbiased - running.variance);
}

template <class Real>
NormSums sumValues(int count, const Real* x) {
    double sum = 0, squares = 0;
#pragma omp simd reduction(+ : sum, squares)
    for (int i = 0; i < count; ++i) {
        const double value = x[i];
        sum += value;
        squares += value * value;
    }
    return {sum, squares};
}

template <class Real>
void normalise(int count, const Real* x, const NormStatistics& statistics, double gain, double bias, Real* y) {
    const Real scale = Real(gain * statistics.inverseDeviation());
    const Real offset = Real(bias - gain * statistics.inverseDeviation() * statistics.mean);
    for (int i = 0; i < count; ++i) y[i] = scale * x[i] + offset;
}

template <class Real>
NormSums sumSlopes(int count, const Real* x, const NormStatistics& statistics, const Real* dy) {
    double sum = 0, products = 0;
#pragma omp simd reduction(+ : sum, products)
    for (int i = 0; i < count; ++i) {
        const double slope = dy[i];
        sum += slope;
        products += slope * static_cast<double>(x[i]);
    }
    return {sum, (products - statistics.mean * sum) * statistics.inverseDeviation()};
}

template <class Real>
void normaliseBackward(int count, const Real* x, const NormStatistics& statistics, double gain, const NormSums& slopes,
                       double batchCount, const Real* dy, Real* dx) {
    // dx = a dy + b x + c
    const double inverse = statistics.inverseDeviation(), scale = gain * inverse;
    const double perValue = slopes.second / batchCount * inverse;
    const Real a = Real(scale), b = Real(-scale * perValue);
    const Real c = Real(scale * (perValue * statistics.mean - slopes.first / batchCount));
    for (int i = 0; i < count; ++i) dx[i] = a * dy[i] + b * x[i] + c;
}

template NormSums sumValues<float>(int, const float*);
template NormSums sumValues<double>(int, const double*);
template void normalise<float>(int, const float*, const NormStatistics&, double, double, float*);
template void normalise<double>(int, const double*, const NormStatistics&, double, double, double*);
template NormSums sumSlopes<float>(int, const float*, const NormStatistics&, const float*);
template NormSums sumSlopes<double>(int, const double*, const NormStatistics&, const double*);
template void normaliseBackward<float>(int, const float*, const NormStatistics&, double, const NormSums&, double, const float*,
                                       float*);
template void normaliseBackward<double>(int, const double*, const NormStatistics&, double, const NormSums&, double,
                                        const double*, double*);

} // namespace thetascope
