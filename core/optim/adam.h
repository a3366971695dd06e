// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/optimiser.h"

namespace thetascope {

/// Adam (Kingma and Ba, 2015; beta1 = 0.9, beta2 = 0.999), indifferent to the scale of the gradient:
///
///     m <- beta1 m + (1 - beta1) g        v <- beta2 v + (1 - beta2) g^2
///     x <- x - step mhat / (sqrt(vhat) + eps g_max),   mhat = m / (1 - beta1^k),  vhat = v / (1 - beta2^k)
///
/// The published eps = 1e-8 is absolute, but a gradient per cell is about 1/(T F) of the shared one, 1e-9 and less, and would
/// drown in it. Here eps is relative to g_max, the largest entry of any gradient met so far: multiplying the function by a
/// constant leaves every step as it was, and an entry counts as long as it is above about 1e-12 of the largest. A variable
/// whose gradients have all been 0 stays put. `step` is the size of the first step of every variable, and about the largest.
class Adam : public FirstOrderRule {
public:
    static OptimiserDescription description();
    explicit Adam(Eigen::Index size);

    void advance(Vector& x, const Vector& gradient, double step) override;

private:
    Vector m_mean, m_square;
    double m_largest = 0;                    ///< g_max
    double m_meanDecay = 1, m_squareDecay = 1; ///< beta1^k, beta2^k
};

} // namespace thetascope
