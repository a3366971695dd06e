// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace thetascope {

/// Adds `scenes [--out DIR]`: generated scenes with known truth, the share of energy near it for the settings' descent, the
/// best fixed window and adaptive selection. The command sets `code`, which must outlive the parse.
void addScenes(CLI::App& app, ExitCode& code);

} // namespace thetascope
