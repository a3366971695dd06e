// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_gradients.h"

#include "core/base/thread_pool.h"
#include "core/run/loss.h"
#include "core/run/variables.h"

namespace thetascope {
namespace {

constexpr int coordinatesChecked = 12;
/// In units of x, where 1 is a factor e of theta or one hop: small against any curvature of an objective, large against
/// its rounding (1e-15 of about 10).
constexpr double differenceStep = 1e-4;

/// The objective as a function of the optimiser's variables.
class LossOfVariables : public DifferentiableFunction {
public:
    LossOfVariables(Loss& loss, const Variables& variables, Tiling tiling)
        : m_loss(loss), m_variables(variables), m_tiling(std::move(tiling)) {}

    double evaluate(const Vector& x, Vector& gradient) override {
        m_variables.toTiling(x, m_tiling);
        const double value = m_loss.gradient(m_tiling, m_gradient);
        m_variables.pullBack(x, m_tiling, m_gradient, gradient);
        return value;
    }

    double value(const Vector& x) override {
        m_variables.toTiling(x, m_tiling);
        return m_loss.value(m_tiling);
    }

private:
    Loss& m_loss;
    const Variables& m_variables;
    Tiling m_tiling;
    TilingGradient m_gradient;
};

} // namespace

GradientCheck checkGradients(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays) {
    ResolvedSettings resolved = resolveWith(settings, arrays, signal->length(), signal->sampleRate);
    resolved.precision = Precision::doublePrecision;
    const Tiling start = startingTiling(resolved, arrays);
    const Variables variables(resolved, start, signal->length());
    ThreadPool pool(resolved.threads);
    Loss loss(signal, resolved, pool, Accuracy::exact);
    LossOfVariables function(loss, variables, start);
    return checkGradient(function, variables.start(), coordinatesChecked, differenceStep, resolved.seed);
}

} // namespace thetascope
