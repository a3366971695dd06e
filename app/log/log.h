// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLoggingCategory>
#include <string>

namespace thetascope {

/// What the program did, for whoever has to find out why something failed: qCInfo(logProgram) << ... These go to the log file and
/// never to the terminal; Qt's own messages go to both.
Q_DECLARE_LOGGING_CATEGORY(logProgram) ///< started how, ended how, what was said on stderr or in the window
Q_DECLARE_LOGGING_CATEGORY(logRun)     ///< descents: settings, memory, engine, ending

/// What is written, from --log-level and --log-file.
struct LogOptions {
    std::string level = "info"; ///< "debug", "info", "warning", "error" or "off"
    std::string file;           ///< empty: thetascope.log in the folder for states (XDG_STATE_HOME, ~/.local/state), made if need be
};

/// Takes the options of the log out of the arguments, wherever they are before "--". Errors (kind arguments): no such level, or
/// an option without its value.
Result<LogOptions> takeLogOptions(int& argc, char** argv);

/// To be called before anything is logged: our own categories stay off the terminal, log or no log.
void keepLogOffTerminal();

/// Writes a log from now on to the end of the process, the first line saying how it was started. Errors (kind output): a file that
/// was named can't be written. Where the usual one can't be, there is none.
Status startLog(const LogOptions& options, int argc, const char* const* argv);

/// The file that is written; empty if none is.
std::string logPath();

} // namespace thetascope
