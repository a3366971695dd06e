// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gather_request.h"
#include "app/cli/summary.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace thetascope {

/// What was asked of one file, all that decides its result: the program's version, the recording's path and SHA-256, the
/// settings as typed (but for `threads`, on which no result depends), the hashes of initial arrays, the pictures.
nlohmann::ordered_json describeRequest(const std::string& file, const RunRequest& request);

/// request.json in a result folder holds it, written last of all: a folder with it is whole, pictures included.
/// Errors (kind output).
Status writeRequestFile(const std::string& folder, const nlohmann::ordered_json& asked);

/// Takes the mark away before the folder is written anew. Errors (kind output).
Status removeRequestFile(const std::string& folder);

/// Whether a folder holds such a mark.
bool holdsRequestFile(const std::string& folder);

/// What came of a file that was finished earlier, if the folder holds the whole result of exactly this request; else nothing.
std::optional<FileOutcome> finishedBefore(const FileOutcome& file, const nlohmann::ordered_json& asked);

} // namespace thetascope
