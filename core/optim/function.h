// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

namespace thetascope {

/// A scalar function of real variables and its gradient: all that an optimiser sees.
class DifferentiableFunction {
public:
    virtual ~DifferentiableFunction() = default;
    /// f(x); sets gradient [size of x].
    virtual double evaluate(const Vector& x, Vector& gradient) = 0;
    /// f(x) alone.
    virtual double value(const Vector& x) = 0;
};

} // namespace thetascope
