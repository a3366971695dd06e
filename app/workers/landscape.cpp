// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/landscape.h"

#include "core/base/thread_pool.h"
#include "core/run/loss.h"

#include <cmath>

namespace thetascope {

Result<WindowLengthSearch> searchWindowLengths(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                               int points, const std::stop_token& stop) {
    ResolvedSettings shared = settings;
    shared.thetaMode = ThetaMode::shared;
    shared.precision = Precision::doublePrecision;
    Tiling tiling = initialTiling(shared);
    ThreadPool pool(shared.threads);
    const auto loss = makeExactLoss(signal, shared, pool);
    const double ratio = std::pow(settings.thetaUpper / settings.thetaLower, 1.0 / (points - 1));
    WindowLengthSearch search;
    for (int k = 0; k < points; ++k) {
        if (stop.stop_requested()) return Error{ErrorKind::interrupted, "the grid search was given up"};
        const double theta = k + 1 < points ? settings.thetaLower * std::pow(ratio, k) : settings.thetaUpper;
        tiling.theta.setConstant(1, 1, theta);
        search.thetas.push_back(theta);
        search.objectives.push_back(loss->value(tiling));
    }
    return search;
}

} // namespace thetascope
