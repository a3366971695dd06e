// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/views/loss_axes.h"

#include <QPalette>
#include <QString>
#include <functional>
#include <vector>

namespace thetascope {

/// The objective of another run, drawn under the current one's.
struct RunCurve {
    QString name;
    int colour = 0; ///< which of the palette's, the same wherever the run is named
    std::vector<IterationRecord> records;
};

/// The colour of a run, by its number; none is that of the current objective.
QColor runColour(const QPalette& palette, int colour);

/// The curves of other runs in a plot. Belongs to it.
class LossRuns {
public:
    explicit LossRuns(QCustomPlot& plot) : m_plot(plot) {}

    void set(std::vector<RunCurve> runs, const QPalette& palette);
    const std::vector<RunCurve>& curves() const { return m_runs; }
    void setColours(const QPalette& palette);
    /// Draws every objective at height(objective).
    void rebuild(const std::function<double(double)>& height);
    /// The span of the current run and of those others that do not squeeze it.
    ValueSpan around(const ValueSpan& current) const;
    /// The last iteration of any, as a key; 0: none.
    double lastKey() const;

private:
    QCustomPlot& m_plot;
    std::vector<RunCurve> m_runs;
    std::vector<QCPGraph*> m_graphs; ///< owned by the plot
    std::vector<ValueSpan> m_spans;
};

} // namespace thetascope
