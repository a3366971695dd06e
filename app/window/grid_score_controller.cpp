// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/grid_score_controller.h"

#include "app/window/run_list.h"
#include "app/workers/task_thread.h"

#include <algorithm>

namespace thetascope {
namespace {

const std::string gridSlot = "common grid";
/// An exact evaluation holds some 40 bytes per cell.
constexpr double mostCells = 1 << 23;

GridEntry entryOf(const RunData& run) {
    return {run.start.resolved.window, run.result->bestTiling, run.start.signal->startSeconds};
}

} // namespace

GridScoreController::GridScoreController(const Session& session, RunList& runs, TaskThread& tasks, QObject* parent)
    : QObject(parent), m_session(session), m_runs(runs), m_tasks(tasks) {
    connect(&m_runs, &RunList::changed, this, &GridScoreController::look);
}

std::optional<CommonGrid> GridScoreController::commonGrid() const {
    const auto& shown = m_session.run;
    if (!shown || shown->active || !shown->result) return std::nullopt;
    int support = 0, finished = 0;
    for (const auto& run : m_runs.runs()) {
        if (!run->result) continue;
        ++finished;
        support = std::max(support, run->result->bestTiling.support);
    }
    if (finished < 2) return std::nullopt; // nothing to compare with
    CommonGrid grid{shown->start.signal, shown->start.resolved, support};
    return grid.cells() <= mostCells ? std::optional(grid) : std::nullopt;
}

void GridScoreController::look() {
    const auto grid = commonGrid();
    if (grid != m_grid) {
        m_tasks.cancel(gridSlot);
        m_scores.clear();
        m_grid = grid;
        m_runs.setGridScores(m_scores, m_grid);
    }
    if (m_grid && !m_tasks.busy(gridSlot)) scoreNext();
}

void GridScoreController::scoreNext() {
    for (const auto& run : m_runs.runs()) {
        const int number = run->listNumber;
        if (!run->result || m_scores.contains(number)) continue;
        const GridEntry entry = entryOf(*run);
        if (!reaches(*m_grid, entry)) {
            m_scores[number] = std::nullopt;
            continue;
        }
        const auto known = [this, number](std::optional<double> score) {
            m_scores[number] = score;
            m_runs.setGridScores(m_scores, m_grid);
            look();
        };
        m_tasks.latest(gridSlot, [grid = *m_grid, entry](const std::stop_token& stop) { return scoreOn(grid, entry, stop); },
                       [known](double score) { known(score); }, [known](const QString&) { known(std::nullopt); }); // out of memory
        return;
    }
    m_runs.setGridScores(m_scores, m_grid);
}

} // namespace thetascope
