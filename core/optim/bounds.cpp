// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/bounds.h"

#include "core/base/clones.h"
#include "core/base/vector_math.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace thetascope {

namespace {

/// How far inside a bound inverse() stays, in corners: the derivative there is sqrt(2 * 2e-4) = 0.02.
constexpr double insideBound = 2e-4;

/// Variables taken at a time.
constexpr int blockSize = 256;

/// Where the line ends, and the corners' size.
struct Corners {
    double lower, upper, corner;
};

/// v = line + corner sin(angle), dv/dx = cos(angle): line is x held between the corners, angle what that cut off, in corners; a
/// NaN passes.
THETASCOPE_INLINE double lineOf(const Corners& c, double x) {
    const double above = x < c.lower ? c.lower : x;
    return above > c.upper ? c.upper : above;
}

THETASCOPE_CLONES
void roundedValues(int count, const Corners& corners, double lowest, double highest, const double* x, double* __restrict v) {
    const Corners c = corners;
    const double perCorner = 1 / c.corner;
#pragma omp simd
    for (int k = 0; k < count; ++k) {
        const double line = lineOf(c, x[k]);
        double sine, cosine;
        vectorSinCos<double>((x[k] - line) * perCorner, sine, cosine);
        const double rounded = line + c.corner * sine, above = rounded < lowest ? lowest : rounded; // against the last bit
        v[k] = above > highest ? highest : above;
    }
}

THETASCOPE_CLONES
void roundedSlopes(int count, const Corners& corners, const double* x, const double* signs, double* __restrict d) {
    const Corners c = corners;
    const double perCorner = 1 / c.corner;
#pragma omp simd
    for (int k = 0; k < count; ++k) {
        double sine, cosine;
        vectorSinCos<double>((x[k] - lineOf(c, x[k])) * perCorner, sine, cosine);
        d[k] = signs[k] * cosine;
    }
}

/// Whether all lie in [first, last].
THETASCOPE_CLONES
bool allWithin(int count, const double* x, double first, double last) {
    int outside = 0;
#pragma omp simd reduction(| : outside)
    for (int k = 0; k < count; ++k) outside |= x[k] >= first && x[k] <= last ? 0 : 1;
    return outside == 0;
}

} // namespace

SmoothBounds::SmoothBounds(double lower, double upper, double corner)
    : m_lower(lower), m_upper(upper), m_corner(std::min(corner, 0.5 * (upper - lower))) {
    if (!(lower < upper) || !std::isfinite(lower) || !std::isfinite(upper))
        throw std::invalid_argument("SmoothBounds: the lower bound must lie below the upper, both finite");
    if (!(corner > 0))
        throw std::invalid_argument("SmoothBounds: the corner must be positive");
}

double SmoothBounds::overhang() const { return m_corner * (0.5 * std::numbers::pi - 1); }

double SmoothBounds::fold(double x, double& sign) const {
    const double first = m_lower - overhang(), last = m_upper + overhang();
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

template <class Take>
void SmoothBounds::forFolded(std::ptrdiff_t count, const double* x, const Take& take) const {
    std::array<double, blockSize> folded, signs;
    for (std::ptrdiff_t first = 0; first < count; first += blockSize) {
        const int n = static_cast<int>(std::min<std::ptrdiff_t>(blockSize, count - first));
        signs.fill(1);
        if (allWithin(n, x + first, m_lower - overhang(), m_upper + overhang())) {
            take(first, n, x + first, signs.data());
            continue;
        }
        for (int k = 0; k < n; ++k) folded[static_cast<std::size_t>(k)] = fold(x[first + k], signs[static_cast<std::size_t>(k)]);
        take(first, n, folded.data(), signs.data());
    }
}

void SmoothBounds::values(std::ptrdiff_t count, const double* x, double* v) const {
    const Corners corners{m_lower + m_corner, m_upper - m_corner, m_corner};
    forFolded(count, x, [&](std::ptrdiff_t first, int n, const double* folded, const double*) {
        roundedValues(n, corners, m_lower, m_upper, folded, v + first);
    });
}

void SmoothBounds::derivatives(std::ptrdiff_t count, const double* x, double* d) const {
    const Corners corners{m_lower + m_corner, m_upper - m_corner, m_corner};
    forFolded(count, x, [&](std::ptrdiff_t first, int n, const double* folded, const double* signs) {
        roundedSlopes(n, corners, folded, signs, d + first);
    });
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
