// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loss.h"
#include "core/run/loss_parts.h"
#include "core/run/moment_pass.h"
#include "core/run/one_pass.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// The one term that looks at the spectrogram if it is of a kind, or null if there are several or it isn't.
template <class Kind>
const Kind* soleTerm(const Objective& objective) {
    const ObjectiveTerm* found = nullptr;
    for (const auto& weighted : objective.terms()) {
        if (!weighted.term->usesSpectrogram()) continue; // smoothness, coverage: the tiling alone
        if (found != nullptr) return nullptr;
        found = weighted.term.get();
    }
    return dynamic_cast<const Kind*>(found);
}

/// Single precision holds neither 1e200 nor 1e-40: the samples are scaled to a peak of 1, which these terms don't see.
double peakOf(const Signal& signal) {
    double peak = 0;
    for (const double sample : signal.samples) peak = std::max(peak, std::abs(sample));
    return peak > 0 && std::isfinite(peak) ? peak : 1;
}

/// Over its peak, whose reciprocal overflows where samples are denormal.
Signal scaled(const Signal& signal, double peak) {
    Signal copy = signal;
    const double factor = 1 / peak;
    for (double& sample : copy.samples) sample = std::isfinite(factor) ? sample * factor : sample / peak;
    return copy;
}

/// How a one-pass loss gets its frames.
enum class Source { tangents, cache, sums, pairs };

template <class Real>
std::unique_ptr<MagnitudeSource<Real>> rowsFrom(Source source, const TransformContext& context, int support) {
    switch (source) {
    case Source::cache: return makeCachedRows<Real>(context, support);
    case Source::sums: return makeDirectRows<Real>(context, support);
    default: return makeTangentRows<Real>(context, support);
    }
}

template <class Real>
std::unique_ptr<SpectrogramPass> makePass(Source source, const TransformContext& context, int support, const Objective& objective) {
    if (source == Source::pairs) return std::make_unique<MomentPass<Real>>(context, support, *soleTerm<MomentTerm>(objective));
    return std::make_unique<OnePass<Real>>(rowsFrom<Real>(source, context, support), *soleTerm<SeparableTerm>(objective), context.pool);
}

class OnePassLoss final : public Loss {
public:
    OnePassLoss(const Signal& signal, const ResolvedSettings& settings, Objective objective, Source source, ThreadPool& pool)
        : m_peak(peakOf(signal)), m_signal(scaled(signal, m_peak)), m_objective(std::move(objective)),
          m_wanted(wantedOf(settings)), m_keepsMagnitudes(source == Source::cache || source == Source::sums),
          m_context{m_signal, makeTaper(settings.window), settings.normalise, pool},
          m_pass(settings.precision == Precision::floatPrecision ? makePass<float>(source, m_context, settings.N, m_objective)
                                                                 : makePass<double>(source, m_context, settings.N, m_objective)) {}

    double gradient(const Tiling& tiling, TilingGradient& gradient) override {
        if (!m_keepsMagnitudes) m_tiling = tiling;
        const auto& terms = m_objective.terms();
        m_terms.resize(terms.size());
        std::swap(m_gradient.tiling, gradient);
        double loss = 0;
        for (const bool ofSpectrogram : {true, false}) // it replaces the gradient, the others add
            for (std::size_t k = 0; k < terms.size(); ++k) {
                const auto& [name, weight, term] = terms[k];
                if (term->usesSpectrogram() != ofSpectrogram) continue;
                const double value = ofSpectrogram ? m_pass->evaluate(tiling, m_wanted, weight, m_gradient.tiling)
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

    FrameArray<float> picture() override { return m_pass->picture(m_tiling) * static_cast<float>(m_peak); }

    EngineReport engine() const override { return m_pass->report(); }

private:
    double m_peak;
    Signal m_signal; ///< scaled to a peak of 1
    Objective m_objective;
    Wanted m_wanted;
    bool m_keepsMagnitudes; ///< where theta varies over bins
    TransformContext m_context;
    std::unique_ptr<SpectrogramPass> m_pass;
    Tiling m_tiling;         ///< of the last evaluation, unless its magnitudes are kept
    RealFrames m_none;       ///< what terms on the tiling alone get for a spectrogram
    TermGradient m_gradient; ///< lent the caller's arrays
};

DescentWay wayOf(const ResolvedSettings& settings, const Objective& objective, const Taper& taper) {
    const bool exact = settings.engine == EngineChoice::exact, perBin = variesInFrequency(settings.thetaMode);
    const bool mayInterpolate = !exact && settings.precision == Precision::floatPrecision && taper.smooth();
    const bool cached = perBin && mayInterpolate && settings.positionMode == PositionMode::fixed;
    if (soleTerm<SeparableTerm>(objective) != nullptr && (perBin || !exact))
        return cached ? DescentWay::onePassCache : perBin ? DescentWay::onePassSums : DescentWay::onePassTangents;
    if (soleTerm<MomentTerm>(objective) != nullptr && !perBin && !exact) return DescentWay::onePassPairs;
    return cached ? DescentWay::twoPassCache : DescentWay::twoPassExact;
}

std::shared_ptr<const Taper> taperOf(const ResolvedSettings& settings) {
    auto taper = makeTaper(settings.window);
    if (taper == nullptr) throw std::invalid_argument("window: there is no " + settings.window);
    return taper;
}

} // namespace

DescentWay descentWay(const ResolvedSettings& settings) {
    const auto objective = parseObjective(settings.objective);
    if (!objective) throw std::invalid_argument("objective: " + objective.error().message);
    return wayOf(settings, *objective, *taperOf(settings));
}

std::unique_ptr<Loss> makeDescentLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool) {
    Objective objective = objectiveOf(*signal, settings, pool);
    const auto taper = taperOf(settings);
    const auto onePass = [&](Source source) {
        return std::make_unique<OnePassLoss>(*signal, settings, std::move(objective), source, pool);
    };
    switch (wayOf(settings, objective, *taper)) {
    case DescentWay::onePassTangents: return onePass(Source::tangents);
    case DescentWay::onePassPairs: return onePass(Source::pairs);
    case DescentWay::onePassCache: return onePass(Source::cache);
    case DescentWay::onePassSums: return onePass(Source::sums);
    case DescentWay::twoPassExact: return makeExactLoss(std::move(signal), settings, pool);
    case DescentWay::twoPassCache: break;
    }
    auto engine = makeDescentEngine(*signal, taper, settings.normalise, settings.precision, pool);
    return std::make_unique<TwoPassLoss>(std::move(signal), std::move(objective), std::move(engine), wantedOf(settings), pool);
}

} // namespace thetascope
