// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/starting_map.h"

#include "core/choice/list_descent.h"
#include "core/dstft/engine.h"
#include "core/objective/neighbourhood.h"
#include "core/run/loss_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace thetascope {
namespace {

/// Both bounds and what lies between them, equal ratios of about an octave apart.
std::vector<double> octaves(const ResolvedSettings& settings) {
    const double span = std::log2(settings.thetaUpper / settings.thetaLower);
    const int steps = std::max(1, static_cast<int>(std::lround(span)));
    std::vector<double> thetas;
    for (int k = 0; k <= steps; ++k)
        thetas.push_back(std::min(settings.thetaUpper, settings.thetaLower * std::exp2(span * k / steps)));
    return thetas;
}

/// The cells' concentration averaged by energy over the cells that share an entry of theta; -infinity where they are silent.
RealFrames scoresOfEntries(const LocalConcentration& local, ThetaMode mode) {
    if (mode == ThetaMode::timeFrequency)
        return local.concentration;
    const RealFrames weighted = (local.energy > 0).select(local.energy * local.concentration, 0.0);
    const auto averages = [](const auto& sums, const auto& weights) -> RealFrames {
        return (weights > 0).select(sums / weights, -std::numeric_limits<double>::infinity());
    };
    if (mode == ThetaMode::time)
        return averages(RealFrames(weighted.rowwise().sum()), RealFrames(local.energy.rowwise().sum()));
    if (mode == ThetaMode::frequency)
        return averages(RealFrames(weighted.colwise().sum()), RealFrames(local.energy.colwise().sum()));
    return averages(RealFrames::Constant(1, 1, weighted.sum()), RealFrames::Constant(1, 1, local.energy.sum()));
}

} // namespace

RealFrames selectTheta(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool) {
    const auto engine =
        makeExactEngine(signal, makeTaper(settings.window), settings.normalise, Precision::doublePrecision, pool);
    Tiling fixed = grid;
    fixed.mode = ThetaMode::shared;
    RealFrames chosen, best;
    ComplexFrames spectrum;
    for (const double theta : octaves(settings)) {
        fixed.theta = RealFrames::Constant(1, 1, theta);
        engine->forward(fixed, {false, false}, spectrum);
        const RealFrames here = scoresOfEntries(localConcentration(spectrum.abs(), {}, &pool), grid.mode);
        if (chosen.size() == 0) {
            chosen = RealFrames::Constant(here.rows(), here.cols(), settings.theta0);
            best = RealFrames::Constant(here.rows(), here.cols(), -std::numeric_limits<double>::infinity());
        }
        chosen = (here > best).select(theta, chosen);
        best = best.max(here);
    }
    return chosen;
}

RealFrames bestOfList(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool) {
    const Objective objective = objectiveOf(signal, settings, pool);
    const Candidates candidates = makeCandidates(signal, settings, grid, defaultThetaList(settings), pool);
    ThetaChoice choice = bestFixed(candidates, objective).choice;
    if (grid.mode == ThetaMode::timeFrequency)
        choice = descendByCoordinates(candidates, objective, ThetaMode::time, choice, pool).choice;
    if (grid.mode != ThetaMode::shared) choice = descendByCoordinates(candidates, objective, grid.mode, choice, pool).choice;
    return tilingOf(candidates, choice).theta;
}

bool choosesStart(const Settings& settings, const InitialArrays& arrays) {
    return settings.thetaStart != ThetaStart::constant && !settings.theta && !arrays.theta;
}

RealFrames chosenTheta(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool) {
    return settings.thetaStart == ThetaStart::list ? bestOfList(signal, settings, grid, pool) : selectTheta(signal, settings, grid, pool);
}

} // namespace thetascope
