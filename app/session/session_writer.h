// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/io/session_file.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace thetascope {

/// What a session is written from: taken on the GUI thread in no time, turned into a file by a worker.
struct SessionToSave {
    Recording recording;
    Settings settings;
    nlohmann::ordered_json view, display;
    std::vector<RunData> runs; ///< copies: a run that goes on does so
};

/// Packs and writes it, the recording's path relative to the file's folder, and hashes the recording. Any thread. Errors
/// (kind output).
Status saveSession(const std::string& path, const SessionToSave& session);

} // namespace thetascope
