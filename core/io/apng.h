// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/atomic_file.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace thetascope {

/// Writes an animated PNG (the APNG extension of the PNG specification, third edition) frame by frame out of whole PNG files
/// of one size. Programs that know no animation show the first frame. The file appears when finish() succeeds.
class ApngWriter {
public:
    /// The number of frames is part of the file's head. delayMilliseconds: of every frame but the last, which stays
    /// lastMilliseconds; both at most 65535. Errors (kind output).
    static Result<ApngWriter> create(const std::string& path, int frames, int delayMilliseconds, int lastMilliseconds);

    /// Adds a frame: a whole PNG file. Text chunks of the first are kept. Errors: std::invalid_argument for what is no PNG or
    /// of another size or format than the first; kind output.
    Status add(std::string_view png);

    /// Errors (kind output); std::logic_error with fewer frames than promised.
    Status finish();

private:
    ApngWriter(AtomicFile file, int frames, int delay, int last);
    Status writeChunk(std::string_view type, std::string_view data);
    Status writeHead(std::string_view png, std::string_view header);
    std::string frameControl(std::string_view header);

    AtomicFile m_file;
    std::string m_header; ///< IHDR of the first
    int m_frames, m_delay, m_last, m_added = 0;
    std::uint32_t m_sequence = 0;
};

} // namespace thetascope
