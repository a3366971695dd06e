// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/live_scores.h"

#include "app/export/reconstruction_snr.h"
#include "core/objective/term.h"

#include <cmath>

namespace thetascope {
namespace {

/// An entry of theta counts as at a bound when it is this close to it (as in core/run/scores.cpp).
constexpr double boundShare = 0.01;

} // namespace

LiveScores liveScores(const Spectrogram& spectrogram, const ResolvedSettings& settings, const Signal& signal) {
    const RealFrames magnitude = spectrogram.magnitude.cast<double>();
    const Tiling& tiling = spectrogram.tiling;
    const TermInput input{magnitude, tiling, signal.length()};
    LiveScores scores;
    scores.entropy = makeTerm("entropy", {})->value(input);
    const auto cells = static_cast<double>(magnitude.size());
    scores.normalisedEntropy = cells > 1 ? scores.entropy / std::log(cells) : 0;
    scores.effectiveCells = std::exp(scores.entropy);
    scores.kurtosis = makeTerm("kurtosis", {})->value(input);
    scores.coverage = makeTerm("coverage", {})->value(input);
    scores.atLowerBound = static_cast<int>((tiling.theta <= settings.thetaLower * (1 + boundShare)).count());
    scores.atUpperBound = static_cast<int>((tiling.theta >= settings.thetaUpper * (1 - boundShare)).count());
    scores.reconstructionSnrDb = liveReconstructionSnrDb(signal, settings, tiling);
    scores.inverseIterates = variesInFrequency(tiling.mode);
    scores.parameters = static_cast<int>(tiling.theta.size());
    return scores;
}

} // namespace thetascope
