// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/engine.h"
#include "core/objective/objective.h"

#include <stdexcept>

namespace thetascope {

/// What terms may be told of a signal: |S| at its settings' own theta and frames, by the exact engine. The signal and the pool
/// must outlive the terms.
TermContext termContext(const Signal& signal, const ResolvedSettings& settings, ThreadPool& pool);

/// The objective of settings that have passed checkSettings(); throws std::invalid_argument for others.
inline Objective objectiveOf(const Signal& signal, const ResolvedSettings& settings, ThreadPool& pool) {
    auto objective = parseObjective(settings.objective, termContext(signal, settings, pool));
    if (!objective) throw std::invalid_argument("objective: " + objective.error().message);
    return std::move(objective).value();
}

inline Wanted wantedOf(const Settings& settings) {
    return {true, settings.positionMode != PositionMode::fixed};
}

} // namespace thetascope
