// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/train_settings.h"
#include "core/model/training.h"

#include <cstdint>

namespace thetascope::testing {

/// A made-up data set on which the window length matters: label 0 has two clicks close together, label 1 two clicks farther apart,
/// label 2 one tone, label 3 two tones close in frequency, all at random places in noise. `perLabel` examples each, 1600 samples
/// at 8 kHz, with indices 0, 1, 2 ... Same seed, same set.
LabelledSet makeWordSet(int perLabel, std::uint64_t seed);

/// A small network that learns it in a second or so.
TrainSettings wordSettings();

} // namespace thetascope::testing
