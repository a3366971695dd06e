// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <memory>
#include <utility>
#include <vector>

namespace thetascope {

/// Where the frames stand, in time order. A frame reaches midway to its neighbours, but no further than its own
/// longest window; the first and the last reach as far outwards as inwards. Frames at one place share one stretch.
struct FrameSpans {
    std::vector<int> frame;     ///< index into the spectrogram
    std::vector<double> centre; ///< s, ascending
    std::vector<double> left;   ///< s, ascending
    std::vector<double> right;  ///< s; where right[k] < left[k+1] nothing was analysed

    int count() const { return static_cast<int>(frame.size()); }
    bool empty() const { return frame.empty(); }
    double begin() const { return left.front(); }
    double end() const { return right.back(); }
    /// Places (not frame indices) whose stretch holds that time: [first, last), empty in a gap and outside.
    std::pair<int, int> placesAt(double seconds) const;
    /// The centre nearest to that time, s; not empty().
    double nearestCentre(double seconds) const;
    /// Places whose centre is in [from, to).
    std::pair<int, int> centresWithin(double from, double to) const;
};

FrameSpans frameSpans(const Spectrogram& spectrogram);

/// Positive values on the frames of a spectrogram, ready for the rasteriser: magnitudes, or window lengths theta.
/// Immutable once shared; keeps what it points into alive.
struct CellGrid {
    std::shared_ptr<const Spectrogram> spectrogram;
    FrameArray<float> theta;      ///< only in grids of theta; same shape as the tiling's
    const float* values = nullptr; ///< rows x cols, row per frame
    Eigen::Index rows = 0;        ///< T, or 1 where all frames are alike
    Eigen::Index cols = 0;        ///< F, or 1 where all bins are alike
    int bins = 0;                 ///< F
    double hzPerBin = 0;
    FrameSpans spans;

    const float* row(int frame) const { return values + (rows > 1 ? frame * cols : 0); }
};

/// Null for a null or empty spectrogram, or one whose arrays don't fit together.
std::shared_ptr<const CellGrid> magnitudeGrid(std::shared_ptr<const Spectrogram> spectrogram);
std::shared_ptr<const CellGrid> thetaGrid(std::shared_ptr<const Spectrogram> spectrogram);

/// The longest window of a frame, samples.
double longestWindow(const Tiling& tiling, int frame);

} // namespace thetascope
