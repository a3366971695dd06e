// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace thetascope {

/// `thetascope train FOLDER --out DIR`: learns theta and a classifier together. `app` and `code` must outlive the parse.
void addTrain(CLI::App& app, ExitCode& code);

} // namespace thetascope
