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
constexpr double selectionWidth = 2;
constexpr int labelAlpha = 190;
constexpr int labelMargin = 5;
constexpr double harmonicHalfWidth = 14;
const QColor playingColour(0xff, 0x5c, 0x5c); // stands out on every colour map

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
    updateStrip(m_x);
    if (m_y)
        update(m_frame.left(), static_cast<int>(*m_y) - stripHalfWidth, m_frame.width(), 2 * stripHalfWidth + 1);
}

void AxisOverlay::updateStrip(std::optional<double> x) {
    if (x && *x > m_frame.left() - stripHalfWidth && *x < m_frame.right() + stripHalfWidth)
        update(static_cast<int>(*x) - stripHalfWidth, m_frame.top(), 2 * stripHalfWidth + 1, m_frame.height());
}

void AxisOverlay::setPlaying(std::optional<double> playhead, std::optional<double> start) {
    if (playhead == m_playhead && start == m_start)
        return;
    for (const auto& x : {m_playhead, m_start, playhead, start})
        updateStrip(x);
    m_playhead = playhead;
    m_start = start;
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

void AxisOverlay::setHarmonics(std::vector<double> places, Qt::Orientation axis) {
    if (m_harmonics == places && m_harmonicsAxis == axis)
        return;
    m_harmonics = std::move(places);
    m_harmonicsAxis = axis;
    update();
}

void AxisOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setClipRect(m_frame);
    if (!m_selection.isEmpty())
        drawOutline(painter, m_selection, QPen(m_selectionColour, selectionWidth));
    if (m_start)
        drawUpright(painter, *m_start, Qt::DashLine);
    if (m_playhead)
        drawUpright(painter, *m_playhead, Qt::SolidLine);
    drawLines(painter);
    if (!m_harmonics.empty() && m_x)
        drawHarmonics(painter);
    if (!m_measure.isNull())
        drawMeasure(painter);
    if (!m_rubberBand.isNull())
        drawOutline(painter, m_rubberBand, QPen(m_line, 1, Qt::DashLine));
}

// Within the rectangle and within the frame, on a halo that sets it off from any colour.
void AxisOverlay::drawOutline(QPainter& painter, const QRectF& rect, const QPen& pen) const {
    const double inset = 0.5 * pen.widthF() + 1;
    const QRectF outline = (rect & QRectF(m_frame)).adjusted(inset, inset, -inset, -inset);
    for (const QPen& next : {QPen(withAlpha(m_halo, lineAlpha), pen.widthF() + 2), pen}) {
        painter.setPen(next);
        painter.drawRect(outline);
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

void AxisOverlay::drawUpright(QPainter& painter, double x, Qt::PenStyle style) const {
    const double middle = std::floor(x) + 0.5;
    const QLineF line(middle, m_frame.top(), middle, m_frame.bottom() + 1);
    painter.setPen(QPen(withAlpha(m_halo, haloAlpha), 3));
    painter.drawLine(line);
    painter.setPen(QPen(playingColour, 1, style));
    painter.drawLine(line);
}

// A short bar at every multiple, with its number where there is room for it.
void AxisOverlay::drawHarmonics(QPainter& painter) const {
    const bool upright = m_harmonicsAxis == Qt::Vertical;
    const double room = upright ? fontMetrics().height() : fontMetrics().horizontalAdvance(QStringLiteral("00")) + labelMargin;
    double numbered = upright ? m_y.value_or(m_frame.bottom()) : *m_x;
    for (std::size_t i = 0; i < m_harmonics.size(); ++i) {
        const double place = std::floor(m_harmonics[i]) + 0.5, end = m_frame.bottom() + 1;
        const bool numberFits = std::abs(numbered - place) >= room;
        if (numberFits)
            numbered = place;
        drawHarmonic(painter,
                     upright ? QLineF(*m_x - harmonicHalfWidth, place, *m_x + harmonicHalfWidth, place)
                             : QLineF(place, end, place, end - 2 * harmonicHalfWidth),
                     numberFits ? QString::number(i + 2) : QString());
    }
}

// The number stands beyond the second end of the bar.
void AxisOverlay::drawHarmonic(QPainter& painter, const QLineF& bar, const QString& number) const {
    for (const QPen& pen : {QPen(withAlpha(m_halo, haloAlpha), 3), QPen(m_line, 1)}) {
        painter.setPen(pen);
        painter.drawLine(bar);
    }
    if (number.isEmpty())
        return;
    const QFontMetrics metrics = fontMetrics();
    QRectF box(0, 0, metrics.horizontalAdvance(number) + 6, metrics.height());
    if (bar.dy() == 0)
        box.moveTopLeft({bar.x2() + 2, bar.y2() - 0.5 * box.height()});
    else
        box.moveTopLeft({bar.x2() - 0.5 * box.width(), bar.y2() - box.height()});
    box.moveTop(std::clamp(box.top(), double(m_frame.top()), std::max<double>(m_frame.top(), m_frame.bottom() + 1 - box.height())));
    painter.fillRect(box, withAlpha(m_halo, labelAlpha));
    painter.drawText(box, Qt::AlignCenter, number);
}

// The figures stand outside the rectangle where there is room, on the side that has most of it.
void AxisOverlay::drawMeasure(QPainter& painter) const {
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
