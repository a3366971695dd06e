// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/adam_state.h"

#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

constexpr double meanMemory = 0.9, squareMemory = 0.999; // beta1, beta2
constexpr double epsilon = 1e-8;

} // namespace

void AdamState::advance(Vector& x, const Vector& gradient, double rate) {
    steps += 1;
    mean = meanMemory * mean + (1 - meanMemory) * gradient;
    square = squareMemory * square + (1 - squareMemory) * gradient.square();
    const double meanScale = rate / (1 - std::pow(meanMemory, steps)), squareScale = 1 / (1 - std::pow(squareMemory, steps));
    x -= meanScale * mean / ((squareScale * square).sqrt() + epsilon);
}

double cosineDecay(double step, double steps) {
    return 0.5 * (1 + std::cos(std::numbers::pi * step / steps));
}

} // namespace thetascope
