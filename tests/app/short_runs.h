// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/window_fixture.h"

namespace thetascope::testing {

/// Sharpens and waits for the end; false if it doesn't come.
inline bool runToTheEnd(OpenWindow& program, const Settings& settings) {
    if (!program.edit(settings)) return false;
    program.actions().sharpen->trigger();
    return program.waitFor(RunState::running) && program.waitFor(RunState::idle) && program.idle();
}

inline Settings shortRun(ThetaMode mode, double step) {
    Settings settings = quickSettings();
    settings.thetaMode = mode;
    settings.step = step;
    settings.iterations = 8;
    return settings;
}

} // namespace thetascope::testing
