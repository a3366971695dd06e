// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/run/check_settings.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace thetascope {

/// The objective at window lengths shared by all cells, on the frames that a descent begins with.
struct WindowLengthSearch {
    std::vector<double> thetas;     ///< samples, from the lower bound to the upper, equal ratios apart
    std::vector<double> objectives; ///< exact, in double
};

/// Evaluates it at `points` >= 2 lengths. Settings must have passed checkSettings(). Error: of kind interrupted, if stopped.
Result<WindowLengthSearch> searchWindowLengths(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                               int points, const std::stop_token& stop);

} // namespace thetascope
