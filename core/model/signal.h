// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace thetascope {

/// A decoded recording (or a generated demonstration signal), whole.
struct AudioClip {
    std::string name;               ///< path, or "demo:NAME"
    double sampleRate = 0;          ///< Hz, > 0
    int channels = 0;               ///< >= 1
    std::vector<float> interleaved; ///< frames x channels
    std::string warning;            ///< what had to be repaired or left out while reading; empty if nothing

    std::int64_t frames() const { return channels > 0 ? static_cast<std::int64_t>(interleaved.size()) / channels : 0; }
    double durationSeconds() const { return static_cast<double>(frames()) / sampleRate; }
};

/// What is analysed: one channel of one region, s[0..M-1]; s is zero outside.
struct Signal {
    std::vector<double> samples;
    double sampleRate = 0;   ///< Hz
    double startSeconds = 0; ///< where samples[0] lies in the recording

    int length() const { return static_cast<int>(samples.size()); }
};

/// Cuts a region out of a clip. channel: "mix" (mean of all) or a number from 1. start, end in seconds (end exclusive,
/// clipped to the clip; absent: the whole). Errors (kind arguments): no such channel, an empty region, non-finite
/// samples in the region, a region longer than 2^31-1 samples.
Result<std::shared_ptr<const Signal>> extractSignal(const AudioClip& clip, const std::string& channel,
                                                    std::optional<double> startSeconds, std::optional<double> endSeconds);

} // namespace thetascope
