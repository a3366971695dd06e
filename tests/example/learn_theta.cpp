// SPDX-License-Identifier: GPL-3.0-or-later
// The transform as a layer of somebody else's program: learns the window length at which two tones, close in frequency, stand out of
// noise, by gradient ascent on the features at their bins. Exits with 0 if theta grew and the gradient of the signal is right.
#include "core/learn/spectrogram_layer.h"

#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

namespace {

constexpr int batch = 4, samples = 2048, support = 256, frames = 32, hop = 64;

/// [batch, samples]: two tones 3 bins apart, each clip at a phase of its own.
std::vector<float> makeClips() {
    std::vector<float> clips;
    for (int b = 0; b < batch; ++b)
        for (int n = 0; n < samples; ++n)
            clips.push_back(static_cast<float>(std::sin(2 * std::numbers::pi * 40.0 / support * n + b)
                                               + std::sin(2 * std::numbers::pi * 43.0 / support * n)));
    return clips;
}

} // namespace

int main() {
    thetascope::SpectrogramSpec spec;
    spec.samples = samples;
    spec.support = support;
    spec.binStride = 1;
    thetascope::ThreadPool pool(2);
    thetascope::SpectrogramLayer<float> layer(spec, thetascope::evenPositions(frames, hop, hop / 2, support), 30, pool.threads());
    const std::vector<float> clips = makeClips();
    std::vector<float> features(static_cast<std::size_t>(batch * frames * layer.bins())), cotangent(features.size());
    for (int cell = 0; cell < batch * frames; ++cell) { // L = mean of the features at both bins
        cotangent[static_cast<std::size_t>(cell * layer.bins() + 40)] = 1.0F / (batch * frames);
        cotangent[static_cast<std::size_t>(cell * layer.bins() + 43)] = 1.0F / (batch * frames);
    }
    std::vector<float> dClips(clips.size());
    thetascope::SpectrogramGradient gradient;
    for (int step = 0; step < 30; ++step) {
        layer.forward(pool, batch, clips.data(), features.data(), nullptr);
        gradient = layer.backward(pool, batch, clips.data(), cotangent.data(), dClips.data());
        layer.setTheta(std::fmin(support - 1, layer.theta() * std::exp(0.3 * gradient.theta * layer.theta())));
    }
    // Louder clips have features larger by the logarithm: sum x dL/dx = d L(a x)/da at a = 1 = 2 for two cells per frame.
    double product = 0;
    gradient = layer.backward(pool, batch, clips.data(), cotangent.data(), dClips.data());
    for (std::size_t i = 0; i < clips.size(); ++i) product += static_cast<double>(clips[i]) * static_cast<double>(dClips[i]);
    std::printf("theta 30 -> %.1f samples, sum x dL/dx = %.3f, %d positions' gradients\n", layer.theta(), product,
                static_cast<int>(gradient.positions.size()));
    return layer.theta() > 100 && std::abs(product - 2) < 0.02 ? 0 : 1;
}
