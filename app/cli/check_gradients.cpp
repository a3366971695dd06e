// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_gradients.h"

#include "core/base/thread_pool.h"
#include "core/run/loss_function.h"
#include "core/window/taper.h"

#include <array>
#include <limits>
#include <random>
#include <span>
#include <utility>

namespace thetascope {
namespace {

constexpr int coordinatesChecked = 12;

/// In units of x, where 1 is a factor e of theta or one hop. A longer step lets window edges pass samples, where the second
/// derivative (of `gaussian`: the first) jumps; a shorter one drowns in the rounding of the objective. Which of them is
/// better depends on the size of the map: a right gradient agrees with one of them, a wrong one with none.
constexpr std::array smoothSteps{1e-4, 1e-5, 1e-6};

/// For a taper that jumps: long enough that some edge passes a sample. Shorter steps fit between the jumps, where the analytic
/// slope is right and useless.
constexpr std::array jumpSteps{1e-2};

/// The check is made this far (at most, and per variable) from the start: where all of theta is equal, smoothness has a
/// corner, and where window edges meet samples exactly, so have tapers.
constexpr double awayFromStart = 0.02;

Vector nearby(Vector x, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (double& entry : x)
        entry += awayFromStart * (2 * std::generate_canonical<double, 53>(random) - 1);
    return x;
}

/// Three times the worst that was measured, see the header.
constexpr double smoothTolerance = 3e-4, cornerTolerance = 3e-2;

} // namespace

double gradientTolerance(const std::string& window) {
    const std::shared_ptr<const Taper> taper = makeTaper(window);
    return taper && taper->smooth() ? smoothTolerance : cornerTolerance;
}

std::span<const double> differenceSteps(const std::string& window) {
    const std::shared_ptr<const Taper> taper = makeTaper(window);
    return taper && !taper->continuous() ? std::span<const double>(jumpSteps) : std::span<const double>(smoothSteps);
}

GradientCheck checkGradients(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays) {
    ResolvedSettings resolved = resolveWith(settings, arrays, signal->length(), signal->sampleRate);
    resolved.precision = Precision::doublePrecision;
    const Tiling start = startingTiling(resolved, arrays);
    const Variables variables(resolved, start, signal->length());
    ThreadPool pool(resolved.threads);
    const auto loss = makeExactLoss(signal, resolved, pool);
    LossFunction function(*loss, variables, start);
    const Vector x = nearby(variables.start(), resolved.seed);
    GradientCheck best{.points = {}, .worstRelativeError = std::numeric_limits<double>::infinity()};
    for (const double step : differenceSteps(settings.window)) {
        GradientCheck check = checkGradient(function, x, coordinatesChecked, step, resolved.seed);
        if (check.worstRelativeError < best.worstRelativeError || best.points.empty())
            best = std::move(check);
        if (best.worstRelativeError <= gradientTolerance(settings.window))
            break;
    }
    return best;
}

} // namespace thetascope
