// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/descent.h"
#include "core/run/loss.h"
#include "core/run/scores.h"

#include <chrono>

namespace thetascope {

Evaluation evaluate(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays, bool gradients) {
    const auto begin = std::chrono::steady_clock::now();
    Evaluation result;
    result.settings = resolveWith(settings, arrays, signal->length(), signal->sampleRate);
    const Tiling tiling = startingTiling(result.settings, arrays);

    ThreadPool pool(settings.threads);
    ResolvedSettings withPositions = result.settings; // every gradient, whatever a descent would move
    withPositions.positionMode = PositionMode::frames;
    const auto loss = makeExactLoss(signal, withPositions, pool);
    const double objective = gradients ? loss->gradient(tiling, result.gradient) : loss->value(tiling);
    if (gradients) result.gradientHop = hopGradient(result.gradient);

    result.scores = scoresOf(*loss, objective, tiling, result.settings, signal->length());
    result.spectrogram = makeSpectrogram(loss->picture(), tiling, *signal);
    result.spectrum = std::make_shared<const ComplexFrames>(loss->takeSpectrum());
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

std::shared_ptr<const Spectrogram> transformAt(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                               const Tiling& tiling) {
    ThreadPool pool(settings.threads);
    const auto loss = makeExactLoss(signal, settings, pool);
    loss->value(tiling);
    return makeSpectrogram(loss->picture(), tiling, *signal);
}

} // namespace thetascope
