// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/tiling.h"

namespace thetascope {

/// Evenly spaced frames and bins on which what was learned on other ones is to be judged.
struct FrameGrid {
    int support = 0;      ///< N, samples
    Vector positions;     ///< t_i [T], samples from the start of a signal
    double offset = 0;    ///< of that signal's first sample from that of the signal learned on, samples
};

/// The frames of a layout with that hop, no positions learned.
FrameGrid evenGrid(const ResolvedSettings& settings, int signalLength, int support);

/// Window lengths of a tiling carried to other frames and bins: ln theta is linear in time between the centres of frames and in
/// frequency between bins, and stays as it is beyond the first and the last. Only where theta varies; longer windows than the
/// grid's support allows become N-1. The tiling's frames may stand in any order.
Tiling carriedTo(const FrameGrid& grid, const Tiling& learned);

/// Whether all centres of the grid lie among those of the tiling, up to `slack` samples: beyond nothing was learned. True where
/// theta doesn't vary in time.
bool reaches(const Tiling& learned, const FrameGrid& grid, double slack);

} // namespace thetascope
