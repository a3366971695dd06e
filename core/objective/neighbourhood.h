// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

namespace thetascope {

class ThreadPool;

/// Half the extent of the neighbourhoods in which concentration is measured: (2 bins + 1) x (2 frames + 1) cells about a cell,
/// clipped at the edges.
struct Neighbourhood {
    int bins = 12, frames = 3;
};

/// sums(i, f) = sum of the values in the neighbourhood of (i, f), added up one by one: differences of running sums would lose
/// quiet cells beside loud ones. The relation is symmetric, so that this is its own adjoint. Shapes [T, F]; sums is resized.
/// The pool, if any, shares the frames out; the result doesn't depend on it. `values` and `sums` must not be the same.
void boxSums(const RealFrames& values, Neighbourhood half, RealFrames& sums, ThreadPool* pool = nullptr);

/// How concentrated the energy about every cell is: ln sum p^3 over its neighbourhood, p = |S|^2 / sum of |S|^2 there (minus twice
/// the Renyi entropy of order 3), [T, F], <= 0; -infinity where all is silent.
struct LocalConcentration {
    RealFrames energy;        ///< of the neighbourhoods, (|S| / peak)^2 added up, peak the largest magnitude of all
    RealFrames concentration;
};
LocalConcentration localConcentration(const RealFrames& magnitude, Neighbourhood half, ThreadPool* pool = nullptr);

} // namespace thetascope
