// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/channel_reader.h"
#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/model/snapshot.h"
#include "core/run/check_settings.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace thetascope {

/// A region before any descent: what is analysed, its classical STFT and the spectrogram a descent starts from.
struct StartPictures {
    std::shared_ptr<const Signal> signal;
    ResolvedSettings resolved;
    std::shared_ptr<const Spectrogram> classical; ///< one window length for all, frames evenly spaced
    ResolvedSettings classicalResolved;           ///< its settings
    std::shared_ptr<const Spectrogram> start;     ///< at startingTiling()
};

/// Cuts the settings' region out of the clip and transforms it. Any thread. Settings and arrays must have passed
/// checkSettings(). Errors: extractSignal()'s.
Result<StartPictures> makeStartPictures(const AudioClip& clip, const Settings& settings, const InitialArrays& arrays);

/// A long stretch of a recording, [first, last) samples, at a glance: `columns` frames side by side, each the peak of the
/// magnitudes of all hops that fall into it (fine) or a single frame at its middle (coarse: a first picture within moments).
/// Every column's theta is set to the stretch it stands for. Window, normalisation and length are those of the settings, N
/// samples. Memory: columns x F, and a block of samples. Null if stopped.
enum class OverviewDetail { coarse, fine };
struct SampleRange {
    std::int64_t first = 0, last = 0;
    bool operator==(const SampleRange&) const = default;
};
std::shared_ptr<const Spectrogram> makeOverview(ChannelReader reader, const ResolvedSettings& settings, SampleRange range,
                                                int columns, OverviewDetail detail, const std::stop_token& stop);

} // namespace thetascope
