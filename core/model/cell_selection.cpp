// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cell_selection.h"

namespace thetascope {
namespace {

bool within(const std::optional<Interval>& interval, double value) {
    return !interval || (value >= interval->first && value <= interval->second);
}

} // namespace

CellSelection cellsWithin(const Spectrogram& spectrogram, const std::optional<Interval>& seconds, const std::optional<Interval>& hertz) {
    CellSelection cells;
    for (int frame = 0; frame < spectrogram.tiling.frames(); ++frame)
        if (within(seconds, spectrogram.centreSeconds(frame))) cells.frames.push_back(frame);
    for (int bin = 0; bin < spectrogram.tiling.bins(); ++bin) {
        if (!within(hertz, spectrogram.binHz(bin))) continue;
        if (cells.bins == 0) cells.firstBin = bin;
        ++cells.bins;
    }
    return cells;
}

RealFrames thetaOf(const RealFrames& theta, const CellSelection& cells) {
    const std::vector<int> rows = theta.rows() > 1 ? cells.frames : std::vector<int>(1, 0);
    const bool perBin = theta.cols() > 1;
    return theta(rows, Eigen::seqN(perBin ? cells.firstBin : 0, perBin ? cells.bins : 1));
}

} // namespace thetascope
