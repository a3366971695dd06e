// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_overlay.h"

#include <QPainter>
#include <QPaintEvent>
#include <cmath>

namespace thetascope {
namespace {

constexpr int stripHalfWidth = 3; // covers line and halo at any scale
constexpr int haloAlpha = 110;
constexpr int lineAlpha = 220;
constexpr int fillAlpha = 45;

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

AxisOverlay::AxisOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void AxisOverlay::setFrame(const QRect& rect) {
    if (m_frame == rect)
        return;
    m_frame = rect;
    update();
}

void AxisOverlay::updateLines() {
    if (m_x)
        update(static_cast<int>(*m_x) - stripHalfWidth, m_frame.top(), 2 * stripHalfWidth + 1, m_frame.height());
    if (m_y)
        update(m_frame.left(), static_cast<int>(*m_y) - stripHalfWidth, m_frame.width(), 2 * stripHalfWidth + 1);
}

void AxisOverlay::setCrosshair(std::optional<double> x, std::optional<double> y) {
    if (x == m_x && y == m_y)
        return;
    updateLines();
    m_x = x;
    m_y = y;
    updateLines();
}

void AxisOverlay::setRubberBand(const QRect& rect) {
    m_rubberBand = rect;
    update();
}

void AxisOverlay::setSelection(const QRectF& rect) {
    if (m_selection == rect)
        return;
    m_selection = rect;
    update();
}

void AxisOverlay::setColours(const QColor& line, const QColor& halo, const QColor& selection) {
    m_line = line;
    m_halo = halo;
    m_selectionColour = selection;
    update();
}

void AxisOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setClipRect(m_frame);
    if (!m_selection.isEmpty()) {
        painter.fillRect(m_selection, withAlpha(m_selectionColour, fillAlpha));
        painter.setPen(m_selectionColour);
        painter.drawRect(m_selection.adjusted(0, 0, -1, -1));
    }
    const auto line = [&](const QPen& pen) {
        painter.setPen(pen);
        const double x = std::floor(m_x.value_or(0)) + 0.5;
        const double y = std::floor(m_y.value_or(0)) + 0.5;
        if (m_x)
            painter.drawLine(QPointF(x, m_frame.top()), QPointF(x, m_frame.bottom() + 1));
        if (m_y)
            painter.drawLine(QPointF(m_frame.left(), y), QPointF(m_frame.right() + 1, y));
    };
    line(QPen(withAlpha(m_halo, haloAlpha), 3));
    line(QPen(withAlpha(m_line, lineAlpha), 1));
    if (!m_rubberBand.isNull()) {
        painter.fillRect(m_rubberBand, withAlpha(m_line, fillAlpha));
        painter.setPen(QPen(m_halo, 1));
        painter.drawRect(m_rubberBand.adjusted(0, 0, -1, -1));
        painter.setPen(QPen(m_line, 1, Qt::DashLine));
        painter.drawRect(m_rubberBand.adjusted(0, 0, -1, -1));
    }
}

} // namespace thetascope
