// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/check_settings.h"

#include "core/model/settings_fields.h"
#include "core/objective/objective.h"
#include "core/optim/optimiser.h"
#include "core/window/taper.h"

#include <cmath>
#include <string>

namespace thetascope {

namespace {

template <class Descriptions>
void checkName(const Descriptions& list, const std::string& name, const char* field, Problems& problems) {
    std::string known;
    for (const auto& description : list) {
        if (description.name == name) return;
        known += (known.empty() ? "" : ", ") + description.name;
    }
    problems.push_back({field, "there is no '" + name + "'; choose one of " + known});
}

std::string shapeText(Eigen::Index rows, Eigen::Index cols) {
    return std::to_string(rows) + " frames x " + std::to_string(cols) + " bins";
}

bool ascending(const Vector& positions) {
    for (Eigen::Index i = 1; i < positions.size(); ++i)
        if (!(positions[i] > positions[i - 1])) return false;
    return true;
}

void checkPositions(const Settings& settings, const Vector& positions, int signalLength, Problems& problems) {
    if (positions.size() < 1) problems.push_back({"positions", "the array is empty; give one position per frame"});
    const double reach = static_cast<double>(largestSupport) + signalLength;
    for (Eigen::Index i = 0; i < positions.size(); ++i)
        if (!std::isfinite(positions[i]) || std::abs(positions[i]) > reach) {
            problems.push_back({"positions", "position " + std::to_string(i) + " is not a number near the signal"});
            return;
        }
    if (settings.positionMode == PositionMode::hops && !ascending(positions))
        problems.push_back({"positions", "hops need ascending positions; use --position-mode frames"});
    if (settings.positionMode != PositionMode::hop || positions.size() < 2) return;
    const double hop = positions[1] - positions[0];
    for (Eigen::Index i = 0; i < positions.size(); ++i)
        if (!(hop > 0) || std::abs(positions[i] - (positions[0] + static_cast<double>(i) * hop)) > 1e-6 * hop) {
            problems.push_back({"positions", "one shared hop needs evenly spaced, ascending positions; use --position-mode frames"});
            return;
        }
}

void checkTheta(const ResolvedSettings& settings, const RealFrames& theta, Problems& problems) {
    const auto rows = thetaRows(settings.thetaMode, settings.T), cols = thetaCols(settings.thetaMode, settings.F);
    if (theta.rows() != rows || theta.cols() != cols) {
        problems.push_back({"theta", "the array is " + shapeText(theta.rows(), theta.cols()) + " but theta-mode " +
                                         std::string(toString(settings.thetaMode)) + " needs " + shapeText(rows, cols)});
        return;
    }
    if (!((theta >= settings.thetaLower) && (theta <= settings.thetaUpper)).all())
        problems.push_back({"theta", "the array has entries outside [theta-min, theta-max]; move the bounds or the entries"});
}

} // namespace

Problems checkSettings(const Settings& settings, const InitialArrays& arrays, int signalLength, double sampleRate) {
    Problems problems = validate(settings, signalLength, sampleRate);
    if (const auto taper = parseTaper(settings.window); !taper) problems.push_back({"window", taper.error().message});
    checkName(optimisers(), settings.optimiser, "optimiser", problems);
    if (const auto objective = parseObjective(settings.objective); !objective)
        problems.push_back({"objective", objective.error().message});
    if (const auto rule = makeOptimiser(settings.optimiser, 0); rule && rule->searches() && settings.combine == Combine::common)
        problems.push_back({"combine", "common needs an optimiser that follows directions alone, adam or sgd: " +
                                           settings.optimiser + " compares values of one function"});
    if (arrays.positions) checkPositions(settings, *arrays.positions, signalLength, problems);
    if (!problems.empty()) return problems;
    const ResolvedSettings resolved = resolveWith(settings, arrays, signalLength, sampleRate);
    if (arrays.positions) checkCells(resolved, "positions", problems);
    if (settings.thetaStart == ThetaStart::list && settings.thetaMode != ThetaMode::shared && resolved.knots != ThetaGrid{})
        problems.push_back({"theta-start", "list chooses for every entry of theta by itself, which a smooth map can't follow; use "
                                           "theta-grid 1x1, or theta-start selection"});
    if (arrays.theta) checkTheta(resolved, *arrays.theta, problems);
    return problems;
}

ResolvedSettings resolveWith(const Settings& settings, const InitialArrays& arrays, int signalLength, double sampleRate) {
    ResolvedSettings resolved = resolve(settings, signalLength, sampleRate);
    if (!arrays.positions) return resolved;
    const Vector& positions = *arrays.positions;
    resolved.T = static_cast<int>(positions.size());
    if (resolved.T > 1 && positions[resolved.T - 1] > positions[0])
        resolved.H = (positions[resolved.T - 1] - positions[0]) / (resolved.T - 1);
    return resolved;
}

Tiling startingTiling(const ResolvedSettings& settings, const InitialArrays& arrays) {
    Tiling tiling = initialTiling(settings);
    if (arrays.positions) tiling.positions = *arrays.positions;
    if (arrays.theta) tiling.theta = *arrays.theta;
    return tiling;
}

} // namespace thetascope
