// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "core/base/problem.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace thetascope {

/// A problem as the command line says it: "--theta-min: must be ...".
std::string problemText(const Problem& problem);

/// Prints every problem on a line of its own; the exit code of bad settings.
ExitCode reportProblems(const std::string& file, const Problems& problems);

/// Prints every error on a line of its own; the exit code of the first. errors isn't empty.
ExitCode reportAll(const std::vector<Error>& errors);

} // namespace thetascope
