// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace thetascope {

/// A stretch of the recording, seconds from its start, start < end.
struct TimeRange {
    double start = 0, end = 0;
    double length() const { return end - start; }
    bool operator==(const TimeRange&) const = default;
};

/// The longest stretch that is sharpened without having been asked for, seconds: a descent on more takes minutes per
/// hundred iterations, and nobody watches it. A region that is typed or selected may be longer.
constexpr double longestRegionSeconds = 10;

/// What an analysis takes of a recording.
struct RegionChoice {
    TimeRange range;
    bool whole = false;    ///< all of the recording
    bool asSet = false;    ///< typed or selected, not chosen by itself
    bool coarse = false;   ///< more is in view than is taken: the picture on screen is an overview
    std::string sentence;  ///< what is taken and why, in words

    bool operator==(const RegionChoice&) const = default;
};

/// The region: what was set, if anything was (absent ends: the recording's); else the whole of a short recording; else what
/// is in view, or of a long view as much about its middle as a descent can take. Always within [0, duration].
RegionChoice chooseRegion(double durationSeconds, std::optional<double> start, std::optional<double> end, TimeRange visible);

} // namespace thetascope
