// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_overlay.h"

#include <QPainter>
#include <QPaintEvent>
#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr int stripHalfWidth = 3; // covers line and halo at any scale
constexpr int haloAlpha = 110;
constexpr int lineAlpha = 220;
constexpr int fillAlpha = 45;
constexpr int labelAlpha = 190;
constexpr int labelMargin = 5;
constexpr double harmonicHalfWidth = 14;

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
    if (!m_harmonics.empty())
        update();
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

void AxisOverlay::setMeasure(const QRectF& rect, const QString& text) {
    if (m_measure == rect && m_measureText == text)
        return;
    m_measure = rect;
    m_measureText = text;
    update();
}

void AxisOverlay::setHarmonics(std::vector<double> heights) {
    if (m_harmonics == heights)
        return;
    m_harmonics = std::move(heights);
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
    drawLines(painter);
    if (!m_harmonics.empty() && m_x)
        drawHarmonics(painter);
    if (!m_measure.isNull())
        drawMeasure(painter);
    if (!m_rubberBand.isNull()) {
        painter.fillRect(m_rubberBand, withAlpha(m_line, fillAlpha));
        painter.setPen(QPen(m_halo, 1));
        painter.drawRect(m_rubberBand.adjusted(0, 0, -1, -1));
        painter.setPen(QPen(m_line, 1, Qt::DashLine));
        painter.drawRect(m_rubberBand.adjusted(0, 0, -1, -1));
    }
}

void AxisOverlay::drawLines(QPainter& painter) const {
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
}

// A short bar at every multiple, with its number where there is room for it.
void AxisOverlay::drawHarmonics(QPainter& painter) const {
    const QFontMetrics metrics = fontMetrics();
    double numbered = m_y.value_or(m_frame.bottom());
    for (std::size_t i = 0; i < m_harmonics.size(); ++i) {
        const double y = std::floor(m_harmonics[i]) + 0.5;
        const QLineF bar(*m_x - harmonicHalfWidth, y, *m_x + harmonicHalfWidth, y);
        painter.setPen(QPen(withAlpha(m_halo, haloAlpha), 3));
        painter.drawLine(bar);
        painter.setPen(QPen(m_line, 1));
        painter.drawLine(bar);
        if (std::abs(numbered - y) < metrics.height())
            continue;
        numbered = y;
        const QString number = QString::number(i + 2);
        const QRectF box(bar.x2() + 2, y - 0.5 * metrics.height(), metrics.horizontalAdvance(number) + 6, metrics.height());
        painter.fillRect(box, withAlpha(m_halo, labelAlpha));
        painter.drawText(box, Qt::AlignCenter, number);
    }
}

// The figures stand outside the rectangle where there is room, on the side that has most of it.
void AxisOverlay::drawMeasure(QPainter& painter) const {
    painter.fillRect(m_measure, withAlpha(m_line, fillAlpha / 2));
    for (const QPen& pen : {QPen(withAlpha(m_halo, lineAlpha), 3), QPen(m_line, 1)}) {
        painter.setPen(pen);
        painter.drawRect(m_measure);
    }
    if (m_measureText.isEmpty())
        return;
    const QRectF bounds = fontMetrics().boundingRect(m_frame, Qt::AlignLeft, m_measureText);
    QRectF box(0, 0, bounds.width() + 2 * labelMargin, bounds.height() + 2 * labelMargin);
    const bool right = m_frame.right() - m_measure.right() >= m_measure.left() - m_frame.left();
    box.moveTopLeft({right ? m_measure.right() + labelMargin : m_measure.left() - labelMargin - box.width(), m_measure.top()});
    box.moveLeft(std::clamp(box.left(), double(m_frame.left()), std::max<double>(m_frame.left(), m_frame.right() - box.width())));
    box.moveTop(std::clamp(box.top(), double(m_frame.top()), std::max<double>(m_frame.top(), m_frame.bottom() - box.height())));
    painter.fillRect(box, withAlpha(m_halo, labelAlpha));
    painter.setPen(m_line);
    painter.drawText(box, Qt::AlignCenter, m_measureText);
}

} // namespace thetascope
