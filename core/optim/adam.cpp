// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/adam.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace thetascope {

namespace {

constexpr double meanMemory = 0.9;     // beta1
constexpr double squareMemory = 0.999; // beta2
constexpr double relativeEpsilon = 1e-12;

} // namespace

OptimiserDescription Adam::description() {
    return {"adam", "Adam: every variable moves by about the step at first, less where its gradient changes sign."};
}

Adam::Adam(Eigen::Index size) : m_mean(Vector::Zero(size)), m_square(Vector::Zero(size)) {}

void Adam::advance(Vector& x, const Vector& gradient, double step) {
    assert(x.size() == m_mean.size() && gradient.size() == m_mean.size());
    if (x.size() == 0)
        return;
    m_meanDecay *= meanMemory;
    m_squareDecay *= squareMemory;
    m_mean = meanMemory * m_mean + (1 - meanMemory) * gradient;
    m_square = squareMemory * m_square + (1 - squareMemory) * gradient.square();
    m_largest = std::max(m_largest, gradient.abs().maxCoeff());
    if (m_largest == 0)
        return; // nothing has a slope yet, and 0 / 0 would follow
    const double meanScale = step / (1 - m_meanDecay), squareScale = 1 / (1 - m_squareDecay);
    x -= meanScale * m_mean / ((squareScale * m_square).sqrt() + relativeEpsilon * m_largest);
}

} // namespace thetascope
