// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
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

    /// Extremes of samples [first, last), clipped to the recording; {0, 0} if nothing is left. Exact.
    Range range(std::int64_t first, std::int64_t last) const;

    /// The sample at an index inside the recording.
    float sample(std::int64_t index) const { return (*m_samples)[static_cast<std::size_t>(index)]; }

    std::int64_t size() const { return static_cast<std::int64_t>(m_samples->size()); }
    double sampleRate() const { return m_sampleRate; }
    double durationSeconds() const { return static_cast<double>(size()) / m_sampleRate; }

private:
    std::shared_ptr<const std::vector<float>> m_samples;
    double m_sampleRate;
    std::vector<std::vector<Range>> m_levels; ///< m_levels[k][j]: samples [j r^(k+1), (j+1) r^(k+1)), r = 16
};

} // namespace thetascope
