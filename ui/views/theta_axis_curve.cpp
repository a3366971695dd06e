// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/theta_axis_curve.h"

#include "ui/views/axis_margins.h"
#include "ui/views/guarded_plot.h"
#include "ui/views/map_axis_pane.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double curveWidth = 0.1;  // of the font's height
constexpr double rangeMargin = 0.03; // of the scale's height: a curve on a bound is seen whole
constexpr double leastSamples = 16;
constexpr double timeMargin = 0.02;
constexpr double numberScale = 2.2; // size of the single number, times the widget's font
constexpr double singlePointSize = 7; // pixels

ThetaMode modeOf(const CellGrid* grid) { return grid ? grid->spectrogram->tiling.mode : ThetaMode::shared; }

} // namespace

QString thetaAxisLabel(ThetaUnit unit) {
    if (unit == ThetaUnit::bandwidthHz)
        return QStringLiteral("Bandwidth Δf (Hz)");
    return unit == ThetaUnit::milliseconds ? QStringLiteral("θ (ms)") : QStringLiteral("θ (samples)");
}

QString thetaText(double theta, ThetaUnit unit, double sampleRate) {
    return plainNumber(thetaInUnit(theta, unit, sampleRate), 4) + QLatin1Char(' ') + thetaUnitName(unit);
}

ThetaCurve::ThetaCurve(QWidget* parent)
    : QWidget(parent), m_plot(new AxisPlot(this)), m_frequency(*m_plot->xAxis) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_captionText = new QCPTextElement(m_plot);
    m_footerText = new QCPTextElement(m_plot);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_captionText);
    m_plot->plotLayout()->addElement(2, 0, m_footerText);
    m_plot->plotLayout()->setRowSpacing(0);
    m_plot->axisRect()->setupFullAxesBox();
    m_plot->axisRect()->setAutoMargins(QCP::msTop | QCP::msBottom);
    for (QCPAxis* axis : {m_plot->xAxis2, m_plot->yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(makeTicker<LogTicker>());
    m_plot->setValueFixed();
    m_curve = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
    m_curve->setSelectable(QCP::stNone);
    m_number = new QCPItemText(m_plot);
    m_number->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_number->setSelectable(false);
    connectPlot();
    rebuild();
    recolour();
}

bool ThetaCurve::overFrequency() const { return modeOf(m_grid.get()) == ThetaMode::frequency; }

double ThetaCurve::inUnit(double theta) const {
    return thetaInUnit(theta, m_unit, m_grid ? m_grid->spectrogram->sampleRate : 1);
}

void ThetaCurve::setGrid(const std::shared_ptr<const CellGrid>& grid) {
    m_grid = grid;
    rebuild();
}

void ThetaCurve::rebuild() {
    applyLimits();
    applyAxes();
    fillCurve();
    placeOverlay();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ThetaCurve::applyLimits() {
    if (m_grid) {
        const AxisSpan time = m_timeLimits.value_or(AxisSpan{m_grid->spans.begin(), m_grid->spans.end()});
        const AxisLimits frequencies = m_frequency.setBins(m_grid->hzPerBin, m_grid->bins);
        m_time = m_timeSet ? m_time : time;
        m_hertz = m_hertzSet ? m_hertz : m_frequency.limitsHz();
        if (overFrequency())
            m_plot->setTimeLimits(frequencies);
        else
            m_plot->setTimeLimits({time, leastSamples / m_grid->spectrogram->sampleRate, timeMargin, false});
    } else if (m_timeLimits && !m_timeSet) {
        m_time = *m_timeLimits;
    }
}

void ThetaCurve::applyAxes() {
    QCPAxis& x = *m_plot->xAxis;
    if (overFrequency()) {
        m_frequency.setHertz(m_hertz);
        m_frequency.attach();
    } else {
        x.setRange(m_time.low, m_time.high);
        const int count = x.ticker()->tickCount();
        if (!x.ticker().dynamicCast<SecondsTicker>())
            x.setTicker(makeTicker<SecondsTicker>());
        x.ticker()->setTickCount(count);
        x.setLabel(SecondsTicker::axisLabel(x.range()));
        m_plot->makeRoom();
    }
    const auto ends = std::minmax({inUnit(m_bounds.low), inUnit(m_bounds.high)});
    const double margin = std::pow(ends.second / ends.first, rangeMargin);
    m_plot->yAxis->setRange(ends.first / margin, ends.second * margin);
    m_plot->yAxis->setRangeReversed(m_unit == ThetaUnit::bandwidthHz); // long windows stay above
    m_plot->yAxis->setLabel(thetaAxisLabel(m_unit));
}

void ThetaCurve::fillCurve() {
    QVector<QCPCurveData> points;
    const auto add = [&](double key, double theta) {
        points.append(QCPCurveData(static_cast<double>(points.size()), key, inUnit(theta)));
    };
    m_number->setVisible(m_grid && modeOf(m_grid.get()) == ThetaMode::shared);
    if (m_grid) {
        const Tiling& tiling = m_grid->spectrogram->tiling;
        const FrameSpans& spans = m_grid->spans;
        if (modeOf(m_grid.get()) == ThetaMode::frequency) {
            for (int bin = needsPositive(m_frequency.scale()) ? 1 : 0; bin < m_grid->bins; ++bin)
                add(m_frequency.toUnit(bin * m_grid->hzPerBin), tiling.thetaAt(0, bin));
        } else if (modeOf(m_grid.get()) == ThetaMode::time) {
            for (size_t k = 0; k < spans.frame.size(); ++k)
                add(spans.centre[k], tiling.thetaAt(spans.frame[k], 0));
        } else {
            const double theta = tiling.thetaAt(0, 0);
            add(spans.begin(), theta);
            add(spans.end(), theta);
            m_number->setText(QStringLiteral("θ = ") + thetaText(theta, m_unit, m_grid->spectrogram->sampleRate));
            const bool upperHalf = theta * theta > m_bounds.low * m_bounds.high; // of the logarithmic scale
            m_number->position->setCoords(0.5, upperHalf ? 0.75 : 0.25);         // where the line isn't
        }
    }
    const bool alone = points.size() == 1; // no line leads through a single frame
    m_curve->setScatterStyle(alone ? QCPScatterStyle(QCPScatterStyle::ssDisc, singlePointSize) : QCPScatterStyle());
    m_curve->data()->set(points, true);
}

void ThetaCurve::setCaption(const QString& caption) {
    m_caption = caption;
    updateLines();
}

void ThetaCurve::setFooter(const QString& footer) {
    m_footer = footer;
    updateLines();
}

void ThetaCurve::updateLines() {
    const int left = axisLeftMargin(fontMetrics());
    QFont strong = font();
    strong.setBold(true);
    setLine(*m_captionText, m_caption, strong, left, width() - left - fontMetrics().height());
    setLine(*m_footerText, m_footer, font(), left, width() - left - fontMetrics().height(), 2);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ThetaCurve::setScale(AxisSpan bounds, ThetaUnit unit) {
    m_bounds = bounds;
    m_unit = unit;
    rebuild();
}

void ThetaCurve::setFrequencyScale(FrequencyScale scale) {
    if (scale == m_frequency.scale())
        return;
    m_frequency.setScale(scale);
    rebuild();
}

void ThetaCurve::setTimeRange(AxisSpan span) {
    m_time = span;
    m_timeSet = true;
    applyAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ThetaCurve::setFrequencyRange(AxisSpan span) {
    m_hertz = span;
    m_hertzSet = true;
    applyAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ThetaCurve::setTimeLimits(AxisSpan span) {
    m_timeLimits = span;
    rebuild();
}

void ThetaCurve::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
}

void ThetaCurve::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateLines();
    const int em = fontMetrics().height();
    m_plot->xAxis->ticker()->setTickCount(std::clamp(width() / (7 * em), 2, 12));
}

void ThetaCurve::recolour() {
    const AxisColours colours = axisColours(palette());
    const QFontMetrics metrics = fontMetrics();
    m_plot->setBackground(colours.background);
    colourAxes(*m_plot->axisRect(), colours, font());
    m_plot->axisRect()->setMargins({axisLeftMargin(metrics), 0, axisRightMargin(metrics), 0});
    m_plot->axisRect()->setMinimumMargins({0, metrics.height() / 2 + 2, 0, 0});
    m_curve->setPen(QPen(colours.curve, curveWidth * metrics.height()));
    QFont large = font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * numberScale);
    else
        large.setPixelSize(qRound(large.pixelSize() * numberScale));
    m_number->setFont(large);
    m_number->setColor(colours.text);
    m_captionText->setTextColor(colours.text);
    m_footerText->setTextColor(blend(colours.background, colours.text, 0.7));
    m_plot->overlay().setColours(colours.text, colours.background, palette().color(QPalette::Highlight));
    updateLines();
}

} // namespace thetascope
