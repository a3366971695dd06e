// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/function.h"
#include "core/run/loss.h"
#include "core/run/variables.h"

namespace thetascope {

/// A loss as a function of the optimiser's variables: what gradient checks and optimisers see. Borrows both.
class LossFunction : public DifferentiableFunction {
public:
    LossFunction(TwoPassLoss& loss, const Variables& variables, Tiling start)
        : m_loss(loss), m_variables(variables), m_tiling(std::move(start)) {}

    double evaluate(const Vector& x, Vector& gradient) override {
        m_variables.toTiling(x, m_tiling);
        const double value = m_loss.gradient(m_tiling, m_tilingGradient);
        m_variables.pullBack(x, m_tiling, m_tilingGradient, gradient);
        return value;
    }
    double value(const Vector& x) override {
        m_variables.toTiling(x, m_tiling);
        return m_loss.value(m_tiling);
    }

private:
    TwoPassLoss& m_loss;
    const Variables& m_variables;
    Tiling m_tiling;
    TilingGradient m_tilingGradient;
};

} // namespace thetascope
