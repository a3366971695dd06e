// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loss.h"

#include "core/run/loss_parts.h"

#include <cmath>

namespace thetascope {

namespace {

void takeMagnitude(const ComplexFrames& spectrum, RealFrames& magnitude) {
    magnitude.resize(spectrum.rows(), spectrum.cols());
    for (Eigen::Index c = 0; c < spectrum.size(); ++c) magnitude.data()[c] = std::sqrt(std::norm(spectrum.data()[c]));
}

/// G = (dL/d|S|) S/|S|, 0 where S = 0.
void toCotangent(const RealFrames& magnitude, const RealFrames& slope, const ComplexFrames& spectrum, ComplexFrames& cotangent) {
    cotangent.resize(spectrum.rows(), spectrum.cols());
    for (Eigen::Index c = 0; c < spectrum.size(); ++c) {
        const double m = magnitude.data()[c];
        cotangent.data()[c] = m > 0 ? slope.data()[c] / m * spectrum.data()[c] : 0.0;
    }
}

} // namespace

void TwoPassLoss::transform(const Tiling& tiling, Wanted wanted) {
    m_engine->forward(tiling, wanted, m_spectrum);
    takeMagnitude(m_spectrum, m_magnitude);
}

double TwoPassLoss::value(const Tiling& tiling) {
    transform(tiling, {false, false});
    return m_objective.value({m_magnitude, tiling, m_signal->length()}, m_terms);
}

double TwoPassLoss::gradient(const Tiling& tiling, TilingGradient& gradient) {
    transform(tiling, m_wanted);
    const double loss = m_objective.gradient({m_magnitude, tiling, m_signal->length()}, m_terms, m_termGradient);
    toCotangent(m_magnitude, m_termGradient.magnitude, m_spectrum, m_cotangent);
    m_engine->backward(m_cotangent, gradient);
    gradient.theta += m_termGradient.tiling.theta;
    gradient.positions += m_termGradient.tiling.positions;
    return loss;
}

std::unique_ptr<TwoPassLoss> makeExactLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings,
                                           ThreadPool& pool) {
    auto engine = makeExactEngine(*signal, makeTaper(settings.window), settings.normalise, settings.precision, pool);
    return std::make_unique<TwoPassLoss>(std::move(signal), objectiveOf(settings), std::move(engine), wantedOf(settings));
}

} // namespace thetascope
