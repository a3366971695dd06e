// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace thetascope {

namespace {

/// How far inside a bound inverse() stays, in corners: the derivative there is sqrt(2 * 2e-4) = 0.02.
constexpr double insideBound = 2e-4;

} // namespace

SmoothBounds::SmoothBounds(double lower, double upper, double corner)
    : m_lower(lower), m_upper(upper), m_corner(std::min(corner, 0.5 * (upper - lower))) {
    if (!(lower < upper) || !std::isfinite(lower) || !std::isfinite(upper))
        throw std::invalid_argument("SmoothBounds: the lower bound must lie below the upper, both finite");
    if (!(corner > 0))
        throw std::invalid_argument("SmoothBounds: the corner must be positive");
}

double SmoothBounds::fold(double x, double& sign) const {
    const double overhang = m_corner * (0.5 * std::numbers::pi - 1); // from a bound to where the map reaches it
    const double first = m_lower - overhang, last = m_upper + overhang;
    sign = 1;
    if (x >= first && x <= last)
        return x;
    const double halfPeriod = last - first;
    double offset = std::fmod(x - first, 2 * halfPeriod);
    if (offset < 0)
        offset += 2 * halfPeriod;
    if (offset <= halfPeriod)
        return first + offset;
    sign = -1;
    return first + (2 * halfPeriod - offset);
}

double SmoothBounds::value(double x) const {
    double sign = 1;
    const double folded = fold(x, sign);
    const double lowerCorner = m_lower + m_corner, upperCorner = m_upper - m_corner;
    double v = folded;
    if (folded > upperCorner)
        v = upperCorner + m_corner * std::sin((folded - upperCorner) / m_corner);
    else if (folded < lowerCorner)
        v = lowerCorner + m_corner * std::sin((folded - lowerCorner) / m_corner);
    return std::clamp(v, m_lower, m_upper); // against the last bit; a NaN passes
}

double SmoothBounds::derivative(double x) const {
    double sign = 1;
    const double folded = fold(x, sign);
    const double lowerCorner = m_lower + m_corner, upperCorner = m_upper - m_corner;
    if (folded > upperCorner)
        return sign * std::cos((folded - upperCorner) / m_corner);
    if (folded < lowerCorner)
        return sign * std::cos((folded - lowerCorner) / m_corner);
    return std::isnan(folded) ? folded : sign;
}

double SmoothBounds::inverse(double v) const {
    const double lowerCorner = m_lower + m_corner, upperCorner = m_upper - m_corner;
    const double inside = std::clamp(v, m_lower + insideBound * m_corner, m_upper - insideBound * m_corner);
    if (inside > upperCorner)
        return upperCorner + m_corner * std::asin((inside - upperCorner) / m_corner);
    if (inside < lowerCorner)
        return lowerCorner + m_corner * std::asin((inside - lowerCorner) / m_corner);
    return inside;
}

} // namespace thetascope
