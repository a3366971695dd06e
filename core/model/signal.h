// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/sample_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace thetascope {

/// A recording (or a generated demonstration signal): decoded, or for a long one where its samples can be had.
struct AudioClip {
    std::string name;               ///< path, or "demo:NAME"
    double sampleRate = 0;          ///< Hz, > 0
    int channels = 0;               ///< >= 1
    std::vector<float> interleaved; ///< frames x channels; empty with a source
    std::shared_ptr<const SampleSource> source; ///< of a long recording; else null
    std::int64_t sourceFrames = 0;  ///< its length
    std::string warning;            ///< what had to be repaired or left out while reading; empty if nothing

    std::int64_t frames() const {
        if (source) return sourceFrames;
        return channels > 0 ? static_cast<std::int64_t>(interleaved.size()) / channels : 0;
    }
    double durationSeconds() const { return static_cast<double>(frames()) / sampleRate; }
};

/// Copies the frames from `first` (>= 0) on, as many as fit; what lies beyond the end is 0. Any thread; a long recording's come
/// from the disk.
void readFrames(const AudioClip& clip, std::int64_t first, std::span<float> interleaved);

/// What is analysed: one channel of one region, s[0..M-1]; s is zero outside.
struct Signal {
    std::vector<double> samples;
    double sampleRate = 0;   ///< Hz
    double startSeconds = 0; ///< where samples[0] lies in the recording

    int length() const { return static_cast<int>(samples.size()); }
};

/// Index of a channel named by its number from 1, or -1 for "mix", the mean of all. Errors (kind arguments): no such channel.
Result<int> channelIndex(const AudioClip& clip, const std::string& channel);

/// Samples of the region that extractSignal() would cut. Errors: its, but for those of channels and samples.
Result<int> regionLength(const AudioClip& clip, std::optional<double> startSeconds, std::optional<double> endSeconds);

/// Cuts a region out of a clip. channel: "mix" (mean of all) or a number from 1. start, end in seconds (end exclusive,
/// clipped to the clip; absent: the whole). Errors (kind arguments): no such channel, an empty region, non-finite
/// samples in the region, a region longer than 2^31-1 samples.
Result<std::shared_ptr<const Signal>> extractSignal(const AudioClip& clip, const std::string& channel,
                                                    std::optional<double> startSeconds, std::optional<double> endSeconds);

} // namespace thetascope
