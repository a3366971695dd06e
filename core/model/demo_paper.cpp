// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/demo_signals.h"
#include "core/model/random.h"

#include <array>
#include <cmath>
#include <numbers>

namespace thetascope {
namespace {

double sine(double cycles) { return std::sin(2 * std::numbers::pi * cycles); }

/// f2 of C.1.1, cycles per sample.
double glide(int n) {
    if (n <= 5000)
        return 0.05;
    return n <= 7000 ? 0.05 + 0.00015 * (n - 5000) : 0.35;
}

/// One shock of C.1.2: when it starts (where the carrier changes too, but for the first) and the carrier from there, Hz.
struct Shock {
    int start;
    double carrierHz;
};
constexpr std::array<Shock, 4> shockTable{{{138, 250}, {768, 200}, {1259, 100}, {1647, 300}}};

/// The carrier at a sample; before the first start it is the first one's.
double carrierHz(int n) {
    double hertz = shockTable.front().carrierHz;
    for (const Shock& shock : shockTable)
        if (n >= shock.start)
            hertz = shock.carrierHz;
    return hertz;
}

} // namespace

std::vector<double> threeComponents(double noise, std::uint64_t seed) {
    constexpr int first = 4001, last = 10000, burstFirst = 5667, burstLast = 6000;
    Random random(seed);
    std::vector<double> samples;
    samples.reserve(last - first + 1);
    double glideCycles = 0, burstCycles = 0;
    for (int n = 1; n <= last; ++n) {
        const bool burst = n >= burstFirst && n <= burstLast;
        glideCycles += glide(n);
        if (burst)
            burstCycles += glide(n) + 0.09;
        if (n < first)
            continue;
        double x = sine(glideCycles + 0.1) + 0.1 * sine(0.3575 * n);
        if (burst)
            x += 0.3 * sine(burstCycles);
        samples.push_back(x + noise * random.gaussian());
    }
    return samples;
}

std::vector<double> twoTones(std::uint64_t) {
    constexpr int length = 5120;
    std::vector<double> samples(length);
    for (int n = 0; n < length; ++n) {
        const double u = static_cast<double>(n) / length;
        samples[n] = std::cos(2 * std::numbers::pi * 200 * u) + (u > 0.5 ? std::cos(2 * std::numbers::pi * 900 * u) : 0);
    }
    return samples;
}

std::vector<double> shocks(std::uint64_t seed) {
    constexpr int length = 3000;
    constexpr double sampleRate = 1000, decay = 5, noise = 0.01;
    Random random(seed);
    std::array<double, shockTable.size()> heights{};
    for (double& height : heights)
        height = 1 + random.uniform();

    std::vector<double> samples(length);
    double cycles = 0;
    for (int n = 0; n < length; ++n) {
        cycles += carrierHz(n) / sampleRate;
        double envelope = 0;
        for (std::size_t k = 0; k < shockTable.size(); ++k) {
            const int sinceStart = (n - shockTable[k].start + length) % length;
            envelope += heights[k] * std::exp(-decay * sinceStart / sampleRate);
        }
        samples[n] = envelope * sine(cycles) + noise * random.uniform();
    }
    return samples;
}

} // namespace thetascope
