// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/session_file.h"

#include "core/io/atomic_file.h"
#include "core/io/input_file.h"
#include "core/io/packed_numbers.h"
#include "core/io/session_reader.h"
#include "core/io/settings_json.h"

#include <limits>

namespace thetascope {
namespace {

using Json = nlohmann::ordered_json;
constexpr int indent = 1;

Error withPath(const std::string& path, const Error& error) { return {error.kind, path + ": " + error.message}; }

Json recordJson(const IterationRecord& record) {
    Json terms = Json::array();
    for (const TermValue& term : record.terms) terms.push_back({term.name, term.value, term.weight});
    return {{"iteration", record.iteration},
            {"objective", record.objective},
            {"terms", std::move(terms)},
            {"step", record.step},
            {"gradient-norm", record.gradientNorm},
            {"theta", {record.thetaMean, record.thetaMin, record.thetaMax}},
            {"hop", record.hopMean},
            {"seconds", record.seconds}};
}

Json runJson(const SessionRun& run) {
    Json history = Json::array();
    for (const IterationRecord& record : run.history) history.push_back(recordJson(record));
    return {{"name", run.name},
            {"settings", settingsToJson(run.settings)},
            {"best-iteration", run.bestIteration},
            {"stop-reason", run.stopReason},
            {"reason", run.reasonText},
            {"seconds", run.seconds},
            {"theta", run.theta},
            {"positions", run.positions},
            {"history", std::move(history)}};
}

} // namespace

void setTiling(SessionRun& run, const Tiling& best) {
    run.theta = packNumbers({best.theta.data(), static_cast<std::size_t>(best.theta.size())});
    run.positions = packNumbers({best.positions.data(), static_cast<std::size_t>(best.positions.size())});
}

Result<Tiling> sessionTiling(const SessionRun& run, const ResolvedSettings& resolved) {
    const Eigen::Index rows = thetaRows(resolved.thetaMode, resolved.T), columns = thetaCols(resolved.thetaMode, resolved.F);
    const auto theta = unpackNumbers(run.theta, static_cast<std::size_t>(rows * columns));
    if (!theta) return theta.error();
    const auto positions = unpackNumbers(run.positions, static_cast<std::size_t>(resolved.T));
    if (!positions) return positions.error();
    Tiling tiling;
    tiling.support = resolved.N;
    tiling.mode = resolved.thetaMode;
    tiling.theta = Eigen::Map<const RealFrames>(theta->data(), rows, columns);
    tiling.positions = Eigen::Map<const Vector>(positions->data(), resolved.T);
    return tiling;
}

std::string sessionText(const SessionFile& session, const std::string& version) {
    Json runs = Json::array();
    for (const SessionRun& run : session.runs) runs.push_back(runJson(run));
    const Json document = {{"thetascope-session", sessionVersion},
                           {"written-by", version},
                           {"audio",
                            {{"path", session.audio.path},
                             {"sha256", session.audio.sha256},
                             {"sample-rate", session.audio.sampleRate},
                             {"channels", session.audio.channels},
                             {"frames", session.audio.frames}}},
                           {"settings", settingsToJson(session.settings)},
                           {"view", session.view},
                           {"display", session.display},
                           {"runs", std::move(runs)}};
    return document.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status writeSession(const std::string& path, const SessionFile& session, const std::string& version) {
    const std::string text = sessionText(session, version);
    if (text.size() > largestSessionBytes)
        return Error{ErrorKind::output, path + ": the session's runs are too many to be kept in one file ("
                                            + std::to_string(text.size() >> 20) + " MB); forget some of them first"};
    return writeTextFile(path, text);
}

Result<SessionFile> readSession(const std::string& path) {
    const Result<std::string> text = readTextFile(path, largestSessionBytes);
    if (!text) return text.error();
    Result<SessionFile> session = parseSession(*text);
    return session ? std::move(session) : withPath(path, session.error());
}

} // namespace thetascope
