// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tiling.h"

#include <string>

namespace thetascope {

/// Share of [0, signalLength] that lies in no window at all, in [0, 1]. Where theta varies over bins, the longest window of a frame
/// counts: what lies outside even of that is lost at every frequency. (The term `coverage` takes the shortest, to have a
/// gradient that pulls before anything is lost.) signalLength > 0.
double uncoveredShare(const Tiling& tiling, int signalLength);

/// A warning in words if a descent has left parts of the signal to no window, by a sample or more beyond what was so at its
/// start: there the spectrogram shows nothing and no sound can be reconstructed. Empty otherwise.
std::string lostCoverage(const Tiling& start, const Tiling& end, int signalLength);

} // namespace thetascope
