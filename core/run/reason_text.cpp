// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/reason_text.h"

#include "core/run/step_schedule.h"

#include <cmath>
#include <cstdio>

namespace thetascope {

namespace {

std::string number(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// The entry of x whose gradient isn't finite, as a person knows it.
std::string parameterName(Eigen::Index variable, const Tiling& tiling) {
    const Eigen::Index count = tiling.theta.size(), bins = tiling.theta.cols();
    if (variable >= count) return "the position of frame " + std::to_string(variable - count);
    std::string name = "theta";
    if (tiling.theta.rows() > 1) name += " of frame " + std::to_string(variable / bins);
    if (bins > 1) name += (tiling.theta.rows() > 1 ? ", bin " : " of bin ") + std::to_string(variable % bins);
    return name;
}

std::string badNumber(const DescentResult& result, const Vector& gradient, const Tiling& tiling) {
    const std::string at = " is not finite at iteration " + std::to_string(result.iterations);
    if (!std::isfinite(result.history.back().objective)) {
        for (const TermValue& term : result.history.back().terms)
            if (!std::isfinite(term.value)) return "the term " + term.name + at;
        return "the objective" + at;
    }
    Eigen::Index bad = 0;
    while (bad + 1 < gradient.size() && std::isfinite(gradient[bad])) ++bad;
    return "the gradient of " + parameterName(bad, tiling) + at;
}

std::string cause(const DescentResult& result, const Vector& gradient, const Tiling& tiling) {
    switch (result.reason) {
    case StopReason::plateau:
        return "plateau: " + std::to_string(StepSchedule::patience(result.settings.schedule)) + " iterations under " +
               number("%g", StepSchedule::tolerance) +
               (result.settings.schedule == Schedule::plateau ? " at the smallest step" : "");
    case StopReason::converged:
        return "converged: nothing lower is found after " + std::to_string(result.evaluations) + " evaluations";
    case StopReason::iterationCap: return "all " + std::to_string(result.settings.iterations) + " iterations done";
    case StopReason::stopped: return "stopped after " + std::to_string(result.iterations) + " iterations";
    case StopReason::notFinite: return badNumber(result, gradient, tiling);
    case StopReason::failed: return "failed";
    }
    return {};
}

} // namespace

std::string reasonText(const DescentResult& result, const Vector& gradient, const Tiling& tiling) {
    std::string text = cause(result, gradient, tiling);
    const auto windows = std::to_string(result.bestTiling.theta.size());
    const auto atBound = [&](int count, const char* which) {
        if (count > 0) text += "; " + std::to_string(count) + " of " + windows + " windows at the " + which + " bound";
    };
    atBound(result.scores.atLowerBound, "lower");
    atBound(result.scores.atUpperBound, "upper");
    const double change = result.bestObjective - result.initialObjective;
    text += std::string("; objective ") + (change > 0 ? "up " : "down ") + number("%.4g", std::abs(change)) + " to " + number("%.6g", result.bestObjective) + " at iteration " +
            std::to_string(result.bestIteration);
    return text;
}

} // namespace thetascope
