// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/optim/stopping.h"

namespace thetascope {

/// The share of the step in force at each iteration, and when even that leads nowhere:
///
///     plateau    1, 1/3, 1/9, ... 1/243, each until 10 iterations bring less than `tolerance`; the end is the last's plateau
///     constant   1; the end is a plateau of 30 iterations
///     cosine     (1 + cos(pi k / K)) / 2, never below 1/243, at iteration k of K; no end before K
///
/// With StopMode::none a descent never ends here.
class StepSchedule {
public:
    /// iterations: K >= 0.
    StepSchedule(Schedule kind, StopMode mode, int iterations);

    /// The share of the step now in force.
    double factor() const { return m_factor; }

    /// Takes the objective of an iteration, 0 (the start) first; true when the descent should stop.
    bool take(double objective);

    /// Something was changed from outside: back to the whole step, but for cosine, which goes by the iteration.
    void restart();

    /// Iterations of the plateau that shrinks the step, or ends the descent.
    static int patience(Schedule kind);

    static constexpr double tolerance = 1e-5; ///< relative
    static constexpr double shrink = 1.0 / 3;
    static constexpr double smallest = 1.0 / 243;

private:
    bool takePlateau(double objective);

    Schedule m_kind;
    StopMode m_mode;
    int m_iterations, m_taken = 0;
    Plateau m_plateau;
    double m_factor = 1;
};

} // namespace thetascope
