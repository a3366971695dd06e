// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace thetascope {

/// Adds `reconstruct RESULT_DIR --out F.wav`: the sound of a result, how far it is from the recording, and what no window
/// saw. The command sets `code`, which must outlive the parse.
void addReconstruct(CLI::App& app, ExitCode& code);

} // namespace thetascope
