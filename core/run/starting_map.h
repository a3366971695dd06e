// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"
#include "core/model/signal.h"
#include "core/run/check_settings.h"

namespace thetascope {

/// Whether a descent begins with window lengths that it chooses: the settings say so (theta-start), and neither a number nor an array
/// is given.
bool choosesStart(const Settings& settings, const InitialArrays& arrays);

/// Those window lengths, as theta-start says: selectTheta() or bestOfList(). Settings must have passed checkSettings().
RealFrames chosenTheta(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool);

/// Theta [as the mode of `grid` shapes it] chosen among window lengths from bound to bound, about an octave apart: each entry takes
/// the one whose energy is most concentrated over the entry's cells,
///
///     least  - sum_c E_c C_c / sum_c E_c,   C_c = ln sum p^3,  p = |S|^2 / E_c over the neighbourhood of cell c (E_c its energy):
///
/// for one theta per cell the adaptive selection of multi-resolution spectrograms (core/choice/local_concentration.h). Where all
/// is silent, N/2. One exact transform for each. The pool's checkpoint may end it (Interrupted).
RealFrames selectTheta(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool);

/// Theta [as the mode of `grid` shapes it] by coordinate descent on the settings' objective over defaultThetaList(), from the best
/// fixed window, by way of the best per frame where theta varies over both (core/choice/list_descent.h). The pool's checkpoint may
/// end it (Interrupted).
RealFrames bestOfList(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid, ThreadPool& pool);

} // namespace thetascope
