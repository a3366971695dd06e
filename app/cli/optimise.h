// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/run_options.h"

namespace thetascope {

/// `thetascope optimise FILE... --out DIR`: descends on every file and writes its results: into DIR for one file, into a
/// folder of its own below DIR for each of several, with a summary.csv.
ExitCode runOptimise(const RunOptions& options);

} // namespace thetascope
