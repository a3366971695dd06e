// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/band_pass.h"

#include "core/fft/fft.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace thetascope {
namespace {

constexpr double windowSeconds = 0.046, fadeSeconds = 0.005;
constexpr unsigned shortestWindow = 64;
/// Hops in a window: the squares of a square-root Hann window at so many hops add up to half that number everywhere.
constexpr int hopsPerWindow = 4;
constexpr float overlapSum = hopsPerWindow / 2.0F;

std::vector<float> rootHann(int length) {
    std::vector<float> window(static_cast<std::size_t>(length));
    for (int m = 0; m < length; ++m)
        window[static_cast<std::size_t>(m)] = static_cast<float>(std::sin(std::numbers::pi * (m + 0.5) / length));
    return window;
}

/// What is left of each bin: nothing outside the band, half at its edges, all within; one bin wide slopes. A band that begins
/// at 0 or ends at half the sample rate has no edge there.
std::vector<float> bandGains(int bins, double hertzPerBin, double lowHz, double highHz) {
    std::vector<float> gains(static_cast<std::size_t>(bins));
    const double low = lowHz > 0 ? lowHz / hertzPerBin : -1, high = highHz < (bins - 1) * hertzPerBin ? highHz / hertzPerBin : bins;
    for (int f = 0; f < bins; ++f) {
        const double inside = std::min(f - low, high - f) + 0.5;
        gains[static_cast<std::size_t>(f)] = static_cast<float>(std::clamp(inside, 0.0, 1.0));
    }
    return gains;
}

void fadeEnds(std::vector<float>& samples, double sampleRate) {
    const auto length = std::min(static_cast<std::size_t>(fadeSeconds * sampleRate), samples.size() / 2);
    for (std::size_t i = 0; i < length; ++i) {
        const auto gain = static_cast<float>(static_cast<double>(i) / static_cast<double>(length));
        samples[i] *= gain;
        samples[samples.size() - 1 - i] *= gain;
    }
}

} // namespace

std::vector<float> bandPass(std::span<const float> samples, double sampleRate, double lowHz, double highHz,
                            const std::stop_token& stop) {
    const unsigned wanted = std::max(shortestWindow, static_cast<unsigned>(windowSeconds * sampleRate));
    const int length = static_cast<int>(std::bit_floor(wanted)), hop = length / hopsPerWindow;
    const std::vector<float> window = rootHann(length);
    RealFft<float> fft(length);
    const std::vector<float> gains = bandGains(fft.bins(), sampleRate / length, lowHz, highHz);
    std::vector<float> result(samples.size());
    const auto end = static_cast<std::ptrdiff_t>(samples.size());
    for (std::ptrdiff_t first = hop - length; first < end; first += hop) {
        if (stop.stop_requested()) return {};
        const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, -first), to = std::min<std::ptrdiff_t>(length, end - first);
        std::fill_n(fft.samples(), length, 0.0F);
        for (std::ptrdiff_t m = from; m < to; ++m)
            fft.samples()[m] = samples[static_cast<std::size_t>(first + m)] * window[static_cast<std::size_t>(m)];
        fft.forward();
        for (int f = 0; f < fft.bins(); ++f) fft.spectrum()[f] *= gains[static_cast<std::size_t>(f)];
        fft.backward();
        const float scale = 1 / (overlapSum * static_cast<float>(length));
        for (std::ptrdiff_t m = from; m < to; ++m)
            result[static_cast<std::size_t>(first + m)] += fft.samples()[m] * window[static_cast<std::size_t>(m)] * scale;
    }
    fadeEnds(result, sampleRate);
    return result;
}

} // namespace thetascope
