// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/suite.h"

namespace thetascope::bench {

/// Speed-up of two threads, bytes per cell, growth in T and in N (and F with it), and errors against the oracle.
void addFigures(int rounds, Report& report);

} // namespace thetascope::bench
