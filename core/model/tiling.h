// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

namespace thetascope {

/// The axes of the time-frequency plane along which the window length theta varies.
enum class ThetaMode { shared, time, frequency, timeFrequency };

/// The positions that a descent may move: none, one hop shared by all frames, every frame's own, or every frame's own hop.
enum class PositionMode { fixed, hop, frames, hops };

inline bool variesInTime(ThetaMode mode) { return mode == ThetaMode::time || mode == ThetaMode::timeFrequency; }
inline bool variesInFrequency(ThetaMode mode) { return mode == ThetaMode::frequency || mode == ThetaMode::timeFrequency; }

/// Shape of theta for T frames and F bins: [1,1], [T,1], [1,F] or [T,F] (rows: frames).
inline Eigen::Index thetaRows(ThetaMode mode, Eigen::Index frames) { return variesInTime(mode) ? frames : 1; }
inline Eigen::Index thetaCols(ThetaMode mode, Eigen::Index bins) { return variesInFrequency(mode) ? bins : 1; }

/// How the time-frequency plane is tiled: window lengths and frame positions, the parameters of the transform.
struct Tiling {
    int support = 0;                       ///< N, samples; even, >= 4
    ThetaMode mode = ThetaMode::shared;
    RealFrames theta;                      ///< window lengths, samples, (0, N-1]; shape as thetaRows x thetaCols
    Vector positions;                      ///< t_i [T], samples: where the support of frame i begins

    int frames() const { return static_cast<int>(positions.size()); }
    int bins() const { return support / 2 + 1; }
    /// Position of frame i's centre, c_i = t_i + (N-1)/2.
    double centre(int frame) const { return positions[frame] + 0.5 * (support - 1); }
    /// theta of a cell, whatever the mode.
    double thetaAt(int frame, int bin) const {
        return theta(theta.rows() > 1 ? frame : 0, theta.cols() > 1 ? bin : 0);
    }
};

/// Gradient of a scalar in the parameters of a tiling, same shapes.
struct TilingGradient {
    RealFrames theta;  ///< d/dtheta, per sample
    Vector positions;  ///< d/dt_i, per sample

    void setZero(const Tiling& tiling) {
        theta.setZero(tiling.theta.rows(), tiling.theta.cols());
        positions.setZero(tiling.frames());
    }
};

/// dL/dH of one shared hop, t_i = t_0 + iH: sum_i i dL/dt_i.
inline double hopGradient(const TilingGradient& gradient) {
    double sum = 0;
    for (Eigen::Index i = 0; i < gradient.positions.size(); ++i) sum += static_cast<double>(i) * gradient.positions[i];
    return sum;
}

} // namespace thetascope
