// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/truth_scenes.h"

#include "core/model/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

namespace thetascope {
namespace {

constexpr double sampleRate = 8000, duration = 1.5;
constexpr int length = static_cast<int>(sampleRate * duration);
constexpr double silent = std::numeric_limits<double>::quiet_NaN();

/// A component below this share of its peak (-26 dB) is not counted as being there.
constexpr double audible = 0.05;

constexpr double twoPi = 2 * std::numbers::pi;

/// A sound in the making.
struct Scene {
    std::vector<double> samples = std::vector<double>(length, 0.0);
    Truth truth;

    /// Adds amplitude(t) sin(phase), phase the integral of 2 pi hz(t), and its ridge where it is audible; t in seconds.
    void addComponent(const std::function<double(double t)>& hz, const std::function<double(double t)>& amplitude) {
        Ridge ridge{std::vector<double>(length, silent)};
        std::vector<double> amplitudes(length);
        double cycles = 0;
        for (int n = 0; n < length; ++n) {
            const double t = n / sampleRate;
            amplitudes[n] = fade(n) * amplitude(t);
            samples[n] += amplitudes[n] * std::sin(twoPi * cycles);
            cycles += hz(t) / sampleRate;
        }
        const double floor = audible * *std::max_element(amplitudes.begin(), amplitudes.end());
        for (int n = 0; n < length; ++n)
            if (amplitudes[n] > floor)
                ridge.hz[n] = hz(n / sampleRate);
        truth.ridges.push_back(std::move(ridge));
    }

    /// A click: a few samples about an instant, in seconds.
    template <std::size_t count>
    void addClick(double seconds, const std::array<double, count>& shape) {
        const int first = static_cast<int>(std::lround(seconds * sampleRate));
        for (std::size_t k = 0; k < count; ++k)
            samples[static_cast<std::size_t>(first) + k] += shape[k];
        truth.clicks.push_back(first + 0.5 * (count - 1));
    }

private:
    /// Rises and falls over 20 ms, so that the ends are no clicks.
    static double fade(int n) {
        constexpr double fadeSamples = 0.02 * sampleRate;
        const double edge = std::min({1.0, n / fadeSamples, (length - 1 - n) / fadeSamples});
        return 0.5 - 0.5 * std::cos(std::numbers::pi * edge);
    }
};

std::function<double(double)> constant(double value) {
    return [value](double) { return value; };
}

/// A slow chirp rises, a fast one falls through it.
Scene crossingChirps() {
    Scene scene;
    scene.addComponent([](double t) { return 1200 + 400 * t; }, constant(0.5));
    scene.addComponent([](double t) { return 3400 - 2000 * t; }, constant(0.5));
    return scene;
}

/// Two partials 24 Hz apart and one that is swept slowly.
Scene closeTones() {
    Scene scene;
    scene.addComponent(constant(1000), constant(0.5));
    scene.addComponent(constant(1024), constant(0.5));
    scene.addComponent([](double t) { return 2600 + 200 * t; }, constant(0.3));
    return scene;
}

Scene toneAndClicks() {
    constexpr std::array shape{2.0, -2.8, 2.0};
    Scene scene;
    scene.addComponent(constant(800), constant(0.3));
    for (const double seconds : {0.2, 0.45, 0.7, 0.95, 1.2, 1.3})
        scene.addClick(seconds, shape);
    return scene;
}

/// Six harmonics whose pitch swings by 3 %, struck by 1 ms of noise (a fixed one: the sound doesn't depend on the seed).
Scene vibratoAndHits() {
    constexpr double pitchHz = 330, vibratoHz = 5.5, depth = 0.03, hitHeight = 1.2;
    constexpr int harmonics = 6, hitSamples = 8;
    Scene scene;
    for (int k = 1; k <= harmonics; ++k)
        scene.addComponent([k](double t) { return k * pitchHz * (1 + depth * std::sin(twoPi * vibratoHz * t)); },
                           constant(0.3 / k));
    Random random(1);
    for (const double seconds : {0.25, 0.5, 0.75, 1.0, 1.25}) {
        std::array<double, hitSamples> hit{};
        for (double& sample : hit)
            sample = hitHeight * random.gaussian();
        scene.addClick(seconds, hit);
    }
    return scene;
}

/// A tone that is struck eight times a second and dies away, and one whose frequency swings.
Scene amAndFm() {
    constexpr double strikesPerSecond = 8, riseSeconds = 0.004, decaySeconds = 0.02;
    constexpr double centreHz = 2600, swingHz = 350, fmHz = 3;
    Scene scene;
    scene.addComponent(constant(900), [](double t) {
        const double since = std::fmod(t, 1 / strikesPerSecond);
        return 0.6 * std::min(1.0, since / riseSeconds) * std::exp(-since / decaySeconds);
    });
    scene.addComponent([](double t) { return centreHz + swingHz * std::sin(twoPi * fmHz * t); }, constant(0.25));
    return scene;
}

struct Entry {
    TruthSceneDescription description;
    Scene (*make)();
};

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all{
        {{"crossing-chirps", "A slow rising chirp and a fast falling one that cross"}, crossingChirps},
        {{"close-tones", "Two tones 24 Hz apart and a slow sweep"}, closeTones},
        {{"tone-clicks", "A steady tone with clicks"}, toneAndClicks},
        {{"vibrato-hits", "Six harmonics with vibrato, struck by short bursts of noise"}, vibratoAndHits},
        {{"am-fm", "A tone struck eight times a second, and one whose frequency swings"}, amAndFm},
    };
    return all;
}

void addNoise(std::vector<double>& samples, double snrDb, std::uint64_t seed) {
    double power = 0;
    for (const double sample : samples)
        power += sample * sample / length;
    const double sigma = std::sqrt(power * std::pow(10.0, -snrDb / 10));
    Random random(seed);
    for (double& sample : samples)
        sample += sigma * random.gaussian();
}

} // namespace

const std::vector<TruthSceneDescription>& truthScenes() {
    static const std::vector<TruthSceneDescription> descriptions = [] {
        std::vector<TruthSceneDescription> list;
        for (const Entry& entry : entries())
            list.push_back(entry.description);
        return list;
    }();
    return descriptions;
}

std::optional<TruthScene> makeTruthScene(const std::string& name, std::optional<double> snrDb, std::uint64_t seed) {
    const auto found = std::find_if(entries().begin(), entries().end(), [&](const Entry& e) { return e.description.name == name; });
    if (found == entries().end())
        return std::nullopt;
    Scene scene = found->make();
    if (snrDb)
        addNoise(scene.samples, *snrDb, seed);
    auto signal = std::make_shared<Signal>();
    signal->samples = std::move(scene.samples);
    signal->sampleRate = sampleRate;
    return TruthScene{std::move(signal), std::move(scene.truth)};
}

} // namespace thetascope
