// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/recovery.h"
#include "app/window/run_list.h"
#include "app/window/session_controller.h"
#include "app/workers/task_thread.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <tuple>

namespace thetascope {

/// Keeps the session and its runs in a file of the recovery folder while there is anything that is nowhere else, and finds what
/// earlier programs left there. Written by a worker of its own. Does nothing before start(). Lives on the GUI thread.
class AutosaveController : public QObject {
    Q_OBJECT

public:
    static constexpr int usualMilliseconds = 30'000;

    AutosaveController(const Session& session, const SessionController& sessions, const RunList& runs, QObject* parent);

    /// Begins to keep sessions there, and says found() of the latest that was left.
    void start(const QString& folder);
    /// 0: never.
    void setInterval(int milliseconds);
    /// Writes now what has changed since the last time.
    void save();
    /// A left session is open again: it goes once it is kept anew.
    void adopt(const QString& left);

    /// Where this program's session is kept; empty before start().
    QString path() const { return m_slot ? m_slot->path() : QString(); }

signals:
    void found(const thetascope::LeftSession& left);
    /// The file is as the session was when save() was called, with so many iterations of all its runs.
    void saved(int iterations);
    void failed(const QString& message);

private:
    using State = std::tuple<int, int, int>; ///< changes, number of the latest run, its iterations
    State state() const;

    const Session& m_session;
    const SessionController& m_sessions;
    const RunList& m_runs;
    QTimer m_timer;
    std::unique_ptr<RecoverySlot> m_slot; ///< goes after the worker that writes to it
    TaskThread m_writing;
    State m_written{-1, 0, 0};
    QString m_adopted;
    bool m_failing = false; ///< said once
};

} // namespace thetascope
