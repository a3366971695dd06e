// SPDX-License-Identifier: GPL-3.0-or-later
// What dragging does in a plot.
#include "ui/views/axis_plot.h"

#include <algorithm>

namespace thetascope {
namespace {

constexpr int smallestBox = 5; // pixels; smaller is a click

} // namespace

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

void AxisPlot::dragPan(const QPointF& position) {
    const QRect rect = axisRect()->rect();
    if (m_pressed != Area::valueAxis)
        edit(0, panSpan(m_before[0], (m_from.x() - position.x()) / std::max(1, rect.width()), isLogarithmic(*xAxis)));
    if (m_pressed != Area::timeAxis && !m_valueFixed)
        edit(1, panSpan(m_before[1], (position.y() - m_from.y()) / std::max(1, rect.height()), isLogarithmic(*yAxis)));
}

void AxisPlot::dragColours(const QPointF& position) {
    const QCPAxis& axis = *m_scale->axis();
    const double share = (position.y() - m_from.y()) / std::max(1, axis.axisRect()->height());
    const AxisSpan moved = panSpan(m_before[2], share, isLogarithmic(axis));
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

} // namespace thetascope
