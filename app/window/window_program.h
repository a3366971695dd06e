// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Whether the arguments ask for the command line instead of the window: the first is one of its subcommands, or one of
/// them is --help, -h or --version.
bool wantsCommandLine(int argc, const char* const* argv);

/// thetascope [FILE]: opens the window and returns the exit code of the program when it is closed. 1 without a display, 2
/// for arguments that mean nothing; each with one line on stderr.
int runWindow(int argc, char** argv);

} // namespace thetascope
