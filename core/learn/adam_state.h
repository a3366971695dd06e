// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

namespace thetascope {

/// Adam (Kingma and Ba, 2015; beta1 = 0.9, beta2 = 0.999, eps = 1e-8) with its state as a plain value, so that a checkpoint holds
/// it. (core/optim/adam.h, for descents, has an eps relative to the gradient; gradients here are of order one.)
struct AdamState {
    Vector mean, square; ///< m, v
    double steps = 0;

    explicit AdamState(Eigen::Index size = 0) : mean(Vector::Zero(size)), square(Vector::Zero(size)) {}

    /// x <- x - rate mhat / (sqrt(vhat) + eps).
    void advance(Vector& x, const Vector& gradient, double rate);
};

/// Half a cosine from 1 to 0: the factor of the learning rate at step k of `steps`.
double cosineDecay(double step, double steps);

} // namespace thetascope
