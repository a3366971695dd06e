// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/step_schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

constexpr int shrinkingPatience = 10, constantPatience = 30;

} // namespace

StepSchedule::StepSchedule(Schedule kind, StopMode mode, int iterations)
    : m_kind(kind), m_mode(mode), m_iterations(iterations), m_plateau(patience(kind), tolerance) {}

int StepSchedule::patience(Schedule kind) {
    return kind == Schedule::plateau ? shrinkingPatience : constantPatience;
}

bool StepSchedule::take(double objective) {
    if (m_kind != Schedule::cosine) return takePlateau(objective);
    const double share = m_iterations > 0 ? std::min(1.0, static_cast<double>(m_taken) / m_iterations) : 1.0;
    m_factor = std::max(smallest, 0.5 * (1 + std::cos(std::numbers::pi * share)));
    ++m_taken;
    return false;
}

bool StepSchedule::takePlateau(double objective) {
    if (!m_plateau.reached(objective)) return false;
    constexpr double roundingSlack = 1.0 + 1e-9;
    if (m_kind == Schedule::constant || m_factor <= smallest * roundingSlack) return m_mode == StopMode::plateau;
    m_factor = std::max(m_factor * shrink, smallest);
    m_plateau = Plateau(patience(m_kind), tolerance);
    return false;
}

void StepSchedule::restart() {
    if (m_kind != Schedule::cosine) m_factor = 1;
    m_plateau = Plateau(patience(m_kind), tolerance);
}

} // namespace thetascope
