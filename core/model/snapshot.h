// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/model/tiling.h"

#include <memory>
#include <string>
#include <vector>

namespace thetascope {

/// A spectrogram and the tiling that made it: what every view draws. Immutable once shared.
struct Spectrogram {
    Tiling tiling;
    FrameArray<float> magnitude; ///< |S| [T, F]
    double sampleRate = 0;       ///< Hz
    double startSeconds = 0;     ///< of the region within the recording

    /// Seconds from the start of the recording of frame i's centre.
    double centreSeconds(int frame) const { return startSeconds + tiling.centre(frame) / sampleRate; }
    double binHz(int bin) const { return bin * sampleRate / tiling.support; }
};

/// The state of a run at one iteration.
struct Snapshot {
    int run = 0;
    int iteration = 0;
    double objective = 0;
    std::shared_ptr<const Spectrogram> spectrogram;
};

/// One term of the objective at one iteration: its unweighted value and the weight in force.
struct TermValue {
    std::string name;
    double value = 0;
    double weight = 1;
};

/// The numbers of one iteration, a row of history.csv. Iteration 0 is the starting point.
struct IterationRecord {
    int iteration = 0;
    double objective = 0;
    std::vector<TermValue> terms;
    double step = 0;
    double gradientNorm = 0;  ///< Euclidean, in the optimiser's own variables
    double thetaMean = 0, thetaMin = 0, thetaMax = 0; ///< samples
    double hopMean = 0;       ///< samples
    double seconds = 0;       ///< computing time since the run began (pauses excluded)
    int bestIteration = 0;    ///< the lowest so far; sought anew from where the objective was changed
};

} // namespace thetascope
