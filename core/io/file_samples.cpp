// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_samples.h"

#include <algorithm>
#include <vector>

namespace thetascope {
namespace {

constexpr std::size_t blockSamples = std::size_t{1} << 16;

} // namespace

void FileSamples::read(std::int64_t first, std::span<float> interleaved) const {
    const std::lock_guard lock(m_mutex);
    sf_count_t done = 0;
    if (m_next == first || sf_seek(m_file.get(), first, SEEK_SET) == first) {
        const auto frames = static_cast<sf_count_t>(interleaved.size()) / m_channels;
        done = std::max<sf_count_t>(0, sf_readf_float(m_file.get(), interleaved.data(), frames));
        m_next = first + done;
    } else {
        m_next = -1; // wherever it stands
    }
    std::ranges::fill(interleaved.subspan(static_cast<std::size_t>(done * m_channels)), 0.0F);
}

std::int64_t countFrames(SNDFILE* file, int channels) {
    const std::size_t blockFrames = std::max<std::size_t>(1, blockSamples / static_cast<std::size_t>(channels));
    std::vector<float> block(blockFrames * static_cast<std::size_t>(channels));
    std::int64_t total = 0;
    while (true) {
        const sf_count_t frames = sf_readf_float(file, block.data(), static_cast<sf_count_t>(blockFrames));
        if (frames <= 0) break;
        total += frames;
    }
    return sf_seek(file, 0, SEEK_SET) == 0 ? total : 0;
}

} // namespace thetascope
