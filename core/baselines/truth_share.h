// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/model/tiling.h"
#include "core/model/truth_scenes.h"

namespace thetascope {

/// Cells [T, F] within one cell, in time and in frequency, of the truth. A frame stands for the samples from half way to the
/// frame before it to half way to the next; a ridge's cells are the bins nearest its frequencies there, from the lowest to
/// the highest; a click's are all bins of the frame nearest to it.
FrameArray<bool> cellsNearTruth(const Truth& truth, const Tiling& grid, double sampleRate);

/// sum of |S|^2 over the marked cells over that of all, 0..1; 0 if all is silent. Shapes [T, F].
double shareOfEnergy(const RealFrames& magnitude, const FrameArray<bool>& cells);

} // namespace thetascope
