// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/channel_reader.h"

#include <algorithm>

namespace thetascope {
namespace {

constexpr std::int64_t blockFrames = std::int64_t{1} << 16;

} // namespace

Result<ChannelReader> ChannelReader::create(std::shared_ptr<const AudioClip> clip, const std::string& channel) {
    const Result<int> index = channelIndex(*clip, channel);
    if (!index) return index.error();
    return ChannelReader(std::move(clip), *index);
}

void ChannelReader::mix(std::span<const float> interleaved, std::span<float> samples) const {
    const int channels = m_clip->channels, first = std::max(m_index, 0), last = m_index < 0 ? channels : first + 1;
    const float* values = interleaved.data();
    for (float& sample : samples) {
        float sum = 0;
        for (int c = first; c < last; ++c) sum += values[c];
        sample = sum / static_cast<float>(last - first);
        values += channels;
    }
}

void ChannelReader::read(std::int64_t first, std::span<float> samples) {
    const auto count = static_cast<std::int64_t>(samples.size());
    const std::int64_t before = std::clamp<std::int64_t>(-first, 0, count);
    std::fill_n(samples.begin(), before, 0.0F);
    for (std::int64_t done = before; done < count;) {
        const std::int64_t frames = std::min(blockFrames, count - done);
        m_scratch.resize(static_cast<std::size_t>(frames * m_clip->channels));
        readFrames(*m_clip, first + done, m_scratch);
        mix(m_scratch, samples.subspan(static_cast<std::size_t>(done), static_cast<std::size_t>(frames)));
        done += frames;
    }
}

} // namespace thetascope
