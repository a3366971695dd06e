// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace thetascope {

/// `thetascope classify MODEL FILE...`: a line per file: name, tab, label, tab, LABEL=PROBABILITY of every label, likeliest first.
/// `app` and `code` must outlive the parse.
void addClassify(CLI::App& app, ExitCode& code);

} // namespace thetascope
