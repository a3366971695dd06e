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

std::string badNumber(const DescentResult& result, const Vector& gradient, const Variables& variables) {
    const std::string at = " is not finite at iteration " + std::to_string(result.iterations);
    if (!std::isfinite(result.history.back().objective)) {
        for (const TermValue& term : result.history.back().terms)
            if (!std::isfinite(term.value)) return "the term " + term.name + at;
        return "the objective" + at;
    }
    Eigen::Index bad = 0;
    while (bad + 1 < gradient.size() && std::isfinite(gradient[bad])) ++bad;
    return "the gradient of " + variables.describe(bad) + at;
}

std::string cause(const DescentResult& result, const Vector& gradient, const Variables& variables) {
    switch (result.reason) {
    case StopReason::plateau:
        return "plateau: " + std::to_string(StepSchedule::patience(result.settings.schedule)) + " iterations under " +
               number("%g", StepSchedule::tolerance) +
               (result.settings.schedule == Schedule::plateau ? " at the smallest step" : "");
    case StopReason::converged:
        return "converged: nothing lower is found after " + std::to_string(result.evaluations) + " evaluations";
    case StopReason::iterationCap: return "all " + std::to_string(result.settings.iterations) + " iterations done";
    case StopReason::stopped: return "stopped after " + std::to_string(result.iterations) + " iterations";
    case StopReason::notFinite: return badNumber(result, gradient, variables);
    case StopReason::failed: return "out of memory at iteration " + std::to_string(result.iterations);
    }
    return {};
}

} // namespace

std::string reasonText(const DescentResult& result, const Vector& gradient, const Variables& variables) {
    std::string text = cause(result, gradient, variables);
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
