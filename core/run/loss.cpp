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

TermContext termContext(const Signal& signal, const ResolvedSettings& settings, ThreadPool& pool) {
    return {[&signal, settings, &pool] {
        ResolvedSettings constant = settings;
        constant.thetaMode = ThetaMode::shared;
        ComplexFrames spectrum;
        RealFrames magnitude;
        makeExactEngine(signal, makeTaper(settings.window), settings.normalise, settings.precision, pool)
            ->forward(initialTiling(constant), {false, false}, spectrum);
        takeMagnitude(spectrum, magnitude);
        return magnitude;
    }};
}

void TwoPassLoss::transform(const Tiling& tiling, Wanted wanted) {
    m_engine->forward(tiling, wanted, m_spectrum);
    takeMagnitude(m_spectrum, m_magnitude);
}

double TwoPassLoss::value(const Tiling& tiling) {
    transform(tiling, {false, false});
    return m_objective.value({m_magnitude, tiling, m_signal->length(), &m_pool}, m_terms);
}

double TwoPassLoss::gradient(const Tiling& tiling, TilingGradient& gradient) {
    transform(tiling, m_wanted);
    const double loss = m_objective.gradient({m_magnitude, tiling, m_signal->length(), &m_pool}, m_terms, m_termGradient);
    gradient.setZero(tiling);
    pullBack(true, gradient);
    return loss;
}

/// The gradients that the terms have left in m_termGradient, as one of the tiling's (zero on entry).
void TwoPassLoss::pullBack(bool viaSpectrogram, TilingGradient& gradient) {
    if (viaSpectrogram) {
        toCotangent(m_magnitude, m_termGradient.magnitude, m_spectrum, m_cotangent);
        m_engine->backward(m_cotangent, gradient);
    }
    gradient.theta += m_termGradient.tiling.theta;
    gradient.positions += m_termGradient.tiling.positions;
}

double TwoPassLoss::gradients(const Tiling& tiling, std::vector<TilingGradient>& gradients) {
    transform(tiling, m_wanted);
    const TermInput input{m_magnitude, tiling, m_signal->length(), &m_pool};
    gradients.resize(m_objective.terms().size());
    m_terms.clear();
    double loss = 0;
    for (std::size_t k = 0; k < gradients.size(); ++k) {
        const auto& [name, weight, term] = m_objective.terms()[k];
        m_termGradient.magnitude.setZero(m_magnitude.rows(), m_magnitude.cols());
        m_termGradient.tiling.setZero(tiling);
        m_terms.push_back({name, term->addGradient(input, weight, m_termGradient), weight});
        loss += weight * m_terms.back().value;
        gradients[k].setZero(tiling);
        pullBack(term->usesSpectrogram(), gradients[k]);
    }
    return loss;
}

std::unique_ptr<TwoPassLoss> makeExactLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings,
                                           ThreadPool& pool) {
    Objective objective = objectiveOf(*signal, settings, pool);
    auto engine = makeExactEngine(*signal, makeTaper(settings.window), settings.normalise, settings.precision, pool);
    return std::make_unique<TwoPassLoss>(std::move(signal), std::move(objective), std::move(engine), wantedOf(settings), pool);
}

std::unique_ptr<TwoPassLoss> makeTermwiseLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings,
                                              ThreadPool& pool) {
    Objective objective = objectiveOf(*signal, settings, pool);
    auto engine = makeDescentEngine(*signal, makeTaper(settings.window), settings.normalise, settings.precision, pool);
    return std::make_unique<TwoPassLoss>(std::move(signal), std::move(objective), std::move(engine), wantedOf(settings), pool);
}

} // namespace thetascope
