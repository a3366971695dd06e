// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

#include <Eigen/Core>
#include <vector>

namespace thetascope {

/// The direction in which several functions fall at once (multiple-gradient descent, Désidéri 2012): the point of smallest norm
/// in the convex hull of their gradients, each first brought to unit length, so that neither scales nor weights matter.
///
///     d = sum_j a_j g_j / |g_j|,   a_j >= 0, sum_j a_j = 1, |d| least;   then d . g_j >= |d|^2 |g_j| for every j
///
/// For two it is half the sum of the unit gradients; 0 where they oppose each other: no step improves both. A gradient that has
/// vanished (below 1e-6 of the largest that its function has had) says nothing and is left out: a function at its best does
/// not stop the others.
class CommonDescent {
public:
    /// gradients: one per function [n each], in the same order at every call. NaN where one is not finite; 0 if all have vanished.
    Vector direction(const std::vector<Vector>& gradients);

    /// Forgets how large gradients have been.
    void restart() { m_largest.clear(); }

private:
    std::vector<double> m_largest; ///< norms, per function
};

/// Weights a [k] >= 0 of sum 1 that make a' gram a least; gram [k, k], the inner products of k vectors, k >= 1.
Eigen::VectorXd minimumNormWeights(const Eigen::MatrixXd& gram);

} // namespace thetascope
