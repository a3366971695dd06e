// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/slice_view.h"

#include "ui/theme/theme.h"
#include "ui/views/axis_plot.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/frequency_axis.h"
#include "ui/views/guarded_plot.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace thetascope {
namespace {

constexpr double adaptiveWidth = 1.6, classicalWidth = 1;
constexpr double windowLines = 5; // height of the window's picture with its numbers, lines of text
constexpr float windowFill = 0.18F;
constexpr double windowHeadroom = 1.15;
constexpr int windowTicks = 5;
constexpr double leastHz = 1e-3; // of a cursor on an axis without a place for 0

QColor faded(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

SliceView::SliceView(QWidget* parent) : QWidget(parent), m_plot(new AxisPlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents); // nothing to drag: it follows the other panes
    m_caption = new QCPTextElement(m_plot);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_caption);
    buildSpectrumRect();
    buildWindowRect();
    setAccessibleName(tr("Spectrum slice"));
    recolour();
    clear();
}

SliceView::~SliceView() = default;

void SliceView::buildSpectrumRect() {
    m_spectrumRect = m_plot->axisRect();
    QCPAxis *x = m_plot->xAxis, *y = m_plot->yAxis;
    m_frequency = std::make_unique<FrequencyAxis>(*x);
    x->ticker()->setTickCount(4);
    m_frequency->attach();
    y->setTicker(makeTicker<NumberTicker>());
    y->ticker()->setTickCount(4);
    y->setLabel(tr("Level (dB)"));
    y->setRange(-80, 0);
    m_classical = m_plot->addGraph();
    m_adaptive = m_plot->addGraph();
    m_line = new QCPItemStraightLine(m_plot);
    m_line->setVisible(false);
    m_line->setAntialiased(false);
}

void SliceView::buildWindowRect() {
    m_windowRect = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->insertRow(1);
    m_plot->plotLayout()->addElement(1, 0, m_windowRect);
    m_plot->plotLayout()->setRowSpacing(0);
    auto* group = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : {m_windowRect, m_spectrumRect})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, group);
    QCPAxis *x = m_windowRect->axis(QCPAxis::atBottom), *y = m_windowRect->axis(QCPAxis::atLeft);
    x->setTicker(makeTicker<NumberTicker>());
    x->ticker()->setTickCount(windowTicks);
    y->setTicks(false);
    y->setTickLabels(false);
    y->setRange(0, windowHeadroom);
    m_window = m_plot->addGraph(x, y);
}

void SliceView::clear() {
    setSlices({}, {});
    setWindowShape({});
    setCaption(tr("Point at the spectrogram"));
}

void SliceView::fill(QCPGraph& graph, const SpectrumSlice& slice) const {
    QVector<QCPGraphData> points;
    const std::size_t first = needsPositive(m_frequency->scale()) ? 1 : 0;
    for (std::size_t bin = first; bin < slice.levelDb.size(); ++bin) // zero levels are below any floor
        points.append({m_frequency->toUnit(static_cast<double>(bin) * slice.hzPerBin), std::max(slice.levelDb[bin], -1e3)});
    graph.data()->set(points, true);
}

void SliceView::setSlices(const SpectrumSlice& adaptive, const std::optional<SpectrumSlice>& classical) {
    const bool otherBins = adaptive.hzPerBin != m_adaptiveSlice.hzPerBin;
    m_adaptiveSlice = adaptive;
    m_classicalSlice = classical;
    if (otherBins && adaptive.hzPerBin > 0)
        m_frequency->setBins(adaptive.hzPerBin, static_cast<int>(adaptive.levelDb.size()));
    fill(*m_adaptive, adaptive);
    fill(*m_classical, classical.value_or(SpectrumSlice{}));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::setWindowShape(const SliceWindow& window) {
    QVector<QCPGraphData> points;
    const auto count = static_cast<double>(window.weights.size());
    for (std::size_t k = 0; k < window.weights.size(); ++k) {
        const double place = static_cast<double>(k) / (count - 1) - 0.5;
        points.append({1000 * place * window.thetaSeconds, window.weights[k]});
    }
    if (!points.isEmpty()) { // upright sides where it jumps
        points.prepend({points.first().key, 0});
        points.append({points.last().key, 0});
    }
    m_window->data()->set(points, true);
    const double half = window.supportSeconds > 0 ? 500 * window.supportSeconds : 1;
    m_windowRect->axis(QCPAxis::atBottom)->setRange(-half, half);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::setCaption(const QString& caption) {
    m_caption->setText(caption);
    setAccessibleDescription(caption);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::setCursor(std::optional<double> hz) {
    m_cursorHz = hz;
    m_line->setVisible(hz.has_value());
    if (hz) {
        const double unit = m_frequency->toUnit(std::max(*hz, leastHz));
        m_line->point1->setCoords(unit, 0);
        m_line->point2->setCoords(unit, 1);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::setDbLimits(double floorDb, double ceilingDb) {
    if (!(floorDb < ceilingDb))
        return;
    m_plot->yAxis->setRange(floorDb, ceilingDb);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::setFrequencyScale(FrequencyScale scale) {
    if (scale == m_frequency->scale())
        return;
    const AxisSpan before = m_frequency->hertz();
    m_frequency->setScale(scale);
    m_frequency->attach();
    if (m_adaptiveSlice.hzPerBin > 0)
        m_frequency->setBins(m_adaptiveSlice.hzPerBin, static_cast<int>(m_adaptiveSlice.levelDb.size()));
    m_frequency->setHertz(before);
    setSlices(m_adaptiveSlice, m_classicalSlice);
    setCursor(m_cursorHz);
}

void SliceView::setFrequencyRange(double lowHz, double highHz) {
    m_frequency->setHertz({lowHz, highHz});
    m_frequency->updateLabel();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::recolour() {
    stylePlot(*m_plot, palette());
    m_plot->setBackground(palette().brush(QPalette::Window));
    for (QCPAxisRect* rect : {m_windowRect, m_spectrumRect}) {
        rect->setBackground(palette().brush(QPalette::Window));
        for (QCPAxis* axis : rect->axes()) {
            axis->setTickLabelFont(tabularFont(font()));
            axis->setLabelFont(font());
            axis->setSubTicks(false);
        }
    }
    const auto& colours = curveColours(palette());
    m_adaptive->setPen(QPen(colours[1], adaptiveWidth));
    m_classical->setPen(QPen(mutedColour(palette()), classicalWidth));
    m_window->setPen(QPen(colours[2], adaptiveWidth));
    m_window->setBrush(faded(colours[2], windowFill));
    m_line->setPen(QPen(accentColour(palette()), 1));
    m_caption->setFont(font());
    m_caption->setTextColor(palette().color(QPalette::Text));
    const int height = static_cast<int>(windowLines * fontMetrics().height());
    m_windowRect->setMinimumSize(10, height);
    m_windowRect->setMaximumSize(QWIDGETSIZE_MAX, height);
    m_windowRect->setSizeConstraintRect(QCPLayoutElement::scrOuterRect);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SliceView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
}

} // namespace thetascope
