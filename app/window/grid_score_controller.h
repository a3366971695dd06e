// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/workers/grid_score.h"

#include <QObject>
#include <map>
#include <optional>

namespace thetascope {

class RunList;
class TaskThread;

/// Scores of all kept runs on one common grid of frames, that of the run on screen, on a worker: one run at a time, none
/// while a descent goes on, given up when the run on screen is another. Lives on the GUI thread.
class GridScoreController : public QObject {
    Q_OBJECT

public:
    GridScoreController(const Session& session, RunList& runs, TaskThread& tasks, QObject* parent);

    /// The runs, the one on screen or its objective may be others.
    void look();

private:
    std::optional<CommonGrid> commonGrid() const;
    void scoreNext();

    const Session& m_session;
    RunList& m_runs;
    TaskThread& m_tasks;
    std::optional<CommonGrid> m_grid;
    std::map<int, std::optional<double>> m_scores; ///< on m_grid, by number in the list; none: its windows don't reach over it
};

} // namespace thetascope
