// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace thetascope {

/// A smooth bounded coordinate: v = v(x) with v in [lower, upper] for every real x.
///
/// Identity in the interior; within `corner` of a bound the straight line turns into a quarter sine, and beyond it the
/// map is mirrored, so v is periodic and twice continuously differentiable (the second derivative of the sine is zero where
/// it meets the line). Unlike a clamp it has no dead zone: an optimum at a bound is an ordinary smooth minimum in x, and a
/// parameter that reached a bound can leave it again.
///
///     v(x) = x                                            lower + c <= x <= upper - c
///     v(x) = (upper - c) + c sin((x - (upper - c)) / c)   upper - c <= x <= upper - c + c pi/2, then mirrored; likewise below
class SmoothBounds {
public:
    /// lower < upper; the corner is limited to half the range. Throws std::invalid_argument otherwise.
    SmoothBounds(double lower, double upper, double corner);

    double value(double x) const;
    double derivative(double x) const;

    /// The same of many, [count] each, to the last bit or two: there may be millions of variables.
    void values(std::ptrdiff_t count, const double* x, double* v) const;
    void derivatives(std::ptrdiff_t count, const double* x, double* d) const;

    /// An x with value(x) = v. v at (or beyond) a bound is taken just inside, where the derivative isn't zero: by 2e-4 of
    /// the corner in v.
    double inverse(double v) const;

    /// From a bound to the x that reaches it.
    double overhang() const;

    double lower() const { return m_lower; }
    double upper() const { return m_upper; }

private:
    /// x folded into the fundamental half period, and the sign of the fold.
    double fold(double x, double& sign) const;

    /// Calls take(first, n, folded, signs) for blocks of x, [n] each.
    template <class Take>
    void forFolded(std::ptrdiff_t count, const double* x, const Take& take) const;

    double m_lower, m_upper, m_corner;
};

} // namespace thetascope
