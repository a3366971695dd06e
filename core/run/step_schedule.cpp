// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/step_schedule.h"

#include <algorithm>

namespace thetascope {

bool StepSchedule::take(double objective) {
    if (!m_plateau.reached(objective)) return false;
    constexpr double roundingSlack = 1.0 + 1e-9;
    if (m_factor <= smallest * roundingSlack) return m_mode == StopMode::plateau;
    m_factor = std::max(m_factor * shrink, smallest);
    m_plateau = Plateau(patience, tolerance);
    return false;
}

void StepSchedule::restart() {
    m_factor = 1;
    m_plateau = Plateau(patience, tolerance);
}

} // namespace thetascope
