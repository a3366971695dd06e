// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"
#include "core/run/check_settings.h"
#include "core/model/signal.h"

namespace thetascope {

/// The tiling that a descent starts from: startingTiling(), but with theta chosen where the settings say so (theta-start selection)
/// and neither a number nor an array is given. Settings and arrays must have passed checkSettings().
Tiling descentStart(const Signal& signal, const ResolvedSettings& settings, const InitialArrays& arrays, ThreadPool& pool);

/// Theta [as the mode of `grid` shapes it] chosen among window lengths from bound to bound, about an octave apart: each entry takes
/// the one whose energy is most concentrated over the entry's cells,
///
///     least  - sum_c E_c C_c / sum_c E_c,   C_c = ln sum p^3,  p = |S|^2 / E_c over the neighbourhood of cell c (E_c its energy):
///
/// for one theta per cell the adaptive selection of multi-resolution spectrograms (core/baselines/local_concentration.h). Where all
/// is silent, the shortest. One exact transform for each.
RealFrames selectTheta(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool);

} // namespace thetascope
