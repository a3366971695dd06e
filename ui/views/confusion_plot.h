// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/training.h"
#include "ui/views/guarded_plot.h"

#include <qcustomplot.h>

namespace thetascope {

/// A confusion matrix: truth downwards, prediction to the right, each cell's share of its row as its colour and its count as a
/// number. Follows its palette and font. Main thread.
class ConfusionPlot : public GuardedPlot {
    Q_OBJECT
public:
    explicit ConfusionPlot(QWidget* parent = nullptr);

    void setMatrix(const ConfusionMatrix& matrix);
    /// Text above; empty: none.
    void setCaption(const QString& caption);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refill();
    void addNumber(std::size_t truth, std::size_t predicted, double share);

    ConfusionMatrix m_matrix;
    QCPColorMap* m_cells;
    QCPTextElement* m_caption;
};

} // namespace thetascope
