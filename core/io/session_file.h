// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/settings.h"
#include "core/model/snapshot.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace thetascope {

/// The recording of a session.
struct SessionAudio {
    std::string path;        ///< relative to the session's folder, or "demo:NAME"
    std::string sha256;      ///< of the file's bytes, in hexadecimal; empty for a demonstration
    double sampleRate = 0;   ///< Hz
    int channels = 0;
    std::int64_t frames = 0; ///< samples per channel
};

/// A descent as a session keeps it: its best parameters and the numbers of every iteration, no pictures. The parameters stay
/// packed (see packed_numbers.h) until their shape is known from the recording itself: sessionTiling().
struct SessionRun {
    std::string name;        ///< what a person calls it; may be empty
    Settings settings;       ///< resolved, region included
    std::string theta, positions;
    int bestIteration = 0;
    std::string stopReason;  ///< one word or two, as run.json's
    std::string reasonText;  ///< in words
    double seconds = 0;
    std::vector<IterationRecord> history;
};

/// Everything needed to carry on. View and display are objects of numbers, texts, truth values and null, whose keys the
/// window knows.
struct SessionFile {
    SessionAudio audio;
    Settings settings;
    nlohmann::ordered_json view = nlohmann::ordered_json::object(), display = nlohmann::ordered_json::object();
    std::vector<SessionRun> runs; ///< the latest last
};

/// The longest session file that is read or written, bytes. So much for one person's afternoon; a hostile one stops here.
constexpr std::size_t largestSessionBytes = std::size_t{256} << 20;

/// Packs a run's best parameters.
void setTiling(SessionRun& run, const Tiling& best);

/// A run's best parameters, shaped by its settings as resolved on the recording that was really found. Values are whatever
/// the file says: check them with checkSettings(). Errors (kind input): another number of them.
Result<Tiling> sessionTiling(const SessionRun& run, const ResolvedSettings& resolved);

/// The session as JSON text.
std::string sessionText(const SessionFile& session, const std::string& version);

/// Reads such a text. Every member is checked: kind, range, length. Errors (kind input) name the member.
Result<SessionFile> parseSession(std::string_view text);

/// The same to and from a file, atomically; errors begin with the path.
Status writeSession(const std::string& path, const SessionFile& session, const std::string& version);
Result<SessionFile> readSession(const std::string& path);

} // namespace thetascope
