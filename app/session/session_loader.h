// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <vector>

namespace thetascope {

/// A session as it was saved, ready to be shown.
struct LoadedSession {
    std::string path;
    /// Where the recording should have been and isn't (then there is nothing else); empty if it was found.
    std::string missingRecording;
    Recording recording;
    Settings settings;
    nlohmann::ordered_json view, display;
    std::vector<std::shared_ptr<RunData>> runs; ///< complete, the latest last
    bool left = false;                          ///< behind by a program that was killed: the path is not to be saved to
    std::string warning;                        ///< what had to be left out, as a sentence; empty if nothing
};

/// Reads a session, its recording, and brings its runs back: one exact evaluation each, at the best parameters kept. The
/// recording is looked for where the session says, then by its name beside the session; `recording`, if not empty, is taken
/// instead. A recording with other contents than when the session was saved keeps the settings but not the runs. Any thread;
/// takes as long as decoding and a transform do. Errors (kind input): a session or a recording that can't be read.
Result<LoadedSession> loadSession(const std::string& path, const std::string& recording, const std::stop_token& stop);

} // namespace thetascope
