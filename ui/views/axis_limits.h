// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/rasteriser.h"

namespace thetascope {

/// How far gestures may take an axis.
struct AxisLimits {
    AxisSpan span;        ///< the data
    double shortest = 0;  ///< least length of a visible range
    double margin = 0;    ///< how far beyond the data, as a share of its length (linear axes only)
    bool logarithmic = false;
};

/// The span moved and, if need be, shortened or lengthened until it obeys the limits.
AxisSpan clampSpan(AxisSpan wanted, const AxisLimits& limits);
/// Lengthened by the factor (< 1: zoomed in) about a value that keeps its place.
AxisSpan zoomSpan(AxisSpan span, double about, double factor, bool logarithmic);
/// Moved by a share of its own length.
AxisSpan panSpan(AxisSpan span, double share, bool logarithmic);

} // namespace thetascope
