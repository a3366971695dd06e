// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace thetascope {

/// Samples of a recording that stay where they are (on a disk) until they are asked for. Immutable to its users; any thread.
class SampleSource {
public:
    virtual ~SampleSource() = default;

    /// Fills `interleaved` with the frames from `first` (>= 0) on. What lies beyond the end, or can't be read any more, is 0.
    virtual void read(std::int64_t first, std::span<float> interleaved) const = 0;
};

} // namespace thetascope
