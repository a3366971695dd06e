// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/snapshot.h"

#include <optional>

namespace thetascope {

/// What a picture is worth, whatever the objective: see Scores, and KurtosisTerm. From magnitudes as they are drawn (float).
struct LiveScores {
    double entropy = 0, normalisedEntropy = 0, effectiveCells = 0;
    double kurtosis = 0;  ///< mean over the frames
    double coverage = 0;  ///< share of the signal inside some window
    /// To expect of the inverse transform, dB; absent where theta varies along frequency.
    std::optional<double> reconstructionSnrDb;
    bool inverseIterates = false; ///< theta varies along frequency: the inverse is an iteration, too long for a gauge
    int atLowerBound = 0, atUpperBound = 0, parameters = 0; ///< entries of theta
};

/// The scores of a spectrogram of a signal. Any thread; one pass over the cells per score.
LiveScores liveScores(const Spectrogram& spectrogram, const ResolvedSettings& settings, const Signal& signal);

} // namespace thetascope
