// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/optimiser.h"

namespace thetascope {

/// Gradient descent with momentum (heavy ball, Polyak 1964; mu = 0.9), indifferent to the scale of the gradient:
///
///     v <- mu v + (1 - mu) g / g_max       x <- x - step v
///
/// where g_max is the largest entry of any gradient met so far: no variable ever moves by more than `step`, and variables keep
/// the proportions of their gradients (unlike with Adam, quiet cells move little).
class Sgd : public FirstOrderRule {
public:
    static OptimiserDescription description();
    explicit Sgd(Eigen::Index size);

    void advance(Vector& x, const Vector& gradient, double step) override;

private:
    Vector m_velocity;
    double m_largest = 0; ///< g_max
};

} // namespace thetascope
