// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/views/guarded_plot.h"
#include "ui/views/loss_axes.h"
#include "ui/views/loss_runs.h"

#include <QString>
#include <qcustomplot.h>
#include <vector>

namespace thetascope {

/// The plot of LossView: the objective on the left axis, every term on a hidden axis of its own, over its own range.
class LossPlot : public GuardedPlot {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    void clear();
    void append(const std::vector<IterationRecord>& records);
    void setBest(int iteration);
    void setShown(int iteration);
    void setRuns(std::vector<RunCurve> runs);
    void setLogX(bool on);
    void setLogY(bool on);
    void setColours(const QPalette& palette);

    const std::vector<IterationRecord>& records() const { return m_records; }
    int best() const { return m_best; }
    int shown() const { return m_shown; }
    /// The record on show: the chosen iteration's, otherwise the newest; null if there is none.
    const IterationRecord* current() const;
    const IterationRecord* recordOf(int iteration) const;
    /// The colour of a term's curve; invalid if it has none (a single term of weight 1 is the objective itself).
    QColor termColour(const std::string& name) const;
    const std::vector<RunCurve>& runs() const { return m_runs.curves(); }
    bool logX() const { return xAxis->scaleType() == QCPAxis::stLogarithmic; }
    bool logY() const { return m_logY; }

    /// Where an iteration is drawn, logical pixels.
    double pixelOf(int iteration) const;
    QCPGraph* objectiveGraph() const { return m_objective; }

signals:
    void iterationPicked(int iteration);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct TermCurve {
        std::string name;
        QCPGraph* graph = nullptr; ///< its value axis is hidden
        ValueSpan span;
    };

    void buildAxes();
    void buildMarks();
    void addTerms(const IterationRecord& record);
    TermCurve& curveOf(const std::string& name);
    void rebuildObjective();
    double shownHeight(double objective) const;
    void fitAxes();
    void fitObjectiveAxis();
    void placeMarks();
    void pick(const QPointF& position);

    std::vector<IterationRecord> m_records;
    std::vector<TermCurve> m_terms;
    LossRuns m_runs;
    QCPGraph *m_objective = nullptr, *m_bestMark = nullptr;
    QCPItemStraightLine* m_shownLine = nullptr;
    ValueSpan m_span;
    QPalette m_colours; ///< the view's: it changes before this widget's own
    int m_best = -1, m_shown = -1;
    bool m_logY = false, m_picking = false;
};

} // namespace thetascope
