// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_strip.h"

#include "ui/theme/theme.h"
#include "ui/views/axis_margins.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr int gripPixels = 5;         // to either side of an end of the frame
constexpr double fewestSamples = 64;  // in view
constexpr double zoomPerNotch = 0.8;
constexpr int wheelNotch = 120;
constexpr double keyShare = 0.2;      // of what is in view
constexpr double linesHigh = 2.2;
constexpr float shadeAlpha = 0.55F, frameFill = 0.12F;
constexpr double leastFrame = 3;      // pixels: a frame that long can still be seen

QColor faded(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

OverviewStrip::OverviewStrip(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Overview of the recording"));
    setAccessibleDescription(tr("The whole recording; the frame is what is in view. Arrow keys move and zoom it"));
    setToolTip(tr("The whole recording. Drag the frame, or its sides; double click to show everything"));
    setHorizontalMargins(axisLeftMargin(fontMetrics()), axisRightMargin(fontMetrics()));
}

QSize OverviewStrip::sizeHint() const { return {400, static_cast<int>(linesHigh * fontMetrics().height())}; }
QSize OverviewStrip::minimumSizeHint() const { return {100, sizeHint().height()}; }

void OverviewStrip::setPeaks(std::shared_ptr<const WaveformPeaks> peaks) {
    m_peaks = std::move(peaks);
    m_picture = {};
    setVisibleRange(0, duration() > 0 ? duration() : 1);
    update();
}

void OverviewStrip::setVisibleRange(double lower, double upper) {
    if (!(lower < upper) || (lower == m_lower && upper == m_upper))
        return;
    m_lower = lower;
    m_upper = upper;
    update();
}

void OverviewStrip::setHorizontalMargins(int left, int right) {
    m_left = left;
    m_right = right;
    m_picture = {};
    update();
}

QRect OverviewStrip::area() const { return rect().adjusted(m_left, 2, -m_right, -2); }

double OverviewStrip::pixelOf(double seconds) const {
    const QRect inside = area();
    return inside.left() + (duration() > 0 ? seconds / duration() : 0) * inside.width();
}

double OverviewStrip::secondsAt(double x) const {
    const QRect inside = area();
    return std::clamp((x - inside.left()) / std::max(1, inside.width()), 0.0, 1.0) * duration();
}

void OverviewStrip::drawWaveform() {
    const double ratio = devicePixelRatioF();
    const QSize size = area().size();
    m_picture = QPixmap(size * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(palette().color(QPalette::Base));
    if (!m_peaks || m_peaks->size() == 0)
        return;
    const auto whole = m_peaks->range(0, m_peaks->size());
    const double loudest = std::max({std::abs(whole.low), std::abs(whole.high), 1e-9F});
    const int columns = m_picture.width();
    const double samples = static_cast<double>(m_peaks->size()) / columns;
    QPainter painter(&m_picture);
    painter.scale(1 / ratio, 1 / ratio);
    painter.setPen(curveColours(palette())[1]);
    const double middle = 0.5 * m_picture.height(), height = 0.47 * m_picture.height();
    for (int x = 0; x < columns; ++x) {
        const auto range = m_peaks->range(std::llround(x * samples), std::max(std::llround((x + 1) * samples),
                                                                             std::llround(x * samples) + 1));
        const double top = middle - height * range.high / loudest, bottom = middle - height * range.low / loudest;
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    }
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    const QRect inside = area();
    if (inside.isEmpty())
        return;
    if (m_picture.isNull())
        drawWaveform();
    QPainter painter(this);
    painter.drawPixmap(inside.topLeft(), m_picture);
    double left = std::max<double>(inside.left(), pixelOf(m_lower));
    double right = std::min<double>(inside.right() + 1, pixelOf(m_upper));
    if (right - left < leastFrame) {
        left = std::max<double>(inside.left(), 0.5 * (left + right) - 0.5 * leastFrame);
        right = left + leastFrame;
    }
    const QColor shade = faded(palette().color(QPalette::Window), shadeAlpha);
    painter.fillRect(QRectF(QPointF(inside.left(), inside.top()), QPointF(left, inside.bottom() + 1)), shade);
    painter.fillRect(QRectF(QPointF(right, inside.top()), QPointF(inside.right() + 1, inside.bottom() + 1)), shade);
    const QRectF frame(QPointF(left, inside.top()), QPointF(right, inside.bottom() + 1));
    painter.fillRect(frame, faded(palette().color(QPalette::Highlight), frameFill));
    painter.setPen(QPen(accentColour(palette()), hasFocus() ? 2 : 1));
    painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5));
}

OverviewStrip::Grip OverviewStrip::gripAt(double x) const {
    const double left = pixelOf(m_lower), right = pixelOf(m_upper);
    const double reach = std::min<double>(gripPixels, 0.25 * (right - left) + 2);
    if (std::abs(x - left) <= reach)
        return Grip::lower;
    if (std::abs(x - right) <= reach)
        return Grip::upper;
    return x > left && x < right ? Grip::body : Grip::none;
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || duration() <= 0)
        return event->ignore();
    const double at = secondsAt(event->position().x());
    m_grip = gripAt(event->position().x());
    if (m_grip == Grip::none) { // there, and from there on
        const double half = 0.5 * (m_upper - m_lower);
        edit(at - half, at + half);
        m_grip = Grip::body;
    }
    m_pressed = at;
    m_lowerBefore = m_lower;
    m_upperBefore = m_upper;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (m_grip == Grip::none) {
        const Grip under = gripAt(x);
        setCursor(under == Grip::body ? Qt::OpenHandCursor : under == Grip::none ? Qt::ArrowCursor : Qt::SizeHorCursor);
        return;
    }
    const double moved = secondsAt(x) - m_pressed;
    const double least = m_peaks ? fewestSamples / m_peaks->sampleRate() : 0;
    if (m_grip == Grip::body)
        edit(m_lowerBefore + moved, m_upperBefore + moved);
    else if (m_grip == Grip::lower)
        edit(std::clamp(m_lowerBefore + moved, 0.0, m_upper - least), m_upper);
    else
        edit(m_lower, std::clamp(m_upperBefore + moved, m_lower + least, duration()));
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) { m_grip = Grip::none; }

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent*) {
    m_grip = Grip::none;
    edit(0, duration());
}

void OverviewStrip::zoom(double factor, double about) {
    const double least = m_peaks ? std::min(fewestSamples / m_peaks->sampleRate(), duration()) : 0;
    const double length = std::clamp((m_upper - m_lower) * factor, least, duration());
    const double share = (about - m_lower) / (m_upper - m_lower);
    edit(about - share * length, about + (1 - share) * length);
}

void OverviewStrip::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->angleDelta();
    const double notches = static_cast<double>(delta.y() != 0 ? delta.y() : delta.x()) / wheelNotch;
    event->accept();
    zoom(std::pow(zoomPerNotch, notches), std::clamp(secondsAt(event->position().x()), m_lower, m_upper));
}

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
    const double length = m_upper - m_lower, middle = 0.5 * (m_lower + m_upper);
    switch (event->key()) {
    case Qt::Key_Left: return edit(m_lower - keyShare * length, m_upper - keyShare * length);
    case Qt::Key_Right: return edit(m_lower + keyShare * length, m_upper + keyShare * length);
    case Qt::Key_Up: return zoom(zoomPerNotch, middle);
    case Qt::Key_Down: return zoom(1 / zoomPerNotch, middle);
    case Qt::Key_Home: return edit(0, length);
    case Qt::Key_End: return edit(duration() - length, duration());
    default: QWidget::keyPressEvent(event);
    }
}

// Keeps the length where it can and moves the frame into the recording.
void OverviewStrip::edit(double lower, double upper) {
    if (duration() <= 0)
        return;
    const double length = std::min(upper - lower, duration());
    const double start = std::clamp(lower, 0.0, duration() - length);
    if (!(length > 0) || (start == m_lower && start + length == m_upper))
        return;
    setVisibleRange(start, start + length);
    emit rangeEdited(m_lower, m_upper);
}

void OverviewStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_picture = {};
}

void OverviewStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_picture = {};
        update();
    }
}

} // namespace thetascope
