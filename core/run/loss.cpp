// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loss.h"

#include <cmath>
#include <stdexcept>

namespace thetascope {

namespace {

Objective objectiveOf(const Settings& settings) {
    auto objective = parseObjective(settings.objective);
    if (!objective) throw std::invalid_argument("Loss: " + objective.error().message);
    return std::move(objective).value();
}

void takeMagnitude(const ComplexFrames& spectrum, RealFrames& magnitude) {
    magnitude.resize(spectrum.rows(), spectrum.cols());
    for (Eigen::Index c = 0; c < spectrum.size(); ++c) magnitude.data()[c] = std::sqrt(std::norm(spectrum.data()[c]));
}

/// G = (dL/d|S|) S/|S|, 0 where S = 0; in place of S's copy.
void toCotangent(const RealFrames& magnitude, const RealFrames& slope, const ComplexFrames& spectrum, ComplexFrames& cotangent) {
    cotangent.resize(spectrum.rows(), spectrum.cols());
    for (Eigen::Index c = 0; c < spectrum.size(); ++c) {
        const double m = magnitude.data()[c];
        cotangent.data()[c] = m > 0 ? slope.data()[c] / m * spectrum.data()[c] : 0.0;
    }
}

} // namespace

Loss::Loss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool, Accuracy accuracy)
    : m_signal(std::move(signal)), m_wanted{true, settings.positionMode != PositionMode::fixed},
      m_objective(objectiveOf(settings)),
      m_engine((accuracy == Accuracy::exact ? makeExactEngine : makeDescentEngine)(*m_signal, makeTaper(settings.window), settings.normalise, settings.precision, pool)) {}

void Loss::transform(const Tiling& tiling, Wanted wanted) {
    m_engine->forward(tiling, wanted, m_spectrum);
    takeMagnitude(m_spectrum, m_magnitude);
}

double Loss::value(const Tiling& tiling) {
    transform(tiling, {false, false});
    return m_objective.value({m_magnitude, tiling, m_signal->length()}, m_terms);
}

double Loss::gradient(const Tiling& tiling, TilingGradient& gradient) {
    transform(tiling, m_wanted);
    const double loss = m_objective.gradient({m_magnitude, tiling, m_signal->length()}, m_terms, m_termGradient);
    toCotangent(m_magnitude, m_termGradient.magnitude, m_spectrum, m_cotangent);
    m_engine->backward(m_cotangent, gradient);
    gradient.theta += m_termGradient.tiling.theta;
    gradient.positions += m_termGradient.tiling.positions;
    return loss;
}

} // namespace thetascope
