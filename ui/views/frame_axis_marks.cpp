// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/frame_axis_marks.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr int tickLength = 9;
constexpr double tickPitch = 3;  // px; closer ticks are drawn as one
constexpr int barRows = 6;
constexpr int barRowHeight = 5;  // px
constexpr double barPitch = 10;  // px per bar drawn, on average
const QColor halo(0, 0, 0, 150); // marks lie on colours of any lightness: white on a dark rim reads on all of them
const QColor mark(255, 255, 255, 235);

} // namespace

FrameAxisMarks::FrameAxisMarks(QCPAxis* timeAxis)
    : QCPLayerable(timeAxis->parentPlot(), QStringLiteral("overlay")), m_timeAxis(timeAxis) {}

QRect FrameAxisMarks::clipRect() const { return m_timeAxis->axisRect()->rect(); }

void FrameAxisMarks::applyDefaultAntialiasingHint(QCPPainter* painter) const { painter->setAntialiasing(false); }

void FrameAxisMarks::draw(QCPPainter* painter) {
    if (m_level <= 0 || !m_grid)
        return;
    const QCPRange range = m_timeAxis->range();
    const double reach = m_level > 1 ? m_grid->spectrogram->tiling.support / m_grid->spectrogram->sampleRate : 0;
    const auto [first, last] = m_grid->spans.centresWithin(range.lower - reach, range.upper + reach);
    drawTicks(*painter, first, last);
    if (m_level > 1)
        drawBars(*painter, first, last);
}

void FrameAxisMarks::drawTicks(QCPPainter& painter, int first, int last) const {
    const QRect rect = clipRect();
    double previous = -tickPitch;
    for (int place = first; place < last; ++place) {
        const double x = m_timeAxis->coordToPixel(m_grid->spans.centre[static_cast<size_t>(place)]);
        if (x - previous < tickPitch)
            continue;
        previous = x;
        painter.setPen(QPen(halo, 3));
        painter.drawLine(QLineF(x, rect.bottom() + 1, x, rect.bottom() - tickLength));
        painter.setPen(QPen(mark, 1));
        painter.drawLine(QLineF(x, rect.bottom() + 1, x, rect.bottom() - tickLength + 1));
    }
}

void FrameAxisMarks::drawBars(QCPPainter& painter, int first, int last) const {
    const QRect rect = clipRect();
    const Spectrogram& spectrogram = *m_grid->spectrogram;
    // Chosen by index, not by pixel, so that the same frames keep their bars and rows while the view is dragged.
    const int stride = std::max(1, static_cast<int>(std::ceil(barPitch * (last - first) / std::max(1, rect.width()))));
    for (int place = first - first % stride; place < last; place += stride) {
        const double centre = m_grid->spans.centre[static_cast<size_t>(place)];
        const double x = m_timeAxis->coordToPixel(centre);
        const int frame = m_grid->spans.frame[static_cast<size_t>(place)];
        const double half = 0.5 * longestWindow(spectrogram.tiling, frame) / spectrogram.sampleRate;
        const double left = m_timeAxis->coordToPixel(centre - half);
        const double right = m_timeAxis->coordToPixel(centre + half);
        const double y = rect.top() + 6 + place / stride % barRows * barRowHeight;
        painter.setPen(QPen(halo, 3));
        painter.drawLine(QLineF(left - 1, y, right + 1, y));
        painter.setPen(QPen(mark, 1));
        painter.drawLine(QLineF(left, y, right, y));
        painter.drawLine(QLineF(x, y - 1, x, y + 1));
    }
}

} // namespace thetascope
