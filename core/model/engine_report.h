// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace thetascope {

/// Which engine descended, and how the interpolating one kept its promise: in every iteration it compares a few cells with exact
/// ones.
struct EngineReport {
    std::string name;           ///< "exact", "one pass", "interval cache", ...
    double spacing = 0;         ///< of the cache's nodes in ln theta at the end; 0 for engines that don't interpolate
    std::int64_t checked = 0;   ///< cells compared
    double worst = 0;           ///< largest error among them, of the bound (1: at the bound)
    int refinements = 0;        ///< how often the bound was exceeded and the spacing halved for it
};

} // namespace thetascope
