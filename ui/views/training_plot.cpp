// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/training_plot.h"

#include "ui/render/colour_map.h"
#include "ui/theme/theme.h"
#include "ui/views/axis_colours.h"
#include "ui/views/axis_ticker.h"

#include <QEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace thetascope {
namespace {

constexpr double jointWidth = 2.2, fixedWidth = 1.1;
constexpr double rangeMargin = 1.08; // of a logarithmic range
constexpr int panelGap = 4;          // pixels
constexpr int thetaPanel = 2;

/// The smallest and largest positive value of a panel's graphs.
QCPRange positiveRange(const QCPAxisRect& panel) {
    double low = std::numeric_limits<double>::infinity(), high = 0;
    for (const QCPGraph* graph : panel.graphs()) {
        for (const QCPGraphData& point : *graph->data()) {
            if (!std::isfinite(point.value) || point.value <= 0) continue;
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
    return low > high ? QCPRange(0.1, 1) : QCPRange(low / rangeMargin, high * rangeMargin);
}

} // namespace

TrainingPlot::TrainingPlot(QWidget* parent)
    : GuardedPlot(parent), m_caption(new QCPTextElement(this)), m_footer(new QCPTextElement(this)), m_names(new QCPLegend) {
    plotLayout()->clear();
    auto* grid = new QCPLayoutGrid;
    plotLayout()->addElement(0, 0, m_caption);
    plotLayout()->addElement(1, 0, grid);
    auto* side = new QCPLayoutGrid; // the legend at its top, nothing below
    plotLayout()->addElement(1, 1, side); // first: elements learn their plot from the layout they are put into
    side->addElement(0, 0, m_names);
    side->addElement(1, 0, new QCPLayoutElement(this)); // of any height: an empty grid has none, and would press the panels flat
    side->setRowStretchFactor(0, 0.001);
    plotLayout()->addElement(2, 0, m_footer);
    plotLayout()->setColumnStretchFactor(1, 0.001); // as wide as its names
    plotLayout()->setRowStretchFactor(0, 0.001);
    plotLayout()->setRowStretchFactor(2, 0.001);
    m_names->setLayer(QStringLiteral("legend"));
    m_names->setFillOrder(QCPLegend::foRowsFirst);
    setAutoAddPlottableToLegend(false);
    const QStringList labels{tr("Training loss (nats)"), tr("Validation loss (nats)"), tr("θ (samples)")};
    auto* margins = new QCPMarginGroup(this);
    for (const QString& label : labels) {
        QCPAxisRect* panel = addPanel(label, label == labels.back());
        grid->addElement(static_cast<int>(m_panels.size()), 0, panel);
        panel->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        m_panels.push_back(panel);
    }
    grid->setRowSpacing(panelGap);
    setTexts({}, {});
    recolour();
}

QCPAxisRect* TrainingPlot::addPanel(const QString& label, bool last) {
    auto* panel = new QCPAxisRect(this);
    panel->setupFullAxesBox();
    for (const auto side : {QCPAxis::atTop, QCPAxis::atRight}) {
        panel->axis(side)->setTicks(false);
        panel->axis(side)->setTickLabels(false);
    }
    QCPAxis& y = *panel->axis(QCPAxis::atLeft);
    y.setScaleType(QCPAxis::stLogarithmic);
    y.setTicker(makeTicker<LogTicker>());
    y.setLabel(label);
    QCPAxis& x = *panel->axis(QCPAxis::atBottom);
    x.setTicker(makeTicker<NumberTicker>());
    x.setTickLabels(last);
    if (last) x.setLabel(tr("Epoch"));
    return panel;
}

void TrainingPlot::setTexts(const QString& caption, const QString& footer) {
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    m_footer->setText(footer);
    m_footer->setVisible(!footer.isEmpty());
}

std::vector<QColor> TrainingPlot::colours() const {
    const std::vector<QColor>& distinct = curveColours(palette());
    const auto fixedCount = std::count_if(m_curves.begin(), m_curves.end(), [](const TrainingCurve& c) { return !c.joint; });
    std::vector<QColor> result;
    int joint = 0, fixed = 0;
    for (const TrainingCurve& curve : m_curves) {
        if (curve.joint) {
            result.push_back(distinct[static_cast<std::size_t>(joint++) % distinct.size()]);
            continue;
        }
        const double share = fixedCount > 1 ? static_cast<double>(fixed++) / static_cast<double>(fixedCount - 1) : 0.5;
        result.push_back(QColor::fromRgb(ColourMap::named(QStringLiteral("viridis")).at(0.15 + 0.7 * share))); // short to long
    }
    return result;
}

void TrainingPlot::setCurves(std::vector<TrainingCurve> curves, int epochs) {
    m_curves = std::move(curves);
    m_epochs = std::max(1, epochs);
    for (const TrainingCurve& curve : m_curves)
        if (!curve.records.empty()) m_epochs = std::max(m_epochs, curve.records.back().epoch);
    clearPlottables();
    m_names->clearItems();
    const std::vector<QColor> distinct = colours();
    for (std::size_t i = 0; i < m_curves.size(); ++i) addCurve(m_curves[i], distinct[i]);
    m_names->setVisible(m_curves.size() > 1);
    scaleAxes();
    replot(rpQueuedReplot);
}

void TrainingPlot::addCurve(const TrainingCurve& curve, const QColor& colour) {
    QVector<double> epochs, training, validation, thetaEpochs{0}, theta{curve.initialTheta};
    for (const EpochRecord& record : curve.records) {
        epochs << record.epoch;
        training << record.trainLoss;
        validation << record.validationLoss;
        thetaEpochs << record.epoch;
        theta << record.theta;
    }
    addLine(epochs, training, 0, curve, colour);
    addLine(epochs, validation, 1, curve, colour);
    addLine(thetaEpochs, theta, thetaPanel, curve, colour);
    m_names->addItem(new QCPPlottableLegendItem(m_names, graph(graphCount() - 1)));
}

void TrainingPlot::addLine(const QVector<double>& x, const QVector<double>& y, int panel, const TrainingCurve& curve,
                           const QColor& colour) {
    const QCPAxisRect& rect = *m_panels[static_cast<std::size_t>(panel)];
    QCPGraph* line = addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    line->setData(x, y, true);
    line->setName(curve.name);
    line->setPen(QPen(colour, curve.joint ? jointWidth : fixedWidth));
    if (x.size() == 1) line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 3 * jointWidth));
}

void TrainingPlot::scaleAxes() {
    for (QCPAxisRect* panel : m_panels) {
        panel->axis(QCPAxis::atBottom)->setRange(0, m_epochs);
        panel->axis(QCPAxis::atLeft)->setRange(positiveRange(*panel));
        panel->axis(QCPAxis::atLeft)->setTickLabels(!m_curves.empty()); // no numbers of nothing
        panel->axis(QCPAxis::atBottom)->setTickLabels(!m_curves.empty() && panel == m_panels.back());
    }
}

void TrainingPlot::recolour() {
    const AxisColours c = axisColours(palette());
    setBackground(c.background);
    for (QCPAxisRect* panel : m_panels) colourAxes(*panel, c, font());
    QFont bold = font();
    bold.setBold(true);
    m_caption->setFont(bold);
    m_caption->setTextColor(c.text);
    m_footer->setFont(font());
    m_footer->setTextColor(blend(c.background, c.text, 0.7));
    m_names->setFont(font());
    m_names->setTextColor(c.text);
    m_names->setBrush(Qt::NoBrush);
    m_names->setBorderPen(Qt::NoPen);
    const std::vector<QColor> distinct = colours();
    for (int i = 0; i < graphCount(); ++i) {
        QPen pen = graph(i)->pen();
        pen.setColor(distinct[static_cast<std::size_t>(i / static_cast<int>(m_panels.size()))]);
        graph(i)->setPen(pen);
    }
    for (int i = 0; i < m_names->itemCount(); ++i) {
        m_names->item(i)->setFont(font());
        m_names->item(i)->setTextColor(c.text);
    }
    replot(rpQueuedReplot);
}

void TrainingPlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) recolour();
}

} // namespace thetascope
