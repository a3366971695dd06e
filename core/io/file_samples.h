// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/sound_file.h"
#include "core/model/sample_source.h"

#include <cstdint>
#include <mutex>
#include <utility>

namespace thetascope {

/// The samples of an open sound file, read when they are asked for. Any thread; they take turns.
class FileSamples : public SampleSource {
public:
    FileSamples(SoundFile file, int channels) : m_file(std::move(file)), m_channels(channels) {}
    void read(std::int64_t first, std::span<float> interleaved) const override;

private:
    SoundFile m_file;
    int m_channels;
    mutable std::mutex m_mutex;
    mutable std::int64_t m_next = 0; ///< the frame that reading on would give
};

/// Frames up to the end, by decoding them all and keeping none; the file stands at its beginning again afterwards.
std::int64_t countFrames(SNDFILE* file, int channels);

} // namespace thetascope
