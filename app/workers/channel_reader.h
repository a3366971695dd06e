// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signal.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace thetascope {

/// One channel of a recording ("mix": the mean of all), wherever its samples are. Immutable but for a scratch: one thread at a
/// time; copies are independent.
class ChannelReader {
public:
    /// Errors (kind arguments): no such channel.
    static Result<ChannelReader> create(std::shared_ptr<const AudioClip> clip, const std::string& channel);

    std::int64_t size() const { return m_clip->frames(); }
    double sampleRate() const { return m_clip->sampleRate; }
    /// Samples from `first` on, as many as fit; before the beginning and after the end they are 0.
    void read(std::int64_t first, std::span<float> samples);

private:
    ChannelReader(std::shared_ptr<const AudioClip> clip, int index) : m_clip(std::move(clip)), m_index(index) {}
    void mix(std::span<const float> interleaved, std::span<float> samples) const;

    std::shared_ptr<const AudioClip> m_clip;
    int m_index; ///< -1: all
    std::vector<float> m_scratch;
};

} // namespace thetascope
