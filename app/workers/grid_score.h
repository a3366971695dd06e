// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/run/regrid.h"

#include <memory>
#include <stop_token>

namespace thetascope {

/// What runs on other frames, bins or regions, or by another objective, are judged on together.
struct CommonGrid {
    std::shared_ptr<const Signal> signal;
    ResolvedSettings settings; ///< normalisation, layout, hop, objective and its weights; N as of `support`
    int support = 0;           ///< the longest of the runs compared, so that none's windows are cut
    bool operator==(const CommonGrid& other) const;

    double cells() const;
};

/// Another run's window lengths there: its own taper and how its theta varies, carried to the grid's frames and bins.
struct GridEntry {
    std::string window;   ///< the taper
    Tiling tiling;        ///< learned
    double startSeconds = 0; ///< of the signal it was learned on, in the recording
};

/// Whether the entry's windows reach over the whole grid: where theta varies in time, beyond its frames nothing was learned.
bool reaches(const CommonGrid& grid, const GridEntry& entry);

/// The grid's objective at the entry's windows, exact, in double. Any thread. Error: of kind interrupted, if stopped.
Result<double> scoreOn(const CommonGrid& grid, const GridEntry& entry, const std::stop_token& stop);

} // namespace thetascope
