// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/sgd.h"

#include <algorithm>
#include <cassert>

namespace thetascope {

namespace {

constexpr double momentum = 0.9;

} // namespace

OptimiserDescription Sgd::description() {
    return {"sgd", "Gradient descent with momentum: the steepest variable moves by at most the step, the others in proportion."};
}

Sgd::Sgd(Eigen::Index size) : m_velocity(Vector::Zero(size)) {}

void Sgd::advance(Vector& x, const Vector& gradient, double step) {
    assert(x.size() == m_velocity.size() && gradient.size() == m_velocity.size());
    if (x.size() == 0)
        return;
    m_largest = std::max(m_largest, gradient.abs().maxCoeff());
    if (m_largest == 0)
        return;
    m_velocity = momentum * m_velocity + (1 - momentum) * gradient / m_largest;
    x -= step * m_velocity;
}

} // namespace thetascope
