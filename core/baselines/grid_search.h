// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"

#include <functional>
#include <memory>
#include <vector>

namespace thetascope {

/// L(theta) of one window length shared by all cells, point by point: what a descent on a shared theta replaces.
struct ThetaLandscape {
    std::vector<double> thetas, objective; ///< same length; a transform each
    int best = 0;                          ///< the first of the least
    double bestTheta() const { return thetas[static_cast<std::size_t>(best)]; }
    double bestObjective() const { return objective[static_cast<std::size_t>(best)]; }
};

/// Evaluates the settings' objective exactly, in double, at every theta on the frames of `grid`. Thetas in (0, N-1], at
/// least one (else throws std::invalid_argument). Ends early, after at least one, when stopRequested says so.
ThetaLandscape searchGrid(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, const Tiling& grid,
                          const std::vector<double>& thetas, ThreadPool& pool,
                                  const std::function<bool()>& stopRequested = {});

} // namespace thetascope
