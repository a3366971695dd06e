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

/// "137 iterations", "1 iteration".
std::string iterations(int count) {
    return std::to_string(count) + (count == 1 ? " iteration" : " iterations");
}

/// What became of a descent that ran to its last iteration.
std::string allDone(int count) {
    if (count == 0) return "nothing iterated";
    return count == 1 ? "the one iteration done" : "all " + iterations(count) + " done";
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
    case StopReason::iterationCap: return allDone(result.settings.iterations);
    case StopReason::stopped:
        return "stopped " + (result.iterations == 0 ? std::string("before the first iteration") : "after " + iterations(result.iterations));
    case StopReason::notFinite: return badNumber(result, gradient, variables);
    case StopReason::failed: return "out of memory at iteration " + std::to_string(result.iterations);
    }
    return {};
}

} // namespace

std::string reasonText(const DescentResult& result, const Vector& gradient, const Variables& variables) {
    std::string text = cause(result, gradient, variables);
    const auto windows = result.bestTiling.theta.size();
    const auto atBound = [&](int count, const char* which) {
        if (count == 0) return;
        text += windows == 1 ? "; the window" : "; " + std::to_string(count) + " of " + std::to_string(windows) + " windows";
        text += std::string(" at the ") + which + " bound";
    };
    atBound(result.scores.atLowerBound, "lower");
    atBound(result.scores.atUpperBound, "upper");
    const double change = result.bestObjective - result.initialObjective;
    text += std::string("; objective ") + (change > 0 ? "up " : "down ") + number("%.4g", std::abs(change)) + " to " + number("%.6g", result.bestObjective) + " at iteration " +
            std::to_string(result.bestIteration);
    return text;
}

} // namespace thetascope
