// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/training.h"
#include "ui/views/guarded_plot.h"

#include <QString>
#include <qcustomplot.h>
#include <vector>

namespace thetascope {

/// One training's curves.
struct TrainingCurve {
    QString name;
    std::vector<EpochRecord> records;
    double initialTheta = 0; ///< samples; the curve of theta begins there
    bool joint = true;       ///< theta was learned: a strong line; fixed: a thin one
};

/// The paper's Figure 3: training loss, validation loss and theta over the epochs, one panel each, logarithmic; a legend where there
/// is more than one curve. Follows its palette and font. Main thread.
class TrainingPlot : public GuardedPlot {
    Q_OBJECT
public:
    explicit TrainingPlot(QWidget* parent = nullptr);

    /// Replaces all curves; the last ones are drawn on top. epochs: the end of the axis, if the curves don't get further.
    void setCurves(std::vector<TrainingCurve> curves, int epochs);
    const std::vector<TrainingCurve>& curves() const { return m_curves; }
    /// Text above the panels and, smaller, below; empty: none.
    void setTexts(const QString& caption, const QString& footer);

protected:
    void changeEvent(QEvent* event) override;

private:
    QCPAxisRect* addPanel(const QString& label, bool last);
    void addLine(const QVector<double>& x, const QVector<double>& y, int panel, const TrainingCurve& curve, const QColor& colour);
    void addCurve(const TrainingCurve& curve, const QColor& colour);
    void scaleAxes();
    void recolour();
    std::vector<QColor> colours() const;

    std::vector<TrainingCurve> m_curves;
    std::vector<QCPAxisRect*> m_panels;
    QCPTextElement *m_caption, *m_footer;
    QCPLegend* m_names;
    int m_epochs = 1;
};

} // namespace thetascope
