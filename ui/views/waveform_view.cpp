// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/waveform_view.h"

#include "ui/theme/theme.h"
#include "ui/views/axis_margins.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/waveform_layers.h"

#include <QApplication>
#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double kZoomPerNotch = 1.25;
constexpr double kPanPerNotch = 0.1; // of the visible range
constexpr double kFewestSamples = 8; // visible
constexpr double kHeadroom = 1.05;   // above the loudest sample
constexpr int kWheelNotch = 120;     // QWheelEvent::angleDelta of one
constexpr int kAmplitudeTicks = 3, kPlainMargin = 6, kTickLength = 4;

// Alt turns a vertical wheel into a horizontal one on some platforms.
double notches(const QWheelEvent& event) {
    const QPoint delta = event.angleDelta();
    return static_cast<double>(delta.y() != 0 ? delta.y() : delta.x()) / kWheelNotch;
}

} // namespace

WaveformView::WaveformView(QWidget* parent) : QCustomPlot(parent) {
    buildAxes();
    m_bands = new TimeBands(this);
    m_wave = new WaveformPlottable(xAxis, yAxis);
    m_overlay = new FrameOverlay(this);
    setMouseTracking(true);
    setAcceptDrops(false);
    setAccessibleName(tr("Waveform"));
    setAccessibleDescription(tr("The recording over time, with a tick at the centre of every frame"));
    setHorizontalMargins(axisLeftMargin(fontMetrics()), axisRightMargin(fontMetrics()));
    updateColours();
}

void WaveformView::resizeEvent(QResizeEvent* event) {
    if (event->size().isEmpty())
        return; // QCustomPlot has nothing to draw on
    const QMargins margins = axisRect()->margins();
    xAxis->ticker().staticCast<SecondsTicker>()->setRoom(
        std::max(1, width() - margins.left() - margins.right()),
        QFontMetricsF(xAxis->tickLabelFont()).horizontalAdvance(QLatin1Char('0')));
    QCustomPlot::resizeEvent(event);
}

void WaveformView::buildAxes() {
    xAxis->setTicker(QSharedPointer<SecondsTicker>::create());
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &WaveformView::labelTime);
    auto amplitude = QSharedPointer<NumberTicker>::create();
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
    m_overlay->cursor.reset();
    m_bands->selection.reset();
    const double duration = m_peaks ? m_peaks->durationSeconds() : 0;
    m_limits = QCPRange(0, duration > 0 ? duration : 1);
    xAxis->setRange(m_limits);
    resetAmplitude();
    replot();
}

void WaveformView::setTiling(const Tiling& tiling, double sampleRate, double startSeconds) {
    m_overlay->centres.resize(static_cast<std::size_t>(tiling.frames()));
    for (int i = 0; i < tiling.frames(); ++i)
        m_overlay->centres[static_cast<std::size_t>(i)] = startSeconds + tiling.centre(i) / sampleRate;
    replot(rpQueuedReplot);
}

void WaveformView::clearTiling() {
    m_overlay->centres.clear();
    clearWindowShape();
}

void WaveformView::setTaper(std::vector<double> weights) {
    if (weights.size() < 2 || weights == m_overlay->taper)
        return;
    m_overlay->taper = std::move(weights);
    replot(rpQueuedReplot);
}

void WaveformView::setWindowShape(double centreSeconds, double thetaSeconds) {
    m_overlay->taperCentre = centreSeconds;
    m_overlay->taperLength = std::isfinite(thetaSeconds) ? std::max(0.0, thetaSeconds) : 0;
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
    m_overlay->cursor = seconds;
    replot(rpQueuedReplot);
}

void WaveformView::setPlayhead(std::optional<double> seconds) {
    m_overlay->playhead = seconds;
    replot(rpQueuedReplot);
}

void WaveformView::setTimeRange(double lowerSeconds, double upperSeconds) {
    if (!(lowerSeconds < upperSeconds))
        return;
    xAxis->setRange(lowerSeconds, upperSeconds);
    replot(rpQueuedReplot);
}

void WaveformView::setTimeLimits(double lowerSeconds, double upperSeconds) {
    if (lowerSeconds < upperSeconds)
        m_limits = QCPRange(lowerSeconds, upperSeconds);
}

void WaveformView::setTool(Tool tool) {
    m_tool = tool;
    QWidget::setCursor(tool == Tool::navigate ? Qt::ArrowCursor : Qt::CrossCursor);
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

// Keeps the width where it can and moves the range into the limits.
void WaveformView::userSetsTimeRange(double lower, double upper) {
    const double least = m_peaks ? kFewestSamples / m_peaks->sampleRate() : m_limits.size();
    const double width = std::min(std::max(upper - lower, least), m_limits.size());
    const double centred = upper - lower < width ? (lower + upper - width) / 2 : lower;
    const double start = std::clamp(centred, m_limits.lower, m_limits.upper - width);
    const QCPRange range(start, start + width);
    if (range == xAxis->range())
        return;
    xAxis->setRange(range);
    replot();
    emit timeRangeChanged(range.lower, range.upper);
}

void WaveformView::zoomTime(double factor, double aboutSeconds) {
    const QCPRange range = xAxis->range();
    userSetsTimeRange(aboutSeconds - (aboutSeconds - range.lower) * factor,
                      aboutSeconds + (range.upper - aboutSeconds) * factor);
}

void WaveformView::resetAmplitude() {
    const auto range = m_peaks ? m_peaks->range(0, m_peaks->size()) : WaveformPeaks::Range{-1, 1};
    const double loudest = std::max(std::abs(range.low), std::abs(range.high));
    const double top = loudest > 0 ? loudest * kHeadroom : 1;
    yAxis->setRange(-top, top);
}

void WaveformView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const double turned = notches(*event);
    const QPointF at = event->position();
    if (at.x() < axisRect()->left()) {
        yAxis->scaleRange(std::pow(kZoomPerNotch, -turned), 0);
        replot();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        const double shift = -turned * kPanPerNotch * xAxis->range().size();
        userSetsTimeRange(xAxis->range().lower + shift, xAxis->range().upper + shift);
    } else {
        zoomTime(std::pow(kZoomPerNotch, -turned), secondsAt(at.x()));
    }
}

WaveformView::Drag WaveformView::dragFor(const QMouseEvent& event) const {
    if (event.button() == Qt::MiddleButton)
        return Drag::pan;
    if (event.button() != Qt::LeftButton)
        return Drag::none;
    if (m_tool != Tool::navigate)
        return Drag::select;
    return event.modifiers() & Qt::ShiftModifier ? Drag::zoom : Drag::pan;
}

void WaveformView::mousePressEvent(QMouseEvent* event) {
    m_drag = axisRect()->rect().contains(event->pos()) ? dragFor(*event) : Drag::none;
    m_pressed = event->position();
    m_rangeAtPress = xAxis->range();
    m_moved = false;
}

void WaveformView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    m_moved = m_moved || (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag != Drag::none && m_moved)
        dragTo(at, event->modifiers());
    if (!axisRect()->rect().contains(at.toPoint()))
        return;
    setCursor(secondsAt(at.x()));
    emit cursorMoved(secondsAt(at.x()));
}

void WaveformView::dragTo(const QPointF& position, Qt::KeyboardModifiers modifiers) {
    if (m_drag == Drag::pan) {
        const double shift = (m_pressed.x() - position.x()) * m_rangeAtPress.size() / axisRect()->width();
        userSetsTimeRange(m_rangeAtPress.lower + shift, m_rangeAtPress.upper + shift);
        return;
    }
    const bool snap = m_drag == Drag::select;
    const double from = secondsAt(m_pressed.x()), to = secondsAt(position.x());
    setSelection(snap ? snapped(from, modifiers) : from, snap ? snapped(to, modifiers) : to);
}

void WaveformView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_moved)
        endDrag(event->position(), event->modifiers());
    else if (m_drag != Drag::none && event->button() == Qt::LeftButton)
        emit clicked(secondsAt(event->position().x()));
    m_drag = Drag::none;
}

void WaveformView::endDrag(const QPointF& position, Qt::KeyboardModifiers modifiers) {
    dragTo(position, modifiers);
    const auto stretch = m_bands->selection;
    if (m_drag == Drag::zoom) {
        setSelection(0, 0);
        if (stretch)
            userSetsTimeRange(stretch->lower, stretch->upper);
    } else if (m_drag == Drag::select) {
        emit regionSelected(stretch ? stretch->lower : 0, stretch ? stretch->upper : 0);
    }
}

void WaveformView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->position().x() < axisRect()->left()) {
        resetAmplitude();
        replot();
    } else if (event->position().y() > axisRect()->bottom()) {
        userSetsTimeRange(m_limits.lower, m_limits.upper);
    }
}

void WaveformView::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    setCursor(std::nullopt);
    emit cursorLeft();
}

double WaveformView::snapped(double seconds, Qt::KeyboardModifiers modifiers) const {
    const double inside = std::clamp(seconds, m_limits.lower, m_limits.upper);
    const auto& centres = m_overlay->centres;
    if (centres.empty() || modifiers & Qt::ShiftModifier)
        return inside;
    const double nearest = *std::min_element(centres.begin(), centres.end(), [inside](double a, double b) {
        return std::abs(a - inside) < std::abs(b - inside);
    });
    return std::clamp(nearest, m_limits.lower, m_limits.upper);
}

void WaveformView::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_overlay)
        updateColours();
}

void WaveformView::updateColours() {
    stylePlot(*this, palette());
    const QColor text = palette().color(QPalette::Text);
    m_wave->setPen(QPen(curveColours(palette())[1], 1));
    m_bands->regionColour = goodColour(palette());
    m_bands->selectionColour = palette().color(QPalette::Highlight);
    m_overlay->tickColour = text;
    m_overlay->noteColour = mutedColour(palette());
    m_overlay->taperColour = curveColours(palette())[2];
    m_overlay->cursorColour = text;
    m_overlay->playheadColour = errorColour(palette());
    replot(rpQueuedReplot);
}

} // namespace thetascope
