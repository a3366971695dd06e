// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/waveform_peaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace thetascope {

namespace {

constexpr std::int64_t kRadix = 16;
/// From here on extremes of samples that must be read are taken from the first level alone.
constexpr std::int64_t kRoundedFrom = 4 * kRadix;
/// Samples read at a time: more than a screen shows one by one.
constexpr std::int64_t kBlock = std::int64_t{1} << 17;
static_assert(kBlock % kRadix == 0);

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
    m_size = static_cast<std::int64_t>(m_samples->size());
    m_levels.push_back(reduced(*m_samples));
    build();
}

WaveformPeaks::WaveformPeaks(Read read, std::int64_t size, double sampleRate, const std::stop_token& stop)
    : m_read(std::move(read)), m_size(size), m_sampleRate(sampleRate) {
    if (!m_read || size < 0 || !(sampleRate > 0) || !std::isfinite(sampleRate))
        throw std::invalid_argument("WaveformPeaks: needs samples and a positive sample rate");
    auto& level = m_levels.emplace_back();
    level.reserve(static_cast<std::size_t>((size + kRadix - 1) / kRadix));
    std::vector<float> block;
    for (std::int64_t first = 0; first < size && !stop.stop_requested(); first += kBlock) {
        block.resize(static_cast<std::size_t>(std::min(kBlock, size - first)));
        m_read(first, block);
        const std::vector<Range> runs = reduced(block);
        level.insert(level.end(), runs.begin(), runs.end());
    }
    level.resize(static_cast<std::size_t>((size + kRadix - 1) / kRadix)); // stopped: silence
    build();
}

void WaveformPeaks::build() {
    while (m_levels.back().size() > kRadix)
        m_levels.push_back(reduced(m_levels.back()));
}

std::span<const float> WaveformPeaks::cached(std::int64_t first, std::int64_t last) const {
    const auto end = m_blockFirst + static_cast<std::int64_t>(m_block.size());
    if (first < m_blockFirst || last > end) {
        m_blockFirst = std::max<std::int64_t>(0, first - kBlock / 4);
        m_block.resize(static_cast<std::size_t>(std::min(m_size - m_blockFirst, std::max(kBlock, last - m_blockFirst))));
        m_read(m_blockFirst, m_block);
    }
    return std::span<const float>(m_block).subspan(static_cast<std::size_t>(first - m_blockFirst), static_cast<std::size_t>(last - first));
}

float WaveformPeaks::sample(std::int64_t index) const {
    return m_samples ? (*m_samples)[static_cast<std::size_t>(index)] : cached(index, index + 1).front();
}

WaveformPeaks::Range WaveformPeaks::range(std::int64_t first, std::int64_t last) const {
    first = std::clamp<std::int64_t>(first, 0, size());
    last = std::clamp<std::int64_t>(last, 0, size());
    if (first >= last)
        return {};
    Range range = kNothing;
    if (m_samples) {
        includeEnds(range, *m_samples, first, last);
    } else if (last - first < kRoundedFrom) {
        for (const float sample : cached(first, last)) include(range, sample);
        return range;
    } else {
        first /= kRadix;
        last = (last + kRadix - 1) / kRadix;
    }
    for (std::size_t level = 0; level + 1 < m_levels.size() && first < last; ++level)
        includeEnds(range, m_levels[level], first, last);
    for (; first < last; ++first)
        include(range, m_levels.back()[static_cast<std::size_t>(first)]);
    return range;
}

} // namespace thetascope
