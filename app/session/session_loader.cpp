// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session_loader.h"

#include "app/export/result_data.h"
#include "app/session/file_hash.h"
#include "app/workers/compute.h"
#include "core/io/session_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <limits>

namespace thetascope {
namespace {

constexpr const char* demoPrefix = "demo:";

/// Where the recording is now; its path as the session has it if it is nowhere.
std::string locate(const std::string& sessionPath, const std::string& recording) {
    if (recording.starts_with(demoPrefix)) return recording;
    const QDir folder = QFileInfo(QFile::decodeName(sessionPath.c_str())).absoluteDir();
    const QString saved = QFile::decodeName(recording.c_str());
    const QString there = QDir::cleanPath(folder.absoluteFilePath(saved));
    const QString beside = folder.absoluteFilePath(QFileInfo(saved).fileName());
    const bool moved = !QFileInfo::exists(there) && QFileInfo::exists(beside);
    return QFile::encodeName(moved ? beside : there).toStdString();
}

bool isThere(const std::string& recording) {
    return recording.starts_with(demoPrefix) || QFileInfo::exists(QFile::decodeName(recording.c_str()));
}

/// Why the runs of a session say nothing about this recording; empty if they fit.
std::string mismatch(const SessionAudio& saved, const AudioClip& clip) {
    const bool sameShape =
        saved.sampleRate == clip.sampleRate && saved.channels == clip.channels && saved.frames == clip.frames();
    const bool demo = clip.name.starts_with(demoPrefix);
    if (sameShape && (demo || saved.sha256 == fileSha256(clip.name))) return {};
    return clip.name + " is not what it was when the session was saved: its settings are kept, its runs are left out";
}

StopReason reasonNamed(const std::string& name) {
    for (const StopReason reason : {StopReason::plateau, StopReason::iterationCap, StopReason::notFinite})
        if (name == stopReasonName(reason)) return reason;
    return StopReason::stopped;
}

std::shared_ptr<DescentResult> resultOf(const SessionRun& saved, const Tiling& best, const Evaluation& evaluation) {
    auto result = std::make_shared<DescentResult>();
    result->reason = reasonNamed(saved.stopReason);
    result->reasonText = saved.reasonText;
    result->iterations = static_cast<int>(saved.history.size()) - 1;
    result->bestIteration = saved.bestIteration;
    result->initialObjective = saved.history.front().objective;
    result->finalObjective = saved.history.back().objective;
    result->bestObjective = evaluation.scores.objective;
    result->seconds = saved.seconds;
    result->history = saved.history;
    result->bestTiling = best;
    result->best = evaluation.spectrogram;
    result->bestSpectrum = evaluation.spectrum;
    result->scores = evaluation.scores;
    result->settings = evaluation.settings;
    return result;
}

Error unusable(const Problems& problems) {
    return {ErrorKind::input, "\"" + problems.front().field + "\" " + problems.front().message};
}

/// A run with its pictures. Settings and parameters pass the checks that a person's would before anything is allocated.
Result<std::shared_ptr<RunData>> restoreRun(const SessionRun& saved, const AudioClip& clip) {
    Settings settings = saved.settings;
    settings.threads = windowThreads(settings.threads);
    const auto signal = extractSignal(clip, settings.channel, settings.startSeconds, settings.endSeconds);
    if (!signal) return signal.error();
    const int length = (*signal)->length();
    const Problems problems = checkSettings(settings, {}, length, clip.sampleRate);
    if (!problems.empty()) return unusable(problems);
    const Result<Tiling> best = sessionTiling(saved, resolve(settings, length, clip.sampleRate));
    if (!best) return best.error();
    const InitialArrays arrays{best->theta, best->positions};
    const Problems wrong = checkSettings(settings, arrays, length, clip.sampleRate);
    if (!wrong.empty()) return unusable(wrong);

    Result<StartPictures> start = makeStartPictures(clip, settings, {});
    if (!start) return start.error();
    auto run = std::make_shared<RunData>();
    run->source = clip.name;
    run->start = std::move(start).value();
    run->records = saved.history;
    run->bestIteration = saved.bestIteration;
    auto history = std::make_shared<History>(std::numeric_limits<std::size_t>::max()); // two entries
    history->add(0, run->start.start->tiling, 0);
    history->add(saved.bestIteration, *best, saved.bestIteration);
    run->history = std::move(history);
    Settings exact = settings; // as a descent's own result is
    exact.precision = Precision::doublePrecision;
    auto result = resultOf(saved, *best, evaluate(run->start.signal, exact, arrays, false));
    result->settings.precision = settings.precision;
    run->result = std::move(result);
    return run;
}

void restoreRuns(const SessionFile& file, const std::stop_token& stop, LoadedSession& loaded) {
    loaded.warning = file.runs.empty() ? std::string() : mismatch(file.audio, *loaded.recording.clip);
    if (!loaded.warning.empty()) return;
    for (const SessionRun& saved : file.runs) {
        if (stop.stop_requested()) return;
        auto run = restoreRun(saved, *loaded.recording.clip);
        if (run) loaded.runs.push_back(*run);
        else loaded.warning = loaded.path + ": a run could not be brought back: " + run.error().message;
    }
}

} // namespace

Result<LoadedSession> loadSession(const std::string& path, const std::string& recording, const std::stop_token& stop) {
    const Result<SessionFile> file = readSession(path);
    if (!file) return file.error();
    LoadedSession loaded;
    loaded.path = path;
    const std::string source = recording.empty() ? locate(path, file->audio.path) : recording;
    if (!isThere(source)) {
        loaded.missingRecording = source;
        return loaded;
    }
    Result<Recording> opened = openRecording(source, file->settings.channel, stop);
    if (!opened) return opened.error();
    loaded.recording = std::move(opened).value();
    loaded.settings = file->settings;
    loaded.settings.channel = loaded.recording.channel;
    loaded.view = file->view;
    loaded.display = file->display;
    restoreRuns(*file, stop, loaded);
    return loaded;
}

} // namespace thetascope
