// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace thetascope {

/// One channel of a recording with the extremes of ever longer runs of its samples, so that the minimum and maximum under
/// a pixel cost a few look-ups at any zoom. Immutable: make it on a worker thread (about 2 ns per sample), share it with
/// the window as shared_ptr<const>. Extra memory: 1/8 of the samples'.
class WaveformPeaks {
public:
    struct Range {
        float low = 0, high = 0;
    };

    /// samples: not null, may be empty; sampleRate in Hz, > 0 (throws std::invalid_argument otherwise). Samples that are
    /// not finite count as 0.
    WaveformPeaks(std::shared_ptr<const std::vector<float>> samples, double sampleRate);

    /// Copies samples from a place on, as many as fit.
    using Read = std::function<void(std::int64_t first, std::span<float> samples)>;

    /// The same of samples that stay where they are: read once now, from beginning to end, and again in part by range() and
    /// sample(), which then belong to one thread (the window's). Stopped: whatever was read by then.
    WaveformPeaks(Read read, std::int64_t size, double sampleRate, const std::stop_token& stop);

    /// Extremes of samples [first, last), clipped to the recording; {0, 0} if nothing is left. Exact; of samples that are read
    /// from elsewhere, 64 or more are rounded outwards to multiples of 16.
    Range range(std::int64_t first, std::int64_t last) const;

    /// The sample at an index inside the recording.
    float sample(std::int64_t index) const;

    std::int64_t size() const { return m_size; }
    double sampleRate() const { return m_sampleRate; }
    double durationSeconds() const { return static_cast<double>(size()) / m_sampleRate; }

private:
    void build();
    std::span<const float> cached(std::int64_t first, std::int64_t last) const;

    std::shared_ptr<const std::vector<float>> m_samples; ///< null if they are read
    Read m_read;
    std::int64_t m_size = 0;
    mutable std::vector<float> m_block; ///< samples from m_blockFirst on, the latest read
    mutable std::int64_t m_blockFirst = 0;
    double m_sampleRate;
    std::vector<std::vector<Range>> m_levels; ///< m_levels[k][j]: samples [j r^(k+1), (j+1) r^(k+1)), r = 16
};

} // namespace thetascope
