// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace thetascope {

/// Adds `baselines FILE... --out DIR`: the descent in every mode against the fixed window, the grid search and the choices
/// from a list, as a table on stdout and as CSV. The command sets `code`, which must outlive the parse.
void addBaselines(CLI::App& app, ExitCode& code);

} // namespace thetascope
