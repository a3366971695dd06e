// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace thetascope {

/// `thetascope sweep FOLDER --thetas 10,20 --joint 10,200 --seeds 3 --out DIR`: trains with theta fixed at each of a list of values
/// and jointly from several starts, prints the paper's Table 1 and draws its Figure 3. What an interrupted sweep had done is not
/// repeated. `app` and `code` must outlive the parse.
void addSweep(CLI::App& app, ExitCode& code);

} // namespace thetascope
