// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/grid_search.h"
#include "core/choice/local_concentration.h"
#include "core/model/truth_scenes.h"
#include "core/run/descent.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace thetascope {

/// What is compared with what.
struct ComparisonOptions {
    std::vector<double> thetas;     ///< the list to choose from, samples; empty: defaultThetaList()
    int gridPoints = 128;           ///< of the grid search, >= 2
    Neighbourhood neighbourhood;    ///< of adaptive selection
    std::vector<ThetaMode> modes{ThetaMode::shared, ThetaMode::time, ThetaMode::frequency, ThetaMode::timeFrequency};
    std::function<bool()> stopRequested; ///< may be empty
};

/// One way of choosing windows and what its spectrogram scores.
struct MethodScore {
    /// "N/2", "best fixed", "best per frame", "best per cell", "adaptive selection", "descent, MODE".
    std::string method;
    double objective = 0;  ///< the same objective on the same frames for all, exact, in double
    double thetaMin = 0, thetaMax = 0; ///< samples
    int transforms = 0;    ///< of the whole signal, a gradient counting as one more
};

struct Comparison {
    std::vector<MethodScore> scores; ///< in the order above, a descent per mode
    ThetaLandscape landscape;
    bool stopped = false;            ///< not everything was done
};

/// Scores the fixed window at the start, the baselines that the paper argues against, and a descent in every mode, all on
/// the frames that the settings begin with (positions stay fixed). Settings must have passed checkSettings(). Deterministic.
Comparison compareMethods(std::shared_ptr<const Signal> signal, const Settings& settings,
        const ComparisonOptions& options = {});

/// Shares of energy within one cell of a scene's truth.
struct SceneShares {
    double descent = 0;   ///< of the settings' descent
    double fixed = 0;     ///< of the one window that has the largest share, from the list and a grid of 32
    double fixedTheta = 0;
    double adaptive = 0;  ///< of adaptive selection from the list
    int transforms = 0;   ///< that the descent took
};

/// The frames that scenes are compared on where the settings leave N open: N = 2048 (256 ms), H = 64 (8 ms). Half of that support is the
/// longest window for everything in some scenes, and nothing is left to choose (core/EXPERIMENTS.md has that table too).
Settings onSceneFrames(Settings settings);

/// The comparison on a scene with known truth. Settings must have passed checkSettings() for its signal.
SceneShares compareOnScene(const TruthScene& scene, const Settings& settings, const ComparisonOptions& options = {});

} // namespace thetascope
