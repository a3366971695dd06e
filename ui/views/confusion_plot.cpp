// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/confusion_plot.h"

#include "ui/views/axis_colours.h"

#include <QEvent>
#include <algorithm>

namespace thetascope {
namespace {

/// Of more labels numbers would not fit into the cells.
constexpr std::size_t mostNumbers = 24;
constexpr double strongShare = 0.5; // from here text takes the background's colour

int rowSum(const ConfusionMatrix& matrix, std::size_t truth) {
    int sum = 0;
    for (std::size_t predicted = 0; predicted < matrix.labels.size(); ++predicted) sum += matrix.at(truth, predicted);
    return sum;
}

} // namespace

ConfusionPlot::ConfusionPlot(QWidget* parent)
    : GuardedPlot(parent), m_cells(new QCPColorMap(xAxis, yAxis)), m_caption(new QCPTextElement(this)) {
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, m_caption);
    plotLayout()->setRowStretchFactor(0, 0.001);
    axisRect()->setupFullAxesBox();
    for (QCPAxis* axis : {xAxis2, yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
    xAxis->setLabel(tr("Predicted"));
    yAxis->setLabel(tr("True"));
    yAxis->setRangeReversed(true);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->grid()->setVisible(false);
        axis->setSubTicks(false);
    }
    m_cells->setInterpolate(false);
    m_cells->setTightBoundary(false);
    setCaption({});
    refill();
}

void ConfusionPlot::setMatrix(const ConfusionMatrix& matrix) {
    m_matrix = matrix;
    refill();
}

void ConfusionPlot::setCaption(const QString& caption) {
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void ConfusionPlot::refill() {
    const AxisColours c = axisColours(palette());
    setBackground(c.background);
    colourAxes(*axisRect(), c, font());
    m_caption->setFont(font());
    m_caption->setTextColor(c.text);
    QCPColorGradient gradient;
    gradient.setColorStops({{0, c.background}, {1, c.curve}});
    m_cells->setGradient(gradient);
    clearItems();
    const std::size_t count = m_matrix.labels.size();
    const auto ticker = makeTicker<QCPAxisTickerText>();
    m_cells->data()->setSize(static_cast<int>(std::max<std::size_t>(count, 1)), static_cast<int>(std::max<std::size_t>(count, 1)));
    const double last = static_cast<double>(std::max<std::size_t>(count, 2)) - 1;
    m_cells->data()->setRange({0, last}, {0, last});
    for (std::size_t truth = 0; truth < count; ++truth) {
        ticker->addTick(static_cast<double>(truth), QString::fromStdString(m_matrix.labels[truth]));
        const int sum = std::max(1, rowSum(m_matrix, truth));
        for (std::size_t predicted = 0; predicted < count; ++predicted) {
            const double share = static_cast<double>(m_matrix.at(truth, predicted)) / sum;
            m_cells->data()->setCell(static_cast<int>(predicted), static_cast<int>(truth), share);
            if (count <= mostNumbers && m_matrix.at(truth, predicted) > 0) addNumber(truth, predicted, share);
        }
    }
    m_cells->setDataRange({0, 1});
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTicker(ticker);
        axis->setRange(-0.5, last + 0.5);
    }
    replot(rpQueuedReplot);
}

void ConfusionPlot::addNumber(std::size_t truth, std::size_t predicted, double share) {
    const AxisColours c = axisColours(palette());
    auto* number = new QCPItemText(this);
    number->position->setCoords(static_cast<double>(predicted), static_cast<double>(truth));
    number->setText(QString::number(m_matrix.at(truth, predicted)));
    number->setFont(font());
    number->setColor(share > strongShare ? c.background : c.text);
}

void ConfusionPlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) refill();
}

} // namespace thetascope
