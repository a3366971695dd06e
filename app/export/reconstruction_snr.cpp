// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/reconstruction_snr.h"

#include "core/inverse/inverse.h"

namespace thetascope {
namespace {

SpectrumOrigin originOf(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling) {
    return {tiling, makeTaper(settings.window), settings.normalise, signal.length(), settings.precision};
}

} // namespace

std::optional<double> reconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling,
                                          const ComplexFrames& spectrum) {
    if (!hasDualWindow(tiling.mode))
        return std::nullopt;
    ThreadPool pool(settings.threads);
    const SpectrumOrigin origin = originOf(signal, settings, tiling);
    const bool rounded = settings.precision == Precision::floatPrecision;
    const Reconstruction result =
        rounded ? reconstruct(spectrum.cast<std::complex<float>>().cast<std::complex<double>>(), origin, {}, pool)
                : reconstruct(spectrum, origin, {}, pool);
    return signalToErrorDb(signal.samples, result.samples);
}

std::optional<double> liveReconstructionSnrDb(const Signal& signal, const ResolvedSettings& settings, const Tiling& tiling) {
    ThreadPool oneThread(1); // cheap enough, and a descent wants the others
    return expectedSnrDb(signal.samples, originOf(signal, settings, tiling), oneThread);
}

} // namespace thetascope
