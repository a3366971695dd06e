// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// A stretch of an axis, low < high.
struct AxisSpan {
    double low = 0;
    double high = 1;
    double length() const { return high - low; }
    bool operator==(const AxisSpan&) const = default;
};

} // namespace thetascope
