// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/region.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace thetascope {
namespace {

/// Automatic regions begin and end on whole milliseconds: the numbers are shown, and typed again elsewhere.
constexpr double roundingPerSecond = 1000;

double rounded(double seconds) {
    return std::round(seconds * roundingPerSecond) / roundingPerSecond;
}

std::string seconds(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.3g", value);
    return buffer;
}

std::string span(const TimeRange& range) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.2f\u2013%.2f s", range.start, range.end);
    return buffer;
}

RegionChoice choiceOf(double duration, TimeRange range, const std::string& why) {
    RegionChoice choice;
    choice.range = range;
    choice.whole = range.start <= 0 && range.end >= duration;
    choice.sentence = choice.whole ? "the whole recording, " + seconds(duration) + " s" : span(range) + why;
    return choice;
}

} // namespace

RegionChoice chooseRegion(double duration, std::optional<double> start, std::optional<double> end, TimeRange visible) {
    if (start || end) {
        RegionChoice choice =
            choiceOf(duration, {start.value_or(0), std::min(end.value_or(duration), duration)}, ", as set");
        choice.asSet = true;
        return choice;
    }
    if (duration <= longestRegionSeconds) return choiceOf(duration, {0, duration}, "");
    TimeRange seen{std::clamp(visible.start, 0.0, duration), std::clamp(visible.end, 0.0, duration)};
    if (seen.length() <= 0) seen = {0, duration};
    if (seen.length() <= longestRegionSeconds) {
        return choiceOf(duration, {rounded(seen.start), std::min(rounded(seen.end), duration)}, ", what is in view");
    }
    const double first = rounded(0.5 * (seen.start + seen.end - longestRegionSeconds));
    RegionChoice choice = choiceOf(duration, {first, first + longestRegionSeconds},
                                   ", the middle " + seconds(longestRegionSeconds) + " s of what is in view");
    choice.coarse = true;
    return choice;
}

} // namespace thetascope
