// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/model/snapshot.h"
#include "core/run/check_settings.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace thetascope {

/// A region before any descent: what is analysed, its classical STFT and the spectrogram a descent starts from.
struct StartPictures {
    std::shared_ptr<const Signal> signal;
    ResolvedSettings resolved;
    std::shared_ptr<const Spectrogram> classical; ///< one window length for all, frames evenly spaced
    std::shared_ptr<const Spectrogram> start;     ///< at startingTiling()
};

/// Cuts the settings' region out of the clip and transforms it. Any thread. Settings and arrays must have passed
/// checkSettings(). Errors: extractSignal()'s.
Result<StartPictures> makeStartPictures(const AudioClip& clip, const Settings& settings, const InitialArrays& arrays);

/// A whole recording at a glance: `columns` frames side by side, each the peak of the magnitudes of all hops that fall into
/// it (fine) or a single frame at its middle (coarse: a first picture within moments). Every column's theta is set
/// to the stretch it stands for. Window, normalisation and length are those of the settings, N samples. Memory: columns x F.
/// Null if stopped.
enum class OverviewDetail { coarse, fine };
std::shared_ptr<const Spectrogram> makeOverview(const std::vector<float>& samples, double sampleRate,
                                                const ResolvedSettings& settings, int columns, OverviewDetail detail,
                                                const std::stop_token& stop);

} // namespace thetascope
