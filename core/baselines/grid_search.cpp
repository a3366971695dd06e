// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/grid_search.h"

#include "core/run/loss.h"

#include <algorithm>
#include <stdexcept>

namespace thetascope {

ThetaLandscape searchGrid(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, const Tiling& grid,
                          const std::vector<double>& thetas, ThreadPool& pool, const std::function<bool()>& stopRequested) {
    if (thetas.empty())
        throw std::invalid_argument("searchGrid: no window lengths");
    ResolvedSettings exact = settings;
    exact.precision = Precision::doublePrecision;
    const auto loss = makeExactLoss(std::move(signal), exact, pool);
    Tiling tiling = grid;
    tiling.mode = ThetaMode::shared;
    ThetaLandscape landscape;
    for (const double theta : thetas) {
        if (!landscape.thetas.empty() && stopRequested && stopRequested())
            break;
        tiling.theta = RealFrames::Constant(1, 1, theta);
        landscape.thetas.push_back(theta);
        landscape.objective.push_back(loss->value(tiling));
    }
    const auto least = std::min_element(landscape.objective.begin(), landscape.objective.end());
    landscape.best = static_cast<int>(least - landscape.objective.begin());
    return landscape;
}

} // namespace thetascope
