// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "core/base/result.h"

#include <string>

namespace thetascope::console {

/// The exit code of a kind of error.
ExitCode exitCode(ErrorKind kind);

/// One line on stderr: "thetascope: WHERE: MESSAGE" ("thetascope: MESSAGE" if `where` is empty or the message begins with
/// it). Line breaks and control characters, as in a hostile file name, become spaces.
void printError(const std::string& where, const std::string& message);

/// printError(), and the exit code of the error's kind.
ExitCode report(const std::string& where, const Error& error);

/// One line on stdout.
void printLine(const std::string& line);

} // namespace thetascope::console
