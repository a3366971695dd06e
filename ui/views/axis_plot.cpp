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
    edit(which, zoomSpan(span(axis), which == 1 ? m_anchor.value_or(under) : under, factor, isLogarithmic(axis)));
}

void AxisPlot::zoomColours(const QPointF& position, double factor) {
    const QCPAxis& axis = *m_scale->axis();
    const AxisSpan zoomed = zoomSpan(span(axis), axis.pixelToCoord(position.y()), factor, isLogarithmic(axis));
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
        edit(0, panSpan(span(*xAxis), -panPerNotch * notches, isLogarithmic(*xAxis)));
    else
        zoomAxis(0, event->position(), factor);
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
