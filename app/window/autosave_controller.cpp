// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/autosave_controller.h"

#include "app/session/session_writer.h"
#include "app/workers/compute.h"

#include <QFile>

namespace thetascope {
namespace {

const std::string slotName = "autosave";

} // namespace

AutosaveController::AutosaveController(const Session& session, const SessionController& sessions, const RunList& runs, QObject* parent)
    : QObject(parent), m_session(session), m_sessions(sessions), m_runs(runs), m_writing(computeNiceness) {
    m_timer.setInterval(usualMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &AutosaveController::save);
}

void AutosaveController::start(const QString& folder) {
    const std::vector<LeftSession> left = leftSessions(folder);
    Result<std::unique_ptr<RecoverySlot>> slot = RecoverySlot::take(folder);
    if (!slot) return emit failed(QString::fromStdString(slot.error().message));
    m_slot = std::move(slot).value();
    setInterval(m_timer.interval());
    if (!left.empty()) emit found(left.front());
}

void AutosaveController::setInterval(int milliseconds) {
    m_timer.setInterval(milliseconds);
    if (milliseconds > 0 && m_slot) m_timer.start();
    else m_timer.stop();
}

AutosaveController::State AutosaveController::state() const {
    const auto& run = m_session.run;
    return {m_sessions.changes(), run ? run->listNumber : 0, run ? run->lastIteration() : 0};
}

void AutosaveController::save() {
    if (!m_slot || m_writing.busy()) return; // an hour's theta map may take longer than the interval
    if (!m_session.isOpen() || !(m_sessions.isModified() || m_runs.hasRuns())) {
        m_slot->clear();
        m_written = {-1, 0, 0};
        return;
    }
    const State now = state();
    if (now == m_written) return;
    const auto job = std::make_shared<const SessionToSave>(m_sessions.describe(m_runs.runs()));
    int iterations = 0;
    for (const RunData& run : job->runs) iterations += static_cast<int>(run.records.size());
    const std::string file = QFile::encodeName(m_slot->path()).toStdString();
    m_writing.latest(slotName, [file, job](const std::stop_token&) { return saveSession(file, *job); },
                     [this, now, iterations](std::monostate) {
                         m_written = now;
                         m_failing = false;
                         if (!m_adopted.isEmpty()) discardLeft(std::exchange(m_adopted, {}));
                         emit saved(iterations);
                     },
                     [this](const QString& message) {
                         if (!std::exchange(m_failing, true)) emit failed(tr("The session can't be kept for recovery: %1").arg(message));
                     });
}

void AutosaveController::adopt(const QString& left) {
    m_adopted = left;
    save();
}

} // namespace thetascope
