// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/comparison.h"

#include "core/baselines/truth_share.h"
#include "core/choice/list_descent.h"
#include "core/run/loss_parts.h"

#include <algorithm>

namespace thetascope {
namespace {

/// Fixed windows that are tried on a scene beside the list.
constexpr int sceneGrid = 32;
constexpr int sceneSupport = 2048;
constexpr double sceneHop = 64;

const char* nameOf(ThetaMode mode) {
    switch (mode) {
    case ThetaMode::shared: return "descent, shared";
    case ThetaMode::time: return "descent, time";
    case ThetaMode::frequency: return "descent, frequency";
    case ThetaMode::timeFrequency: break;
    }
    return "descent, time-frequency";
}

std::vector<double> listFrom(const ComparisonOptions& options, const ResolvedSettings& settings) {
    return options.thetas.empty() ? defaultThetaList(settings) : options.thetas;
}

MethodScore scoreOfChoice(const char* method, const Candidates& candidates, const ScoredChoice& scored) {
    const Tiling tiling = tilingOf(candidates, scored.choice);
    return {method, scored.objective, tiling.theta.minCoeff(), tiling.theta.maxCoeff(), candidates.count()};
}

/// The choices from the list: one transform per window for all of them.
void addListMethods(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid,
        const ComparisonOptions& options,
                    ThreadPool& pool, std::vector<MethodScore>& scores) {
    const Objective objective = objectiveOf(signal, settings, pool);
    const Candidates candidates = makeCandidates(signal, settings, grid, listFrom(options, settings), pool);
    const ScoredChoice fixed = bestFixed(candidates, objective);
    const ScoredChoice frames = descendByCoordinates(candidates, objective, ThetaMode::time, fixed.choice, pool);
    const ScoredChoice cells = descendByCoordinates(candidates, objective, ThetaMode::timeFrequency, frames.choice, pool);
    const ThetaChoice adaptive = selectByConcentration(candidates, options.neighbourhood);
    scores.push_back(scoreOfChoice("best per frame", candidates, frames));
    scores.push_back(scoreOfChoice("best per cell", candidates, cells));
    scores.push_back(
        scoreOfChoice("adaptive selection", candidates, {adaptive, scoreOf(candidates, adaptive, objective), 0}));
}

MethodScore descentScore(const std::shared_ptr<const Signal>& signal, Settings settings, ThetaMode mode,
                         const std::function<bool()>& stopRequested) {
    settings.thetaMode = mode;
    settings.positionMode = PositionMode::fixed;
    DescentHooks hooks;
    hooks.stopRequested = stopRequested;
    const DescentResult result = descend(signal, settings, {}, hooks);
    const RealFrames& theta = result.bestTiling.theta;
    return {nameOf(mode), result.scores.objective, theta.minCoeff(), theta.maxCoeff(), 2 * (result.iterations + 1)};
}

/// The largest share that one window for all cells reaches.
void findBestFixed(const Candidates& candidates, const FrameArray<bool>& cells, SceneShares& shares) {
    for (int k = 0; k < candidates.count(); ++k) {
        const double share = shareOfEnergy(candidates.magnitude[static_cast<std::size_t>(k)], cells);
        if (share <= shares.fixed)
            continue;
        shares.fixed = share;
        shares.fixedTheta = candidates.thetas[static_cast<std::size_t>(k)];
    }
}

} // namespace

Comparison compareMethods(std::shared_ptr<const Signal> signal, const Settings& settings, const ComparisonOptions& options) {
    Settings shared = settings;
    shared.thetaMode = ThetaMode::shared;
    const ResolvedSettings resolved = resolve(shared, signal->length(), signal->sampleRate);
    const Tiling grid = initialTiling(resolved);
    const auto stopped = [&] { return options.stopRequested && options.stopRequested(); };
    Comparison comparison;
    {
        ThreadPool pool(settings.threads);
        const ThetaLandscape start = searchGrid(signal, resolved, grid, {resolved.theta0}, pool);
        comparison.scores.push_back({"N/2", start.bestObjective(), resolved.theta0, resolved.theta0, 1});
        ThetaLandscape& landscape = comparison.landscape;
        landscape = searchGrid(signal, resolved, grid, thetaGridOf(resolved, options.gridPoints), pool,
                options.stopRequested);
        const double theta = landscape.bestTheta();
        comparison.scores.push_back(
            {"best fixed", landscape.bestObjective(), theta, theta, static_cast<int>(landscape.thetas.size())});
        if (!stopped())
            addListMethods(*signal, resolved, grid, options, pool, comparison.scores);
    }
    for (const ThetaMode mode : options.modes)
        if (!stopped())
            comparison.scores.push_back(descentScore(signal, settings, mode, options.stopRequested));
    comparison.stopped = stopped();
    return comparison;
}

Settings onSceneFrames(Settings settings) {
    if (settings.support) return settings;
    settings.support = sceneSupport;
    if (!settings.hop) settings.hop = sceneHop;
    return settings;
}

SceneShares compareOnScene(const TruthScene& scene, const Settings& settings, const ComparisonOptions& options) {
    const Signal& signal = *scene.signal;
    const ResolvedSettings resolved = resolve(settings, signal.length(), signal.sampleRate);
    const Tiling grid = initialTiling(resolved);
    const FrameArray<bool> cells = cellsNearTruth(scene.truth, grid, signal.sampleRate);
    SceneShares shares;
    {
        ThreadPool pool(settings.threads);
        const Candidates list = makeCandidates(signal, resolved, grid, listFrom(options, resolved), pool);
        findBestFixed(list, cells, shares);
        findBestFixed(makeCandidates(signal, resolved, grid, thetaGridOf(resolved, sceneGrid), pool), cells, shares);
        shares.adaptive = shareOfEnergy(magnitudeOf(list, selectByConcentration(list, options.neighbourhood)), cells);
    }
    DescentHooks hooks;
    hooks.stopRequested = options.stopRequested;
    const DescentResult result = descend(scene.signal, settings, {}, hooks);
    shares.descent = shareOfEnergy(result.bestSpectrum->abs(), cells);
    shares.transforms = 2 * (result.iterations + 1);
    return shares;
}

} // namespace thetascope
