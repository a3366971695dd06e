// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <optional>
#include <utility>
#include <vector>

namespace thetascope {

/// Lower and upper end, both within.
using Interval = std::pair<double, double>;

/// Some cells of a spectrogram: frames by their places in it, and neighbouring bins.
struct CellSelection {
    std::vector<int> frames; ///< ascending, each 0 <= frame < tiling.frames()
    int firstBin = 0;
    int bins = 0;
    bool empty() const { return frames.empty() || bins == 0; }
};

/// The cells whose frame is centred within `seconds` (of the recording) and whose bin lies within `hertz`; of what is not given,
/// all. Empty where no frame or no bin does.
CellSelection cellsWithin(const Spectrogram& spectrogram, const std::optional<Interval>& seconds, const std::optional<Interval>& hertz);

/// All there are.
inline CellSelection allCells(const Spectrogram& spectrogram) { return cellsWithin(spectrogram, {}, {}); }

/// Of an array of theta's shape ([1,1], [T,1], [1,F] or [T,F]) what belongs to these cells; one row or column stays one.
RealFrames thetaOf(const RealFrames& theta, const CellSelection& cells);

} // namespace thetascope
