// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/waveform_peaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace thetascope {

namespace {

constexpr std::int64_t kRadix = 16;

using Range = WaveformPeaks::Range;

constexpr Range kNothing{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};

void include(Range& range, const Range& more) {
    range.low = std::min(range.low, more.low);
    range.high = std::max(range.high, more.high);
}

void include(Range& range, float sample) {
    const float value = std::isfinite(sample) ? sample : 0.0F;
    include(range, {value, value});
}

template <class Values>
std::vector<Range> reduced(const Values& values) {
    std::vector<Range> level((values.size() + kRadix - 1) / kRadix, kNothing);
    for (std::size_t i = 0; i < values.size(); ++i)
        include(level[i / kRadix], values[i]);
    return level;
}

// Takes from one level what does not fill runs of the next; what remains, [first, last), is in that level's runs.
template <class Values>
void includeEnds(Range& range, const Values& values, std::int64_t& first, std::int64_t& last) {
    for (; first < last && first % kRadix != 0; ++first)
        include(range, values[static_cast<std::size_t>(first)]);
    for (; first < last && last % kRadix != 0; --last)
        include(range, values[static_cast<std::size_t>(last - 1)]);
    first /= kRadix;
    last /= kRadix;
}

} // namespace

WaveformPeaks::WaveformPeaks(std::shared_ptr<const std::vector<float>> samples, double sampleRate)
    : m_samples(std::move(samples)), m_sampleRate(sampleRate) {
    if (!m_samples || !(sampleRate > 0) || !std::isfinite(sampleRate))
        throw std::invalid_argument("WaveformPeaks: needs samples and a positive sample rate");
    m_levels.push_back(reduced(*m_samples));
    while (m_levels.back().size() > kRadix)
        m_levels.push_back(reduced(m_levels.back()));
}

WaveformPeaks::Range WaveformPeaks::range(std::int64_t first, std::int64_t last) const {
    first = std::clamp<std::int64_t>(first, 0, size());
    last = std::clamp<std::int64_t>(last, 0, size());
    if (first >= last)
        return {};
    Range range = kNothing;
    includeEnds(range, *m_samples, first, last);
    for (std::size_t level = 0; level + 1 < m_levels.size() && first < last; ++level)
        includeEnds(range, m_levels[level], first, last);
    for (; first < last; ++first)
        include(range, m_levels.back()[static_cast<std::size_t>(first)]);
    return range;
}

} // namespace thetascope
