// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loss.h"
#include "core/run/loss_parts.h"
#include "core/run/one_pass.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Measured plans are 13 to 56 % faster, but their last bits differ from process to process: the same settings must give the
/// same numbers in the window and on the command line, today and tomorrow.
constexpr bool measuredPlans = false;

/// The one separable term that looks at the spectrogram, or null if there are several or it doesn't separate.
const SeparableTerm* soleSeparable(const Objective& objective) {
    const SeparableTerm* found = nullptr;
    for (const auto& weighted : objective.terms()) {
        if (!weighted.term->usesSpectrogram()) continue; // smoothness, coverage: the tiling alone
        if (found != nullptr) return nullptr;
        found = dynamic_cast<const SeparableTerm*>(weighted.term.get());
        if (found == nullptr) return nullptr;
    }
    return found;
}

/// Single precision holds neither 1e200 nor 1e-40: the samples are scaled to a peak of 1, which separable terms don't see.
double peakOf(const Signal& signal) {
    double peak = 0;
    for (const double sample : signal.samples) peak = std::max(peak, std::abs(sample));
    return peak > 0 && std::isfinite(peak) ? peak : 1;
}

Signal scaled(const Signal& signal, double factor) {
    Signal copy = signal;
    for (double& sample : copy.samples) sample *= factor;
    return copy;
}

template <class Real>
class OnePassLoss final : public Loss {
public:
    OnePassLoss(const Signal& signal, const ResolvedSettings& settings, Objective objective, bool cached, ThreadPool& pool)
        : m_peak(peakOf(signal)), m_signal(scaled(signal, 1 / m_peak)), m_objective(std::move(objective)),
          m_wanted(wantedOf(settings)), m_context{m_signal, makeTaper(settings.window), settings.normalise, pool},
          m_pass(cached ? makeCachedRows<Real>(m_context, settings.N)
                        : makeTangentRows<Real>(m_context, settings.N, measuredPlans),
                 pool) {}

    double gradient(const Tiling& tiling, TilingGradient& gradient) override {
        gradient.setZero(tiling);
        m_tilingTerms.tiling.setZero(tiling);
        m_terms.clear();
        double loss = 0;
        for (const auto& [name, weight, term] : m_objective.terms()) {
            const double value = term->usesSpectrogram() ? m_pass.evaluate(tiling, m_wanted, *soleSeparable(m_objective), weight, gradient)
                                                         : term->addGradient({m_none, tiling, m_signal.length()}, weight, m_tilingTerms);
            m_terms.push_back({name, value, weight});
            loss += weight * value;
        }
        gradient.theta += m_tilingTerms.tiling.theta;
        if (m_wanted.positions) gradient.positions += m_tilingTerms.tiling.positions;
        return loss;
    }

    FrameArray<float> picture() const override { return m_pass.magnitude().template cast<float>() * static_cast<float>(m_peak); }

private:
    double m_peak;
    Signal m_signal; ///< scaled to a peak of 1
    Objective m_objective;
    Wanted m_wanted;
    TransformContext m_context;
    OnePass<Real> m_pass;
    RealFrames m_none;          ///< what terms on the tiling alone get for a spectrogram
    TermGradient m_tilingTerms; ///< their gradients
};

} // namespace

std::unique_ptr<Loss> makeDescentLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool) {
    Objective objective = objectiveOf(settings);
    const auto taper = makeTaper(settings.window);
    if (taper == nullptr) throw std::invalid_argument("window: there is no " + settings.window);
    const bool single = settings.precision == Precision::floatPrecision, perBin = variesInFrequency(settings.thetaMode);
    const bool cached = perBin && single && taper->smooth() && settings.positionMode == PositionMode::fixed;
    if (soleSeparable(objective) != nullptr && (!perBin || cached)) {
        if (single) return std::make_unique<OnePassLoss<float>>(*signal, settings, std::move(objective), cached, pool);
        return std::make_unique<OnePassLoss<double>>(*signal, settings, std::move(objective), cached, pool);
    }
    if (!cached) return makeExactLoss(std::move(signal), settings, pool);
    auto engine = makeDescentEngine(*signal, taper, settings.normalise, settings.precision, pool);
    return std::make_unique<TwoPassLoss>(std::move(signal), std::move(objective), std::move(engine), wantedOf(settings));
}

} // namespace thetascope
