// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/common_descent.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double vanished = 1e-6;   ///< of the largest norm so far
constexpr double tolerance = 1e-12; ///< on |d|^2, gradients being of unit length
constexpr int mostExchanges = 1000;

} // namespace

/// Moves weight from the worst vector that has some to the best one, as far as it pays, until it doesn't (pairwise
/// Frank-Wolfe, Lacoste-Julien and Jaggi 2015): exact after one exchange for two.
Eigen::VectorXd minimumNormWeights(const Eigen::MatrixXd& gram) {
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(gram.rows());
    weights[0] = 1;
    for (int exchange = 0; exchange < mostExchanges; ++exchange) {
        const Eigen::VectorXd slope = gram * weights; // of |d|^2 / 2
        Eigen::Index to = 0, from = -1;
        slope.minCoeff(&to);
        for (Eigen::Index k = 0; k < weights.size(); ++k)
            if (weights[k] > 0 && (from < 0 || slope[k] > slope[from])) from = k;
        const double gain = slope[from] - slope[to];
        if (!(gain > tolerance)) break;
        const double curvature = gram(to, to) - 2 * gram(to, from) + gram(from, from);
        const double moved = curvature > 0 ? std::min(gain / curvature, weights[from]) : weights[from];
        weights[to] += moved;
        weights[from] = moved == weights[from] ? 0 : weights[from] - moved;
    }
    return weights;
}

Vector CommonDescent::direction(const std::vector<Vector>& gradients) {
    m_largest.resize(gradients.size(), 0.0);
    std::vector<Vector> units;
    for (std::size_t j = 0; j < gradients.size(); ++j) {
        const double norm = gradients[j].matrix().norm();
        m_largest[j] = std::max(m_largest[j], norm);
        if (norm <= vanished * m_largest[j]) continue; // a NaN stays
        units.push_back(gradients[j] / norm);
    }
    if (units.empty()) return Vector::Zero(gradients.empty() ? 0 : gradients[0].size());
    const auto count = static_cast<Eigen::Index>(units.size());
    Eigen::MatrixXd gram(count, count);
    for (Eigen::Index j = 0; j < count; ++j)
        for (Eigen::Index k = 0; k < count; ++k)
            gram(j, k) = units[static_cast<std::size_t>(j)].matrix().dot(units[static_cast<std::size_t>(k)].matrix());
    const Eigen::VectorXd weights = minimumNormWeights(gram);
    Vector sum = Vector::Zero(units[0].size());
    for (Eigen::Index j = 0; j < count; ++j) sum += weights[j] * units[static_cast<std::size_t>(j)];
    return sum;
}

} // namespace thetascope
