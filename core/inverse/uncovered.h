// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/tiling.h"

#include <vector>

namespace thetascope {

/// Samples begin..end-1.
struct Stretch {
    int begin = 0, end = 0;
    bool operator==(const Stretch&) const = default;
};

/// The density below which rounding of S drowns a sample, relative to the largest: a sample seen with a taper of a times the
/// peak's has errors of eps/a times S's. Spectra stored as complex64 count as float.
double densityFloor(Precision stored);

/// The stretches of samples whose density is at most `floor` times the largest: what no window tells about. All of them if
/// there is no density at all.
std::vector<Stretch> uncoveredStretches(const std::vector<double>& density, double floor);

/// How many samples the stretches hold.
int samplesIn(const std::vector<Stretch>& stretches);

/// Share of the time-frequency plane (M samples x F bins) that lies in no window [c_i - theta_{i,f}/2, c_i + theta_{i,f}/2];
/// 0 for an empty signal.
double unseenShare(const Tiling& tiling, int length);

} // namespace thetascope
