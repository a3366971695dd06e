// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/train_settings.h"
#include "core/model/snapshot.h"

#include <memory>
#include <vector>

namespace thetascope {

/// What a network with these settings sees of a prepared clip at theta: sqrt(|S|^2 + floor) at every binStride-th bin, as the views draw
/// spectrograms. Its tiling has the folded transform's N/binStride points, whose bins lie at the same frequencies; the Nyquist bin,
/// which the network doesn't see, is at the floor.
std::shared_ptr<const Spectrogram> seenSpectrogram(const TrainSettings& settings, const std::vector<float>& clip, double sampleRate,
                                                   double theta);

} // namespace thetascope
