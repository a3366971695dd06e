// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session_writer.h"

#include "app/export/result_data.h"
#include "app/session/file_hash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <optional>

namespace thetascope {
namespace {

constexpr const char* demoPrefix = "demo:";

SessionAudio describeAudio(const std::string& sessionPath, const AudioClip& clip) {
    SessionAudio audio;
    audio.sampleRate = clip.sampleRate;
    audio.channels = clip.channels;
    audio.frames = clip.frames();
    audio.path = clip.name;
    if (clip.name.starts_with(demoPrefix)) return audio;
    const QDir folder = QFileInfo(QFile::decodeName(sessionPath.c_str())).absoluteDir();
    const QString recording = QFileInfo(QFile::decodeName(clip.name.c_str())).absoluteFilePath();
    audio.path = QFile::encodeName(folder.relativeFilePath(recording)).toStdString();
    audio.sha256 = fileSha256(clip.name);
    return audio;
}

std::optional<SessionRun> describeRun(const RunData& run) {
    const std::optional<Tiling> best = run.bestTiling();
    if (!best || run.records.empty()) return std::nullopt;
    SessionRun saved;
    saved.settings = run.start.resolved;
    if (run.start.signal) {
        const Signal& signal = *run.start.signal;
        saved.settings.startSeconds = signal.startSeconds;
        saved.settings.endSeconds = signal.startSeconds + signal.length() / signal.sampleRate;
    }
    setTiling(saved, *best);
    saved.bestIteration = run.bestIteration;
    const DescentResult* const end = run.result ? run.result.get() : run.learned.get();
    saved.stopReason = end != nullptr ? stopReasonName(end->reason) : stopReasonName(StopReason::stopped);
    saved.reasonText = end != nullptr ? end->reasonText : "saved while it went on";
    saved.seconds = run.records.back().seconds;
    saved.history = run.records;
    return saved;
}

} // namespace

Status saveSession(const std::string& path, const SessionToSave& session) {
    SessionFile file;
    file.audio = describeAudio(path, *session.recording.clip);
    file.settings = session.settings;
    file.view = session.view;
    file.display = session.display;
    for (const RunData& run : session.runs) {
        if (auto saved = describeRun(run)) file.runs.push_back(std::move(*saved));
    }
    return writeSession(path, file, THETASCOPE_VERSION);
}

} // namespace thetascope
