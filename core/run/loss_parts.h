// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/engine.h"
#include "core/objective/objective.h"

#include <stdexcept>

namespace thetascope {

/// The objective of settings that have passed checkSettings(); throws std::invalid_argument for others.
inline Objective objectiveOf(const Settings& settings) {
    auto objective = parseObjective(settings.objective);
    if (!objective) throw std::invalid_argument("objective: " + objective.error().message);
    return std::move(objective).value();
}

inline Wanted wantedOf(const Settings& settings) {
    return {true, settings.positionMode != PositionMode::fixed};
}

} // namespace thetascope
