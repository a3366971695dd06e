// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/demo_signals.h"
#include "core/model/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace thetascope {
namespace {

constexpr double sampleRate = 16000;
constexpr double duration = 3;
constexpr int length = static_cast<int>(sampleRate * duration);

double sine(double cycles) { return std::sin(2 * std::numbers::pi * cycles); }

/// Rises and falls over 20 ms at both ends, so that the scene doesn't begin with a click of its own.
double fade(int n) {
    constexpr double fadeSamples = 0.02 * sampleRate;
    const double edge = std::min({1.0, n / fadeSamples, (length - 1 - n) / fadeSamples});
    return 0.5 - 0.5 * std::cos(std::numbers::pi * edge);
}

/// The scene that makes(n) describes at every sample, in Gaussian noise.
template <class Formula>
std::vector<double> scene(Random& random, double noise, const Formula& formula) {
    std::vector<double> samples(length);
    for (int n = 0; n < length; ++n)
        samples[n] = fade(n) * formula(n, n / sampleRate) + noise * random.gaussian();
    return samples;
}

/// Cycles of a chirp from one frequency (Hz) to another that takes the whole scene, at a time (s).
double linearChirp(double fromHz, double toHz, double seconds) {
    return seconds * (fromHz + 0.5 * (toHz - fromHz) * seconds / duration);
}

/// The same, rising by equal ratios in equal times.
double exponentialChirp(double fromHz, double toHz, double seconds) {
    const double rate = std::log(toHz / fromHz) / duration;
    return fromHz * std::expm1(rate * seconds) / rate;
}

} // namespace

std::vector<double> chirpAndClicks(std::uint64_t seed) {
    constexpr double noise = 0.003;
    constexpr std::array clickSeconds{0.35, 0.80, 0.83, 1.30, 1.75, 1.79, 1.83, 2.30, 2.65};
    constexpr double clickHeight = 0.9;
    constexpr std::array clickShape{1.0, -0.7, 0.4, -0.2}; // a quarter of a millisecond, mostly high frequencies
    Random random(seed);
    std::vector<double> samples = scene(random, noise, [](int, double t) {
        const double partials = 0.25 * sine(700 * t) + 0.25 * sine(760 * t) + 0.12 * sine(1900 * t);
        return partials + 0.35 * sine(exponentialChirp(1100, 6500, t));
    });
    for (const double seconds : clickSeconds) {
        const auto start = static_cast<std::size_t>(std::lround(seconds * sampleRate));
        for (std::size_t k = 0; k < clickShape.size(); ++k)
            samples[start + k] += clickHeight * clickShape[k];
    }
    return samples;
}

std::vector<double> vibratoAndHits(std::uint64_t seed) {
    constexpr double noise = 0.002, pitchHz = 440, vibratoHz = 5.5, depth = 0.03;
    constexpr int harmonics = 6;
    constexpr std::array hitSeconds{0.25, 0.75, 1.25, 1.50, 2.00, 2.50};
    constexpr double hitHeight = 0.4, hitDecaySeconds = 0.004, hitSeconds99 = 0.02;
    Random random(seed);
    std::vector<double> samples = scene(random, noise, [](int, double t) {
        const double cycles = pitchHz * (t - depth * std::cos(2 * std::numbers::pi * vibratoHz * t)
                                                 / (2 * std::numbers::pi * vibratoHz));
        double sum = 0;
        for (int k = 1; k <= harmonics; ++k)
            sum += 0.5 / k * sine(k * cycles);
        return sum;
    });
    for (const double seconds : hitSeconds) {
        const auto start = static_cast<std::size_t>(std::lround(seconds * sampleRate));
        for (int k = 0; k < static_cast<int>(hitSeconds99 * sampleRate); ++k)
            samples[start + k] += hitHeight * random.gaussian() * std::exp(-k / (hitDecaySeconds * sampleRate));
    }
    return samples;
}

std::vector<double> crossingChirps(std::uint64_t seed) {
    constexpr double noise = 0.005;
    Random random(seed);
    return scene(random, noise, [](int, double t) {
        return 0.4 * sine(linearChirp(500, 6500, t)) + 0.4 * sine(linearChirp(6000, 1000, t)) + 0.2 * sine(3500 * t);
    });
}

} // namespace thetascope
