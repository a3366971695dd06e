// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/run/runner.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

namespace thetascope {

/// pausing, stopping: asked for, but the iteration in progress goes on to its end.
enum class RunState { idle, running, pausing, paused, stopping };

/// Starts, steers and ends descents, and pulls what they tell at about 30 Hz. Events of older runs are ignored. Never waits
/// for a run: one that is replaced winds up while the next stands in line. Lives on the GUI thread.
class RunController : public QObject {
    Q_OBJECT

public:
    RunController(Session& session, QObject* parent);
    ~RunController() override;

    /// Starts a descent from the pictures; steps: iterations before it pauses, absent: none. Becomes session.run.
    void start(const StartPictures& pictures, const Settings& settings, std::optional<int> steps);
    void pause();
    void resume();
    /// Runs that many iterations, then pauses.
    void step(int iterations);
    /// Ends the run with its best result.
    void stop();
    /// Ends the run and forgets it.
    void discard();
    void setKnobs(const LiveKnobs& knobs);

    RunState state() const { return m_state; }
    bool active() const { return m_state != RunState::idle; }

signals:
    void started();
    void stateChanged();
    void iterationsDone(const std::vector<thetascope::IterationRecord>& records); ///< also in session.run
    void snapshotTaken(const std::shared_ptr<const thetascope::Snapshot>& snapshot);
    /// session.run has the result, if there is one; else the message says why not.
    void ended(const QString& message);

private:
    void pull();
    void launch();
    void setState(RunState state);
    void take(const std::vector<IterationRecord>& records);
    void fail(const QString& message);
    void handle(const PauseChanged& event);
    void handle(const RunEnded& event);

    Session& m_session;
    Runner m_runner;
    QTimer m_timer;
    std::optional<Runner::Job> m_waiting; ///< starts as soon as the runner is free
    std::optional<int> m_steps;           ///< of the waiting job
    RunState m_state = RunState::idle;
};

} // namespace thetascope
