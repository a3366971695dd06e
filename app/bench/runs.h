// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/suite.h"

namespace thetascope::bench {

/// Whole descents of 100 iterations of Adam with a theta per cell, T = 250 (engines.md, 2.4 and 2.6): the interval cache against
/// direct sums, and against as many evaluations of the printed sums.
void addRuns(int support, int rounds, Report& report);

} // namespace thetascope::bench
