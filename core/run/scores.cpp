// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/scores.h"

#include <cmath>

namespace thetascope {

namespace {

/// An entry of theta counts as at a bound when it is this close to it.
constexpr double boundShare = 0.01;

} // namespace

Scores scoresOf(const TwoPassLoss& loss, double objective, const Tiling& tiling, const ResolvedSettings& settings, int signalLength) {
    const TermInput input{loss.magnitude(), tiling, signalLength};
    Scores scores;
    scores.objective = objective;
    scores.terms = loss.terms();
    scores.entropy = makeTerm("entropy", {})->value(input);
    const double cells = static_cast<double>(loss.magnitude().size());
    scores.normalisedEntropy = cells > 1 ? scores.entropy / std::log(cells) : 0;
    scores.effectiveCells = std::exp(scores.entropy);
    scores.coverage = makeTerm("coverage", {})->value(input);
    scores.atLowerBound = static_cast<int>((tiling.theta <= settings.thetaLower * (1 + boundShare)).count());
    scores.atUpperBound = static_cast<int>((tiling.theta >= settings.thetaUpper * (1 - boundShare)).count());
    return scores;
}

std::shared_ptr<const Spectrogram> makeSpectrogram(FrameArray<float> magnitude, const Tiling& tiling, const Signal& signal) {
    auto spectrogram = std::make_shared<Spectrogram>();
    spectrogram->tiling = tiling;
    spectrogram->magnitude = std::move(magnitude);
    spectrogram->sampleRate = signal.sampleRate;
    spectrogram->startSeconds = signal.startSeconds;
    return spectrogram;
}

} // namespace thetascope
