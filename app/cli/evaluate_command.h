// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/run_options.h"

namespace thetascope {

/// `thetascope evaluate FILE --out DIR`: one forward pass at given parameters, with gradients and their check if asked.
ExitCode runEvaluate(const RunOptions& options);

} // namespace thetascope
