// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/gradient_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <utility>

namespace thetascope {

namespace {

/// Entries below this share of the gradient's largest are judged by the largest: their own digits are in the rounding of f.
constexpr double smallestShare = 1e-3;

/// Five-point central difference of f at x along a direction.
double slopeAlong(DifferentiableFunction& function, const Vector& x, const Vector& direction, double step) {
    const auto at = [&](double distance) { return function.value(x + distance * direction); };
    const double near = at(step) - at(-step), far = at(2 * step) - at(-2 * step);
    return (8 * near - far) / (12 * step);
}

/// The first `count` of a random permutation of 0..size-1, in ascending order.
std::vector<Eigen::Index> someCoordinates(Eigen::Index size, int count, std::mt19937_64& random) {
    std::vector<Eigen::Index> all(static_cast<std::size_t>(size));
    std::iota(all.begin(), all.end(), Eigen::Index{0});
    const std::size_t wanted = std::min(all.size(), static_cast<std::size_t>(std::max(count, 0)));
    for (std::size_t i = 0; i < wanted; ++i)
        std::swap(all[i], all[i + random() % (all.size() - i)]);
    all.resize(wanted);
    std::sort(all.begin(), all.end());
    return all;
}

/// A random direction whose largest entry has size 1.
Vector someDirection(Eigen::Index size, std::mt19937_64& random) {
    Vector direction(size);
    for (double& entry : direction)
        entry = 2 * std::generate_canonical<double, 53>(random) - 1;
    return direction / direction.abs().maxCoeff();
}

/// Relative error of one point; infinite if either slope is not a number.
double relativeError(const GradientCheckPoint& point, double scale) {
    const double difference = std::abs(point.analytic - point.numeric);
    if (!std::isfinite(difference))
        return std::numeric_limits<double>::infinity();
    const double size = std::max({std::abs(point.analytic), std::abs(point.numeric), scale});
    return difference > 0 ? difference / size : 0;
}

} // namespace

GradientCheck checkGradient(DifferentiableFunction& function, const Vector& x, int count, double step, std::uint64_t seed) {
    if (!(step > 0) || !std::isfinite(step))
        throw std::invalid_argument("checkGradient: the step must be positive");
    GradientCheck check;
    if (x.size() == 0)
        return check;
    Vector gradient;
    function.evaluate(x, gradient);
    std::mt19937_64 random(seed);
    Vector unit = Vector::Zero(x.size());
    for (const Eigen::Index coordinate : someCoordinates(x.size(), count, random)) {
        unit[coordinate] = 1;
        check.points.push_back({coordinate, gradient[coordinate], slopeAlong(function, x, unit, step)});
        unit[coordinate] = 0;
    }
    const Vector direction = someDirection(x.size(), random);
    check.points.push_back(
        {GradientCheckPoint::direction, (gradient * direction).sum(), slopeAlong(function, x, direction, step)});
    const double scale = smallestShare * gradient.abs().maxCoeff();
    for (const GradientCheckPoint& point : check.points)
        check.worstRelativeError = std::max(check.worstRelativeError, relativeError(point, scale));
    return check;
}

} // namespace thetascope
