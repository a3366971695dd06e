// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/waveform_view.h"

#include "ui/theme/theme.h"
#include "ui/views/axis_margins.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/waveform_layers.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double kFewestSamples = 8;     // visible
constexpr double kFewestAmplitudes = 1e-4; // of the loudest, visible
constexpr double kHeadroom = 1.05;       // above the loudest sample
constexpr int kAmplitudeTicks = 3, kPlainMargin = 6, kTickLength = 4;

} // namespace

WaveformView::WaveformView(QWidget* parent) : AxisPlot(parent) {
    buildAxes();
    m_bands = new TimeBands(this);
    m_wave = new WaveformPlottable(xAxis, yAxis);
    m_frames = new FrameOverlay(this);
    setAccessibleName(tr("Waveform"));
    setAccessibleDescription(tr("The recording over time, with a tick at the centre of every frame"));
    setHorizontalMargins(axisLeftMargin(fontMetrics()), axisRightMargin(fontMetrics()));
    setValueFixed(0);
    setSnap([this](const QPointF& place) { return QPointF(snapped(place.x()), place.y()); });
    connectPlot();
    updateColours();
}

void WaveformView::connectPlot() {
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &WaveformView::labelTime);
    connect(this, &AxisPlot::laidOut, this, &WaveformView::placeMeasure);
    connect(this, &AxisPlot::timeEdited, this, &WaveformView::timeRangeChanged);
    connect(this, &AxisPlot::pointerMoved, this, [this](double seconds) {
        setCursor(seconds);
        emit cursorMoved(seconds);
    });
    connect(this, &AxisPlot::pointerLeft, this, [this] {
        setCursor(std::nullopt);
        emit cursorLeft();
    });
    connect(this, &AxisPlot::plotClicked, this, [this](double seconds) { emit clicked(seconds); });
    connect(this, &AxisPlot::regionSelected, this, &WaveformView::stretchSelected);
    connect(this, &AxisPlot::measured, this, &WaveformView::stretchMeasured);
}

void WaveformView::buildAxes() {
    xAxis->setTicker(makeTicker<SecondsTicker>());
    auto amplitude = makeTicker<NumberTicker>();
    amplitude->setTickCount(kAmplitudeTicks);
    yAxis->setTicker(amplitude);
    yAxis->setSubTicks(false);
    xAxis->setTickLength(0, kTickLength); // outwards: inside are the frames' ticks
    xAxis->setSubTickLength(0, kTickLength / 2);
    for (auto* axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(tabularFont(font()));
        axis->setLabelFont(font());
    }
    axisRect()->setAutoMargins(QCP::msBottom);
    xAxis->setRange(0, 1);
    labelTime();
    yAxis->setRange(-1, 1);
}

void WaveformView::setPeaks(std::shared_ptr<const WaveformPeaks> peaks) {
    m_peaks = std::move(peaks);
    m_wave->setPeaks(m_peaks);
    m_frames->cursor.reset();
    const double duration = m_peaks ? m_peaks->durationSeconds() : 0;
    setTimeLimits(0, duration > 0 ? duration : 1);
    xAxis->setRange(0, timeLimits().span.high);
    resetAmplitude();
    replot();
}

void WaveformView::setTiling(const Tiling& tiling, double sampleRate, double startSeconds) {
    m_frames->centres.resize(static_cast<std::size_t>(tiling.frames()));
    for (int i = 0; i < tiling.frames(); ++i)
        m_frames->centres[static_cast<std::size_t>(i)] = startSeconds + tiling.centre(i) / sampleRate;
    replot(rpQueuedReplot);
}

void WaveformView::clearTiling() {
    m_frames->centres.clear();
    clearWindowShape();
}

void WaveformView::setTaper(std::vector<double> weights) {
    if (weights.size() < 2 || weights == m_frames->taper)
        return;
    m_frames->taper = std::move(weights);
    replot(rpQueuedReplot);
}

void WaveformView::setWindowShape(double centreSeconds, double thetaSeconds) {
    m_frames->taperCentre = centreSeconds;
    m_frames->taperLength = std::isfinite(thetaSeconds) ? std::max(0.0, thetaSeconds) : 0;
    replot(rpQueuedReplot);
}

void WaveformView::clearWindowShape() { setWindowShape(0, 0); }

void WaveformView::setRegion(std::optional<double> startSeconds, std::optional<double> endSeconds) {
    m_bands->region.reset();
    if (startSeconds || endSeconds)
        m_bands->region = QCPRange(startSeconds.value_or(0), endSeconds.value_or(m_peaks ? m_peaks->durationSeconds() : 0));
    replot(rpQueuedReplot);
}

void WaveformView::setSelection(double startSeconds, double endSeconds) {
    m_bands->selection.reset();
    if (startSeconds != endSeconds)
        m_bands->selection = QCPRange(startSeconds, endSeconds);
    replot(rpQueuedReplot);
}

void WaveformView::setCursor(std::optional<double> seconds) {
    m_frames->cursor = seconds;
    replot(rpQueuedReplot);
}

void WaveformView::setPlayhead(std::optional<double> seconds) {
    m_frames->playhead = seconds;
    replot(rpQueuedReplot);
}

void WaveformView::setStartMark(std::optional<double> seconds) {
    m_frames->startMark = seconds;
    replot(rpQueuedReplot);
}

void WaveformView::setTimeRange(double lowerSeconds, double upperSeconds) {
    if (!(lowerSeconds < upperSeconds))
        return;
    xAxis->setRange(lowerSeconds, upperSeconds);
    replot(rpQueuedReplot);
}

void WaveformView::setTimeLimits(double lowerSeconds, double upperSeconds) {
    const double length = upperSeconds - lowerSeconds;
    const double shortest = m_peaks ? std::min(kFewestSamples / m_peaks->sampleRate(), length) : length;
    AxisPlot::setTimeLimits({{lowerSeconds, upperSeconds}, shortest, 0, false});
}

void WaveformView::setMeasure(std::optional<AxisSpan> seconds, const QString& figures) {
    m_measured = seconds;
    m_measureFigures = figures;
    placeMeasure();
}

void WaveformView::placeMeasure() {
    QRectF rect;
    if (m_measured) {
        rect = axisRect()->rect();
        rect.setLeft(xAxis->coordToPixel(m_measured->low));
        rect.setRight(xAxis->coordToPixel(m_measured->high));
    }
    overlay().setMeasure(rect, m_measureFigures);
}

void WaveformView::setHorizontalMargins(int left, int right) {
    axisRect()->setMargins(QMargins(left, kPlainMargin, right, kPlainMargin));
    replot(rpQueuedReplot);
}

void WaveformView::setTimeLabelsVisible(bool visible) {
    xAxis->setTickLabels(visible);
    labelTime();
    replot(rpQueuedReplot);
}

void WaveformView::labelTime() {
    xAxis->setLabel(xAxis->tickLabels() ? SecondsTicker::axisLabel(xAxis->range()) : QString());
}

void WaveformView::resetAmplitude() {
    const auto range = m_peaks ? m_peaks->range(0, m_peaks->size()) : WaveformPeaks::Range{-1, 1};
    const double loudest = std::max(std::abs(range.low), std::abs(range.high));
    const double top = loudest > 0 ? loudest * kHeadroom : 1;
    setValueLimits({{-top, top}, kFewestAmplitudes * top, 0, false});
    yAxis->setRange(-top, top);
}

double WaveformView::snapped(double seconds) const {
    const AxisSpan limits = timeLimits().span;
    const double inside = std::clamp(seconds, limits.low, limits.high);
    const auto& centres = m_frames->centres;
    if (centres.empty())
        return inside;
    const double nearest = *std::min_element(centres.begin(), centres.end(), [inside](double a, double b) {
        return std::abs(a - inside) < std::abs(b - inside);
    });
    return std::clamp(nearest, limits.low, limits.high);
}

void WaveformView::changeEvent(QEvent* event) {
    AxisPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_frames)
        updateColours();
}

void WaveformView::updateColours() {
    stylePlot(*this, palette());
    const QColor text = palette().color(QPalette::Text);
    m_wave->setPen(QPen(curveColours(palette())[1], 1));
    m_bands->regionColour = goodColour(palette());
    m_bands->selectionColour = palette().color(QPalette::Highlight);
    m_frames->tickColour = text;
    m_frames->noteColour = mutedColour(palette());
    m_frames->taperColour = curveColours(palette())[2];
    m_frames->cursorColour = text;
    m_frames->playheadColour = errorColour(palette());
    overlay().setColours(text, palette().color(QPalette::Base), palette().color(QPalette::Highlight));
    replot(rpQueuedReplot);
}

} // namespace thetascope
