// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QObject>
#include <memory>

namespace thetascope {

class PictureController;
class TaskThread;

/// The history slider, the loss curve and the picture of the iteration they point at, which a worker computes from the
/// parameters kept; only the latest request counts. Lives on the GUI thread.
class HistoryController : public QObject {
    Q_OBJECT

public:
    HistoryController(Session& session, TaskThread& tasks, const MainWindow& window, PictureController& pictures,
                      QObject* parent);

    void runStarted();
    /// session.run is a run of earlier: its curve, and its best picture.
    void runRestored();
    void iterationsDone(const std::vector<IterationRecord>& records);
    void snapshotTaken(const std::shared_ptr<const Snapshot>& snapshot);
    /// The run stands still: its last iteration, if the picture on screen is older and follows it.
    void runPaused();
    /// The result stands: its best iteration is shown if the picture followed the run.
    void runEnded();
    void clear();
    /// A run that came with a session: its curve, its slider, and the iteration that was on screen.
    void restored(int iteration);

    void showIteration(int iteration);
    void showLatest();

signals:
    void failed(const QString& message);

private:
    void showKept(int iteration);
    void showBest();

    Session& m_session;
    TaskThread& m_tasks;
    Panes m_panes;
    PictureController& m_pictures;
};

} // namespace thetascope
