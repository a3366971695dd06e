// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

#include <cmath>

namespace thetascope {

/// x^exponent for x >= 0, fast for the small whole exponents that are the defaults.
inline double powerOf(double x, double exponent) {
    if (exponent == 0)
        return 1;
    if (exponent == 1)
        return x;
    if (exponent == 2)
        return x * x;
    return std::pow(x, exponent);
}

/// sum over cells of (|S| / peak)^exponent, frame by frame in a fixed order. At least 1 where peak is the largest magnitude.
inline double powerSum(const RealFrames& magnitude, double peak, double exponent) {
    double total = 0;
    for (Eigen::Index frame = 0; frame < magnitude.rows(); ++frame) {
        double ofFrame = 0;
        for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin)
            ofFrame += powerOf(magnitude(frame, bin) / peak, exponent);
        total += ofFrame;
    }
    return total;
}

/// Adds a x^{m-1} - b x^{n-1}, x = |S| / peak, divided by peak, to the gradient: the form that ratios of power sums share.
inline void addPowerSlopes(const RealFrames& magnitude, double peak, double a, double m, double b, double n,
                           RealFrames& gradient) {
    for (Eigen::Index frame = 0; frame < magnitude.rows(); ++frame)
        for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin) {
            const double x = magnitude(frame, bin) / peak;
            gradient(frame, bin) += (a * powerOf(x, m - 1) - b * powerOf(x, n - 1)) / peak;
        }
}

} // namespace thetascope
