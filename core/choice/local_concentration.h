// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/choice/candidates.h"
#include "core/objective/neighbourhood.h"

namespace thetascope {

/// Adaptive selection as multi-resolution spectrograms do it (Jaillet and Torresani 2007; Lukin and Todd 2006): every cell
/// takes the window whose neighbourhood is most concentrated, that is has the largest sum p^3 (the least Renyi entropy of
/// order 3), p = |S|^2 / sum of |S|^2 over the neighbourhood. Of equals, and where all is silent, the shortest.
ThetaChoice selectByConcentration(const Candidates& candidates, Neighbourhood neighbourhood = {});

} // namespace thetascope
