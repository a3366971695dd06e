// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/descent.h"
#include "core/run/loss.h"

namespace thetascope {

/// The scores of a loss's last evaluation, which was `objective` at `tiling`.
Scores scoresOf(const TwoPassLoss& loss, double objective, const Tiling& tiling, const ResolvedSettings& settings, int signalLength);

/// What views draw, from the magnitudes [T, F] of a tiling.
std::shared_ptr<const Spectrogram> makeSpectrogram(FrameArray<float> magnitude, const Tiling& tiling, const Signal& signal);

} // namespace thetascope
