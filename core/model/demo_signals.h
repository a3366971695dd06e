// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

struct DemoDescription {
    std::string name;
    std::string sentence;
};

/// The demonstration signals there are; the first is the one that the window opens on.
const std::vector<DemoDescription>& demoSignals();

/// A demonstration signal, mono, named "demo:NAME"; nothing if there is none of that name. Every sample is multiplied by
/// demoScale() so that none exceeds 1 (a rare noise sample that still would is limited); noise follows from the seed.
std::optional<AudioClip> makeDemo(std::string_view name, std::uint64_t seed);

/// What makeDemo() multiplies the samples of the formula by; 0 if there is none of that name. A constant of the name:
/// not of the seed, so clips of different seeds have the same level.
double demoScale(std::string_view name);

/// Experiment C.1.1 of the paper, unscaled: x[n], n = 4001..10000 (6000 samples), with `noise` times white Gaussian
/// noise (0.1 in the paper). f2[n] = 0.05 up to 5000, 0.05 + 0.00015 (n-5000) up to 7000, then 0.35, cycles per sample;
/// f3 = f2 + 0.09 for 5667 <= n <= 6000 and 0 elsewhere; x = sin 2pi(sum f2 + 0.1) + 0.1 sin(2pi 0.3575 n) + 0.3 sin(2pi
/// sum f3) there + noise.
std::vector<double> threeComponents(double noise, std::uint64_t seed);

/// Experiment C.1.2 of the paper, unscaled: 3000 samples at 1000 Hz, a carrier of 250, 200, 100, 300 Hz that changes at
/// 768, 1259 and 1647, under exp(-5t) envelopes that start at 138, 768, 1259, 1647, wrapped, with heights 1 + U[0,1); +
/// 0.01 U[0,1).
std::vector<double> shocks(std::uint64_t seed);

/// The signal of the authors' tutorial, unscaled: 5120 samples (1 s), cos(2 pi 200 u) + [u > 0.5] cos(2 pi 900 u), u = n/5120.
std::vector<double> twoTones(std::uint64_t seed);

/// Three seconds at 16 kHz, unscaled: two steady partials 60 Hz apart (long windows), a rising chirp (middle ones) and
/// sharp clicks (short ones), in faint noise.
std::vector<double> chirpAndClicks(std::uint64_t seed);

/// Three seconds at 16 kHz, unscaled: a tone of six harmonics with a vibrato of 5.5 Hz, struck by short noise bursts.
std::vector<double> vibratoAndHits(std::uint64_t seed);

/// Three seconds at 16 kHz, unscaled: two linear chirps that cross, one rising, one falling, and a steady tone.
std::vector<double> crossingChirps(std::uint64_t seed);

} // namespace thetascope
