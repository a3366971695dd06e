// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/optim/stopping.h"

namespace thetascope {

/// Shrinks the step whenever the objective has reached a plateau, and says when even the smallest step leads nowhere:
/// factor 1, 1/3, 1/9, ... 1/243, each until `patience` iterations bring less than `tolerance`. With StopMode::none the
/// descent goes on at the last factor.
class StepSchedule {
public:
    explicit StepSchedule(StopMode mode) : m_mode(mode), m_plateau(patience, tolerance) {}

    /// The share of the step now in force.
    double factor() const { return m_factor; }

    /// Takes the objective of an iteration; true when the descent should stop.
    bool take(double objective);

    /// Back to the whole step: something was changed from outside.
    void restart();

    static constexpr int patience = 10;       ///< iterations
    static constexpr double tolerance = 1e-5; ///< relative
    static constexpr double shrink = 1.0 / 3;
    static constexpr double smallest = 1.0 / 243;

private:
    StopMode m_mode;
    Plateau m_plateau;
    double m_factor = 1;
};

} // namespace thetascope
