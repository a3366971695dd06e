// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/reconstruction_snr.h"

#include "app/workers/compute.h"
#include "core/inverse/inverse.h"
#include "core/run/loss.h"

#include <limits>

namespace thetascope {
namespace {

SpectrumOrigin originOf(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling) {
    return {tiling, makeTaper(settings.window), settings.normalise, signal.length(), settings.precision};
}

std::optional<double> snrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling, const ComplexFrames& spectrum,
                            const SolverLimits& limits, ThreadPool& pool) {
    const SpectrumOrigin origin = originOf(signal, settings, tiling);
    const bool rounded = settings.precision == Precision::floatPrecision;
    const Reconstruction result =
        rounded ? reconstruct(spectrum.cast<std::complex<float>>().cast<std::complex<double>>(), origin, limits, pool)
                : reconstruct(spectrum, origin, limits, pool);
    return signalToErrorDb(signal.samples, result.samples);
}

} // namespace

std::optional<double> reconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling,
                                          const ComplexFrames& spectrum) {
    if (!hasDualWindow(tiling.mode))
        return std::nullopt;
    ThreadPool pool(settings.threads);
    return snrDb(signal, settings, tiling, spectrum, {}, pool);
}

Result<double> measureReconstructionDb(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                       const Tiling& tiling, const std::stop_token& stop) {
    const Error givenUp{ErrorKind::interrupted, "the measurement was given up"};
    ThreadPool pool(windowThreads(settings.threads));
    pool.setCheckpoint([&stop] { return !stop.stop_requested(); });
    try {
        const auto loss = makeExactLoss(signal, settings, pool);
        loss->value(tiling);
        SolverLimits limits;
        limits.stopRequested = [&stop] { return stop.stop_requested(); };
        const auto snr = snrDb(*signal, settings, tiling, loss->takeSpectrum(), limits, pool);
        if (stop.stop_requested()) return givenUp;
        return snr.value_or(std::numeric_limits<double>::quiet_NaN());
    } catch (const Interrupted&) {
        return givenUp;
    }
}

std::optional<double> liveReconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling) {
    ThreadPool oneThread(1); // cheap enough, and a descent wants the others
    return expectedSnrDb(signal.samples, originOf(signal, settings, tiling), oneThread);
}

} // namespace thetascope
