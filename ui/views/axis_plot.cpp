// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_plot.h"

#include "ui/views/axis_ticker.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double wheelStep = 120;      // eighths of a degree per notch
constexpr double zoomPerNotch = 0.8;   // visible range after one notch inwards
constexpr double panPerNotch = 0.1;    // share of the visible range
constexpr int smallestBox = 5;         // pixels; smaller is a click
constexpr double smallestColourSpan = 1; // dB

bool logarithmic(const QCPAxis& axis) { return axis.scaleType() == QCPAxis::stLogarithmic; }

} // namespace

AxisPlot::AxisPlot(QWidget* parent) : GuardedPlot(parent), m_overlay(new AxisOverlay(this)) {
    setInteractions(QCP::iNone);
    setAcceptDrops(false); // files dropped here are the window's
    setMouseTracking(true);
    setNoAntialiasingOnDrag(false);
    connect(this, &QCustomPlot::afterLayout, this, [this] {
        m_overlay->setFrame(axisRect()->rect());
        emit laidOut();
    });
}

// Without a pixel there is nothing to draw on: QCustomPlot would complain of its painter.
void AxisPlot::resizeEvent(QResizeEvent* event) {
    if (event->size().isEmpty())
        return;
    makeRoom();
    QCustomPlot::resizeEvent(event);
    m_overlay->setGeometry(rect());
}

void AxisPlot::makeRoom() {
    if (auto* const ticker = dynamic_cast<SecondsTicker*>(xAxis->ticker().data()))
        ticker->setRoom(axisWidthFor(width()), QFontMetricsF(xAxis->tickLabelFont()).horizontalAdvance(QLatin1Char('0')));
}

// The margins at the sides are fixed: what stands beside the axes does not depend on the width.
int AxisPlot::axisWidthFor(int width) const {
    const QMargins margins = axisRect()->margins();
    const int scale = m_scale != nullptr ? m_scale->outerRect().width() : 0;
    return std::max(1, width - margins.left() - margins.right() - scale);
}

AxisPlot::Area AxisPlot::areaAt(const QPointF& position) const {
    const QRect inner = axisRect()->rect();
    const QPoint point = position.toPoint();
    if (inner.contains(point))
        return Area::plot;
    if (m_scale != nullptr && m_scale->visible() && m_scale->outerRect().contains(point)) {
        const QRect bar = m_scale->axis()->axisRect()->rect();
        const double height = (bar.bottom() - position.y()) / std::max(1, bar.height());
        return height < 1.0 / 3 ? Area::colourFloor : height > 2.0 / 3 ? Area::colourCeiling : Area::colourBar;
    }
    if (point.y() > inner.bottom() && point.x() >= inner.left() && point.x() <= inner.right())
        return Area::timeAxis;
    if (point.x() < inner.left() && point.y() >= inner.top() && point.y() <= inner.bottom())
        return Area::valueAxis;
    return Area::none;
}

void AxisPlot::setValueFixed(std::optional<double> anchor) {
    m_valueFixed = true;
    m_anchor = anchor;
}

void AxisPlot::edit(int which, AxisSpan wanted) {
    QCPAxis& axis = axisOf(which);
    if (which == 1 && !valueZooms())
        return;
    const AxisSpan allowed = clampSpan(wanted, m_limits[which]);
    if (allowed == span(axis))
        return;
    axis.setRange(allowed.low, allowed.high);
    replot(rpQueuedReplot);
    if (which == 0)
        emit timeEdited(allowed.low, allowed.high);
    else
        emit valueEdited(allowed.low, allowed.high);
}

void AxisPlot::resetTime() { edit(0, m_limits[0].span); }
void AxisPlot::resetValue() { edit(1, m_limits[1].span); }

void AxisPlot::zoomAxis(int which, const QPointF& position, double factor) {
    QCPAxis& axis = axisOf(which);
    const double under = axis.pixelToCoord(which == 0 ? position.x() : position.y());
    edit(which, zoomSpan(span(axis), which == 1 ? m_anchor.value_or(under) : under, factor, logarithmic(axis)));
}

void AxisPlot::zoomColours(const QPointF& position, double factor) {
    const QCPAxis& axis = *m_scale->axis();
    const AxisSpan zoomed = zoomSpan(span(axis), axis.pixelToCoord(position.y()), factor, logarithmic(axis));
    if (zoomed.length() >= smallestColourSpan)
        emit colourEdited(zoomed.low, zoomed.high);
}

void AxisPlot::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->angleDelta();
    const bool sideways = delta.y() == 0 && event->modifiers() == Qt::NoModifier;
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / wheelStep; // Alt swaps the two on X11
    const double factor = std::pow(zoomPerNotch, notches);
    const Area area = areaAt(event->position());
    if (area == Area::none || notches == 0) {
        event->ignore();
        return;
    }
    event->accept();
    if (area == Area::colourFloor || area == Area::colourBar || area == Area::colourCeiling)
        zoomColours(event->position(), factor);
    else if (area == Area::valueAxis || (area == Area::plot && event->modifiers().testFlag(Qt::AltModifier)))
        zoomAxis(1, event->position(), factor);
    else if (sideways || event->modifiers().testFlag(Qt::ShiftModifier))
        edit(0, panSpan(span(*xAxis), -panPerNotch * notches, logarithmic(*xAxis)));
    else
        zoomAxis(0, event->position(), factor);
}

void AxisPlot::mousePressEvent(QMouseEvent* event) {
    const bool left = event->button() == Qt::LeftButton;
    m_pressed = areaAt(event->position());
    if ((!left && event->button() != Qt::MiddleButton) || m_pressed == Area::none) {
        event->ignore();
        return;
    }
    m_from = event->position();
    m_before[0] = span(*xAxis);
    m_before[1] = span(*yAxis);
    m_drag = dragFor(*event);
    if (m_drag == Drag::colour)
        m_before[2] = span(*m_scale->axis());
    m_box = {};
    m_moved = false;
    event->accept();
}

AxisPlot::Drag AxisPlot::dragFor(const QMouseEvent& event) const {
    if (m_pressed == Area::colourFloor || m_pressed == Area::colourBar || m_pressed == Area::colourCeiling)
        return Drag::colour;
    if (event.button() != Qt::LeftButton || m_pressed != Area::plot)
        return Drag::pan;
    if (m_tool == Tool::select)
        return Drag::selectBox;
    if (m_tool == Tool::measure)
        return Drag::measureBox;
    return event.modifiers().testFlag(Qt::ShiftModifier) ? Drag::zoomBox : Drag::pan;
}

void AxisPlot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = event->position();
    m_moved = m_moved || (position - m_from).manhattanLength() >= smallestBox;
    if (m_drag == Drag::pan)
        dragPan(position);
    else if (m_drag == Drag::colour)
        dragColours(position);
    else if (m_drag != Drag::none)
        dragBox(position, event->modifiers());
    const Area area = areaAt(position);
    if (m_drag == Drag::none)
        showCursorFor(area);
    if (area == Area::plot)
        emit pointerMoved(xAxis->pixelToCoord(position.x()), yAxis->pixelToCoord(position.y()));
    else
        emit pointerLeft();
    event->accept();
}

QPointF AxisPlot::boxCorner(const QPointF& position, Qt::KeyboardModifiers modifiers) const {
    const QRectF area(axisRect()->rect());
    const QPointF inside(std::clamp(position.x(), area.left(), area.right()),
                         std::clamp(position.y(), area.top(), area.bottom()));
    if (m_drag == Drag::zoomBox || !m_snap || modifiers.testFlag(Qt::ShiftModifier))
        return inside;
    const QPointF snapped = m_snap({xAxis->pixelToCoord(inside.x()), yAxis->pixelToCoord(inside.y())});
    return {xAxis->coordToPixel(snapped.x()), yAxis->coordToPixel(snapped.y())};
}

void AxisPlot::dragBox(const QPointF& position, Qt::KeyboardModifiers modifiers) {
    if ((position - m_from).manhattanLength() < smallestBox)
        return;
    m_box = QRectF(boxCorner(m_from, modifiers), boxCorner(position, modifiers)).normalized();
    if (m_valueFixed) {
        m_box.setTop(axisRect()->top());
        m_box.setBottom(axisRect()->bottom());
    }
    if (m_drag != Drag::measureBox) {
        m_overlay->setRubberBand(m_box.toAlignedRect());
        return;
    }
    emit measured(xAxis->pixelToCoord(m_box.left()), xAxis->pixelToCoord(m_box.right()),
                  yAxis->pixelToCoord(m_box.bottom()), yAxis->pixelToCoord(m_box.top()));
}

void AxisPlot::showCursorFor(Area area) {
    const bool colours = area == Area::colourFloor || area == Area::colourCeiling || area == Area::colourBar;
    if (colours || (area == Area::valueAxis && valueZooms()))
        setCursor(Qt::SizeVerCursor);
    else if (area == Area::timeAxis)
        setCursor(Qt::SizeHorCursor);
    else if (area == Area::plot)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void AxisPlot::dragPan(const QPointF& position) {
    const QRect rect = axisRect()->rect();
    if (m_pressed != Area::valueAxis)
        edit(0, panSpan(m_before[0], (m_from.x() - position.x()) / std::max(1, rect.width()), logarithmic(*xAxis)));
    if (m_pressed != Area::timeAxis && !m_valueFixed)
        edit(1, panSpan(m_before[1], (position.y() - m_from.y()) / std::max(1, rect.height()), logarithmic(*yAxis)));
}

void AxisPlot::dragColours(const QPointF& position) {
    const QCPAxis& axis = *m_scale->axis();
    const double share = (position.y() - m_from.y()) / std::max(1, axis.axisRect()->height());
    const AxisSpan moved = panSpan(m_before[2], share, logarithmic(axis));
    AxisSpan span = m_before[2];
    if (m_pressed != Area::colourFloor)
        span.high = std::max(moved.high, m_pressed == Area::colourBar ? moved.high : span.low + smallestColourSpan);
    if (m_pressed != Area::colourCeiling)
        span.low = m_pressed == Area::colourBar ? moved.low : std::min(moved.low, span.high - smallestColourSpan);
    emit colourEdited(span.low, span.high);
}

void AxisPlot::mouseReleaseEvent(QMouseEvent* event) {
    const bool inPlot = event->button() == Qt::LeftButton && m_drag != Drag::none && m_pressed == Area::plot;
    if (m_drag == Drag::zoomBox || m_drag == Drag::selectBox)
        finishBox();
    m_drag = Drag::none;
    if (inPlot && !m_moved)
        emit plotClicked(xAxis->pixelToCoord(m_from.x()), yAxis->pixelToCoord(m_from.y()));
    event->accept();
}

void AxisPlot::finishBox() {
    m_overlay->setRubberBand({});
    const bool flat = m_box.height() < smallestBox;
    if (m_box.width() < 1 || (m_drag == Drag::zoomBox && (flat || m_box.width() < smallestBox)))
        return;
    const AxisSpan time{xAxis->pixelToCoord(m_box.left()), xAxis->pixelToCoord(m_box.right())};
    const AxisSpan value{yAxis->pixelToCoord(m_box.bottom()), yAxis->pixelToCoord(m_box.top())};
    if (m_drag == Drag::zoomBox) {
        edit(0, time);
        if (!m_valueFixed)
            edit(1, value);
    } else {
        emit regionSelected(time.low, time.high, value.low, flat ? value.low : value.high);
    }
}

void AxisPlot::mouseDoubleClickEvent(QMouseEvent* event) {
    const Area area = areaAt(event->position());
    if (area == Area::timeAxis)
        resetTime();
    else if (area == Area::valueAxis)
        resetValue();
    event->accept();
}

void AxisPlot::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    emit pointerLeft();
}

} // namespace thetascope
