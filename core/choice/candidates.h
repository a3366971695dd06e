// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"

#include <vector>

namespace thetascope {

/// The spectrograms of a list of fixed windows on one grid of frames: what every choice from a list chooses from. A cell of
/// window theta is the same whatever windows its neighbours have, so that any choice is scored without another transform.
struct Candidates {
    std::vector<double> thetas;        ///< ascending, samples
    std::vector<RealFrames> magnitude; ///< |S| [T, F] of each, exact, in double
    Tiling grid;                       ///< support and positions; its theta means nothing
    int signalLength = 0;

    int count() const { return static_cast<int>(thetas.size()); }
};

/// The list of the multi-resolution literature, within the settings' bounds: 64, 128, ... 4096, and the upper bound instead
/// of the first that exceeds it; the upper bound alone if all do.
std::vector<double> defaultThetaList(const ResolvedSettings& settings);

/// `count` >= 2 thetas from one bound to the other, equal ratios apart.
std::vector<double> thetaGridOf(const ResolvedSettings& settings, int count);

/// Transforms once per theta. Thetas in (0, N-1]; throws std::invalid_argument if there are none.
Candidates makeCandidates(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid,
        std::vector<double> thetas,
                          ThreadPool& pool);

/// A choice among candidates: for each entry of theta as the mode shapes it ([1,1], [T,1], [1,F] or [T,F]), an index.
struct ThetaChoice {
    ThetaMode mode = ThetaMode::shared;
    FrameArray<int> index;
};

/// The tiling and the magnitudes [T, F] of a choice.
Tiling tilingOf(const Candidates& candidates, const ThetaChoice& choice);
RealFrames magnitudeOf(const Candidates& candidates, const ThetaChoice& choice);

} // namespace thetascope
