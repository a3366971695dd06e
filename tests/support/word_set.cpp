// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/word_set.h"

#include "core/model/random.h"

#include <cmath>
#include <numbers>

namespace thetascope::testing {
namespace {

constexpr int length = 1600;
constexpr double noise = 0.05, sampleRate = 8000;

void addClick(std::vector<float>& samples, double where) {
    const auto at = static_cast<std::size_t>(where);
    samples[at] += 2.0F;
    samples[at + 1] -= 1.5F;
}

void addTone(std::vector<float>& samples, double frequency, double phase) {
    for (std::size_t n = 0; n < samples.size(); ++n)
        samples[n] += static_cast<float>(0.4 * std::sin(2 * std::numbers::pi * frequency * static_cast<double>(n) + phase));
}

std::vector<float> makeWord(int label, Random& random) {
    std::vector<float> samples(length);
    for (float& sample : samples) sample = static_cast<float>(noise * random.gaussian());
    const double place = 200 + 900 * random.uniform(), frequency = 0.1 + 0.25 * random.uniform();
    switch (label) {
    case 0:
    case 1:
        addClick(samples, place);
        addClick(samples, place + (label == 0 ? 45 : 110) + 10 * random.uniform());
        break;
    case 2:
    default:
        addTone(samples, frequency, 6 * random.uniform());
        if (label != 2) addTone(samples, frequency + 0.03, 6 * random.uniform());
    }
    return samples;
}

} // namespace

LabelledSet makeWordSet(int perLabel, std::uint64_t seed) {
    constexpr int labels = 4;
    LabelledSet set{{"near", "far", "tone", "chord"}, sampleRate, {}};
    Random random(seed);
    for (int label = 0; label < labels; ++label)
        for (int index = 0; index < perLabel; ++index)
            set.examples.push_back({set.labels[static_cast<std::size_t>(label)] + "_" + std::to_string(index) + ".wav", label, index,
                                    makeWord(label, random)});
    return set;
}

TrainSettings wordSettings() {
    TrainSettings settings;
    settings.clip = length;
    settings.support = 256;
    settings.hop = 16;
    settings.binStride = 8;
    settings.pool = 100; // one block: where in the clip doesn't matter
    settings.batch = 16;
    settings.epochs = 20;
    settings.theta = 100;
    settings.threads = 1;
    return settings;
}

} // namespace thetascope::testing
