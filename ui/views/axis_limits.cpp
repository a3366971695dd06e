// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_limits.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

/// Moves a span into bounds that are at least as long.
AxisSpan moveInto(AxisSpan span, AxisSpan bounds) {
    const double shift = std::max(0.0, bounds.low - span.low) - std::max(0.0, span.high - bounds.high);
    return {span.low + shift, span.high + shift};
}

AxisSpan logOf(AxisSpan span) { return {std::log(span.low), std::log(span.high)}; }
AxisSpan expOf(AxisSpan span) { return {std::exp(span.low), std::exp(span.high)}; }

} // namespace

AxisSpan clampSpan(AxisSpan wanted, const AxisLimits& limits) {
    const double beyond = limits.logarithmic ? 0 : limits.margin * limits.span.length();
    const AxisSpan bounds{limits.span.low - beyond, limits.span.high + beyond};
    const double lack = limits.shortest - wanted.length();
    if (lack > 0)
        wanted = {wanted.low - 0.5 * lack, wanted.high + 0.5 * lack};
    if (!limits.logarithmic)
        return wanted.length() >= bounds.length() ? bounds : moveInto(wanted, bounds);
    const AxisSpan logBounds = logOf(bounds);
    const AxisSpan positive{wanted.low > 0 ? wanted.low : bounds.low, std::max(wanted.high, bounds.low + limits.shortest)};
    const AxisSpan logWanted = logOf(positive);
    return logWanted.length() >= logBounds.length() ? bounds : expOf(moveInto(logWanted, logBounds));
}

AxisSpan zoomSpan(AxisSpan span, double about, double factor, bool logarithmic) {
    if (logarithmic)
        return expOf(zoomSpan(logOf(span), std::log(about), factor, false));
    return {about + factor * (span.low - about), about + factor * (span.high - about)};
}

AxisSpan panSpan(AxisSpan span, double share, bool logarithmic) {
    if (logarithmic)
        return expOf(panSpan(logOf(span), share, false));
    return {span.low + share * span.length(), span.high + share * span.length()};
}

} // namespace thetascope
