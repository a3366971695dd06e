// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/choice/candidates.h"
#include "core/objective/objective.h"

namespace thetascope {

/// A choice and what it costs under an objective.
struct ScoredChoice {
    ThetaChoice choice;
    double objective = 0; ///< of the whole objective, evaluated anew at the choice
    int sweeps = 0;       ///< of coordinate descent
};

/// The objective of a choice, evaluated from its magnitudes and tiling.
double scoreOf(const Candidates& candidates, const ThetaChoice& choice, const Objective& objective);

/// The candidate that is best for all cells: brute force.
ScoredChoice bestFixed(const Candidates& candidates, const Objective& objective);

/// The best window per frame, per frequency or per cell by coordinate descent: entry after entry takes the window that makes
/// the objective least while all others stay, until a sweep over all of them changes nothing (or after 50). Sweeps between the first
/// and that one pass over entries with no change since their last trial near enough to matter. Terms that separate into sums over cells
/// (entropy) cost O(1) per trial, smoothness and concentration look at an entry's neighbours; other terms don't guide the choice, but
/// count in the score. Begins at `start` (a choice of the same mode or one that it refines; e.g. the best fixed one).
/// Never ends above it by the terms that guide. Works on the calling thread; asks the pool's checkpoint entry by entry.
ScoredChoice descendByCoordinates(const Candidates& candidates, const Objective& objective, ThetaMode mode,
                                  const ThetaChoice& start, const ThreadPool& pool);

} // namespace thetascope
