// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/views/loss_runs.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QLabel;

namespace thetascope {

class LossPlot;

/// The loss curve of a descent with every term. The objective is drawn raw on the left axis. Terms differ by orders of
/// magnitude, so each is drawn over its own range, lowest to highest so far, on the right axis (0 to 100 %), and its value
/// and weight stand in the key above. Click or drag: that iteration. Lives on the window's thread.
class LossView : public QWidget {
    Q_OBJECT

public:
    explicit LossView(QWidget* parent = nullptr);

    /// Forgets the current run's curve (the others stay).
    void clear();

    /// Adds iterations, in order. Cheap (amortised O(1) per record): call at 30 Hz with whatever has arrived.
    void append(const std::vector<IterationRecord>& records);

    /// The best iteration, marked; -1: none.
    void setBest(int iteration);

    /// The iteration on screen, a vertical line, whose values stand in the key; -1: the newest, no line.
    void setShown(int iteration);

    /// The objectives of other runs, dashed under this one's. Those whose values lie far from the current run's (another
    /// objective) do not squeeze it: they then run out of the picture.
    void setRuns(std::vector<RunCurve> runs);

    /// log y: of the objective where it is positive throughout, otherwise of its distance above its lowest.
    void setLogX(bool on);
    void setLogY(bool on);
    bool logX() const;
    bool logY() const;

    LossPlot& plot() { return *m_plot; } ///< a QCustomPlot, for pictures and tests

signals:
    void iterationPicked(int iteration);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshKey();

    LossPlot* m_plot = nullptr;
    QLabel* m_key = nullptr;
    QCheckBox* m_logX = nullptr;
    QCheckBox* m_logY = nullptr;
};

} // namespace thetascope
