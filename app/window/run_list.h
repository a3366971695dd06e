// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"
#include "app/workers/grid_score.h"

#include <QObject>
#include <map>
#include <optional>
#include <set>

namespace thetascope {

struct RunRow;

/// The runs of this recording, in the dock of runs and as curves under the current one's. Lives on the GUI thread.
class RunList : public QObject {
    Q_OBJECT

public:
    RunList(Session& session, const MainWindow& window, QObject* parent);

    /// The current run has begun; it joins the list.
    void add(const std::shared_ptr<RunData>& run);
    /// A run ended, was left or is current now.
    void refresh();
    void clear();
    /// The run of that number; null if there is none.
    std::shared_ptr<RunData> find(int number) const;
    void remove(int number);
    /// What the runs score on a common grid, by number: a run without an entry isn't scored yet, one without a number can't be. No
    /// grid: there is nothing to compare.
    void setGridScores(const std::map<int, std::optional<double>>& scores, const std::optional<CommonGrid>& grid);
    /// Oldest first.
    const std::vector<std::shared_ptr<RunData>>& runs() const { return m_runs; }
    bool hasRuns() const { return !m_runs.empty(); }

signals:
    void changed(); ///< the runs, which one is on screen, or whether one goes on
    void restoreRequested(const std::shared_ptr<thetascope::RunData>& run);
    void removed(const std::shared_ptr<thetascope::RunData>& run);

private:
    void fill();
    RunRow rowOf(const std::shared_ptr<RunData>& run) const;
    void compare();
    void showCurves();
    void limitMemory();

    Session& m_session;
    Panes m_panes;
    std::vector<std::shared_ptr<RunData>> m_runs; ///< oldest first
    std::set<int> m_hidden;                       ///< numbers of runs whose curves are not drawn
    std::map<int, std::optional<double>> m_gridScores;
    std::optional<CommonGrid> m_grid;
    int m_lastNumber = 0;
};

} // namespace thetascope
