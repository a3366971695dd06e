// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/seen_spectrogram.h"

#include <cmath>

namespace thetascope {

std::shared_ptr<const Spectrogram> seenSpectrogram(const TrainSettings& settings, const std::vector<float>& clip, double sampleRate,
                                                   double theta) {
    SpectrogramSpec spec = settings.spectrogram();
    spec.feature = SpectrogramFeature::magnitude;
    SpectrogramLayer<float> layer(spec, settings.positions(), theta, 1);
    std::vector<float> features(static_cast<std::size_t>(layer.frames() * layer.bins()));
    layer.forwardClip(clip.data(), 0, features.data(), nullptr);

    auto spectrogram = std::make_shared<Spectrogram>();
    const int points = settings.support / settings.binStride;
    spectrogram->tiling.support = points;
    spectrogram->tiling.theta = RealFrames::Constant(1, 1, theta);
    spectrogram->tiling.positions = settings.positions() + 0.5 * (settings.support - points); // the same centres
    spectrogram->sampleRate = sampleRate;
    spectrogram->magnitude = FrameArray<float>::Constant(layer.frames(), layer.bins() + 1, static_cast<float>(std::sqrt(spec.floor)));
    spectrogram->magnitude.leftCols(layer.bins()) =
        Eigen::Map<const FrameArray<float>>(features.data(), layer.frames(), layer.bins());
    return spectrogram;
}

} // namespace thetascope
