// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loss.h"
#include "core/run/loss_parts.h"
#include "core/run/one_pass.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

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

/// Where the rows of a one-pass loss come from.
enum class Source { tangents, cache, sums };

template <class Real>
class OnePassLoss final : public Loss {
public:
    OnePassLoss(const Signal& signal, const ResolvedSettings& settings, Objective objective, Source source, ThreadPool& pool)
        : m_peak(peakOf(signal)), m_signal(scaled(signal, 1 / m_peak)), m_objective(std::move(objective)),
          m_wanted(wantedOf(settings)), m_perBin(source != Source::tangents), m_context{m_signal, makeTaper(settings.window), settings.normalise, pool},
          m_pass(rows(m_context, settings.N, source), pool) {}

    double gradient(const Tiling& tiling, TilingGradient& gradient) override {
        if (!m_perBin) m_tiling = tiling;
        const auto& terms = m_objective.terms();
        m_terms.resize(terms.size());
        std::swap(m_gradient.tiling, gradient);
        double loss = 0;
        for (const bool ofSpectrogram : {true, false}) // it replaces the gradient, the others add
            for (std::size_t k = 0; k < terms.size(); ++k) {
                const auto& [name, weight, term] = terms[k];
                if (term->usesSpectrogram() != ofSpectrogram) continue;
                const double value = ofSpectrogram ? m_pass.evaluate(tiling, m_wanted, *soleSeparable(m_objective), weight, m_gradient.tiling)
                                                   : term->addGradient({m_none, tiling, m_signal.length(), &m_context.pool}, weight, m_gradient);
                m_terms[k].name = name;
                m_terms[k].value = value;
                m_terms[k].weight = weight;
                loss += weight * value;
            }
        std::swap(m_gradient.tiling, gradient);
        if (!m_wanted.positions) gradient.positions.setZero();
        return loss;
    }

    FrameArray<float> picture() override {
        const FrameArray<float> magnitude =
            m_perBin ? m_pass.magnitude().template cast<float>() : m_pass.collect(m_tiling).template cast<float>();
        return magnitude * static_cast<float>(m_peak);
    }

    EngineReport engine() const override { return m_pass.report(); }

private:
    static std::unique_ptr<MagnitudeSource<Real>> rows(const TransformContext& context, int support, Source source) {
        switch (source) {
        case Source::tangents: return makeTangentRows<Real>(context, support);
        case Source::cache: return makeCachedRows<Real>(context, support);
        case Source::sums: return makeDirectRows<Real>(context, support);
        }
        return nullptr;
    }

    double m_peak;
    Signal m_signal; ///< scaled to a peak of 1
    Objective m_objective;
    Wanted m_wanted;
    bool m_perBin; ///< theta varies over bins: every evaluation keeps its |S|
    TransformContext m_context;
    OnePass<Real> m_pass;
    Tiling m_tiling;         ///< of the last evaluation, unless per bin
    RealFrames m_none;       ///< what terms on the tiling alone get for a spectrogram
    TermGradient m_gradient; ///< lent the caller's arrays
};

std::unique_ptr<Loss> makeOnePassLoss(const Signal& signal, const ResolvedSettings& settings, Objective objective, Source source,
                                      ThreadPool& pool) {
    if (settings.precision == Precision::floatPrecision)
        return std::make_unique<OnePassLoss<float>>(signal, settings, std::move(objective), source, pool);
    return std::make_unique<OnePassLoss<double>>(signal, settings, std::move(objective), source, pool);
}

} // namespace

std::unique_ptr<Loss> makeDescentLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool) {
    Objective objective = objectiveOf(*signal, settings, pool);
    const auto taper = makeTaper(settings.window);
    if (taper == nullptr) throw std::invalid_argument("window: there is no " + settings.window);
    const bool exact = settings.engine == EngineChoice::exact, perBin = variesInFrequency(settings.thetaMode);
    const bool mayInterpolate = !exact && settings.precision == Precision::floatPrecision && taper->smooth();
    const bool cached = perBin && mayInterpolate && settings.positionMode == PositionMode::fixed;
    if (soleSeparable(objective) != nullptr && (perBin || !exact)) {
        const Source source = cached ? Source::cache : perBin ? Source::sums : Source::tangents;
        return makeOnePassLoss(*signal, settings, std::move(objective), source, pool);
    }
    if (!cached) return makeExactLoss(std::move(signal), settings, pool);
    auto engine = makeDescentEngine(*signal, taper, settings.normalise, settings.precision, pool);
    return std::make_unique<TwoPassLoss>(std::move(signal), std::move(objective), std::move(engine), wantedOf(settings));
}

} // namespace thetascope
