// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

#include <vector>

namespace thetascope {

/// Under the root of every variation: a difference well below sqrt(eps) = 3e-4 (samples, or relative with log) counts as none.
inline constexpr double variationEpsilon = 1e-7;

/// A neighbour of every cell, `rows` and `cols` further, and how much its difference weighs.
struct Neighbour {
    Eigen::Index rows = 0, cols = 0;
    /// gamma [rows, cols of the map] of the pair (cell, cell + offset), in both directions; null: 1. Entries of cells whose
    /// neighbour lies outside are not used.
    const FrameArray<float>* weights = nullptr;
};

/// R = mean over all cells c of sqrt(sum over n of gamma_c,n (v_c - v_n)^2 + eps), Eq. (23) of the paper: n runs through the
/// neighbours given and those opposite to them, as far as they lie within the map. Adds dR/dv to slope [same shape] unless null.
/// A map of one cell has R = 0.
double variation(const RealFrames& map, const std::vector<Neighbour>& neighbours, RealFrames* slope);

} // namespace thetascope
