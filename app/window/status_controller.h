// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"
#include "app/window/run_controller.h"
#include "app/workers/live_scores.h"

#include <QObject>
#include <QString>
#include <optional>

namespace thetascope {

class AnalysisController;
class PictureController;

/// Says what goes on: the state line, the gauges, the readout, and which actions can be taken. Lives on the GUI thread.
class StatusController : public QObject {
    Q_OBJECT

public:
    StatusController(const Session& session, const RunController& runs, const AnalysisController& analysis,
                     const PictureController& pictures, MainWindow& window, QObject* parent);

    void setRegion(const RegionChoice& region);
    /// What a descent would take while the result of another is on screen; absent: the same.
    void setNext(const std::optional<RegionChoice>& next);
    /// What a descent would take, if that is known.
    void setCost(const std::optional<RunCost>& cost);
    /// Of the picture on screen.
    void setScores(const std::optional<LiveScores>& scores, bool measuring);
    void setBusy(const QString& what); ///< empty: nothing is being computed
    void refresh();
    void readAt(std::optional<double> seconds, std::optional<double> hz);
    /// The last sentence of a run that ended.
    void setEnding(const QString& sentence);

private:
    QString sentence() const;
    QString progress() const;
    QString idleSentence() const;
    void refreshActions();
    void refreshGauges();

    const Session& m_session;
    const RunController& m_runs;
    const AnalysisController& m_analysis;
    const PictureController& m_pictures;
    MainWindow& m_window;
    RegionChoice m_region;
    std::optional<RegionChoice> m_next;
    std::optional<RunCost> m_cost;
    std::optional<LiveScores> m_scores;
    bool m_measuring = false; ///< the reconstruction
    QString m_busy, m_ending;
};

/// ms per iteration over the newest records (computing time, pauses excluded); absent with fewer than two.
std::optional<double> millisecondsPerIteration(const std::vector<IterationRecord>& records);

} // namespace thetascope
