// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optimise_file.h"

#include <vector>

namespace thetascope {

/// Runs every file, `jobs` >= 1 descents at a time, and writes their results on this thread (pictures need the main one) as
/// they come. At most 2 jobs + 1 results are in memory. A file that fails never stops the rest. On a terminal, several
/// files share one bar with the time left. Outcomes in the order of the files.
std::vector<FileOutcome> runFiles(const std::vector<FileOutcome>& files, const RunRequest& request, const FileRunOptions& options,
                                  int jobs);

/// The line a terminal shows while files are worked on: done of total, failures, time left.
std::string batchBar(std::size_t done, std::size_t total, std::size_t failed, double secondsLeft, int columns);

} // namespace thetascope
