// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_gradients.h"

#include "core/base/thread_pool.h"
#include "core/run/loss_function.h"

namespace thetascope {
namespace {

constexpr int coordinatesChecked = 12;
/// In units of x, where 1 is a factor e of theta or one hop: small against any curvature of an objective, large against
/// its rounding (1e-15 of about 10).
constexpr double differenceStep = 1e-4;

} // namespace

GradientCheck checkGradients(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays) {
    ResolvedSettings resolved = resolveWith(settings, arrays, signal->length(), signal->sampleRate);
    resolved.precision = Precision::doublePrecision;
    const Tiling start = startingTiling(resolved, arrays);
    const Variables variables(resolved, start, signal->length());
    ThreadPool pool(resolved.threads);
    const auto loss = makeExactLoss(signal, resolved, pool);
    LossFunction function(*loss, variables, start);
    return checkGradient(function, variables.start(), coordinatesChecked, differenceStep, resolved.seed);
}

} // namespace thetascope
