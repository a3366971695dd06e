// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/model/settings.h"

#include <optional>

namespace thetascope {

/// Arrays given instead of single numbers: --theta F.npy, --positions F.npy, or a result to start from.
struct InitialArrays {
    std::optional<RealFrames> theta;   ///< shaped for the mode: [1,1], [T,1], [1,F] or [T,F]
    std::optional<Vector> positions;   ///< t_i [T], samples from the start of the region
};

/// Everything wrong with settings and arrays together, names included; empty if a descent can start.
Problems checkSettings(const Settings& settings, const InitialArrays& arrays, int signalLength, double sampleRate);

/// The tiling a descent starts from. Settings and arrays must have passed checkSettings().
Tiling startingTiling(const ResolvedSettings& settings, const InitialArrays& arrays);

/// resolve(), with T taken from the positions where they are given.
ResolvedSettings resolveWith(const Settings& settings, const InitialArrays& arrays, int signalLength, double sampleRate);

} // namespace thetascope
