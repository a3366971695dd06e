// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace thetascope {

/// What became of one of several files: a row of summary.csv.
struct FileOutcome {
    std::string file;    ///< as typed
    std::string folder;  ///< of its results
    ExitCode code = ExitCode::success;
    std::string message{}; ///< how the run ended, or what went wrong
    std::optional<double> initialObjective{}, bestObjective{}; ///< absent where there is no result
    int iterations = 0;
};

/// A folder below `out` for each file: its name without directory and extension, made unique by a number.
std::vector<std::string> outputFolders(const std::string& out, const std::vector<std::string>& files);

/// summary.csv: header line, then file,folder,status,exit_code,iterations,initial_objective,best_objective,message.
/// Texts are quoted as in RFC 4180.
std::string summaryCsv(const std::vector<FileOutcome>& outcomes);

/// The exit code of several files: 0 if all went well, 130 if interrupted, else 1.
ExitCode overallCode(const std::vector<FileOutcome>& outcomes);

} // namespace thetascope
