// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thetascope {

/// Exit codes of the command line: the contract that scripts rely on.
enum class ExitCode { success = 0, runFailed = 1, arguments = 2, input = 3, output = 4, interrupted = 130 };

/// Whether a word is the name of a subcommand.
bool isSubcommand(std::string_view word);

/// Runs a subcommand, --help or --version without a window; returns the process's exit code. Everything that goes wrong is
/// one line on stderr. Starts no window system unless a picture is asked for, and then the offscreen one.
int runCommandLine(int argc, char** argv);

} // namespace thetascope
