// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/waveform_layers.h"

#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

constexpr double kBarsFromSamplesPerPixel = 1.5; // fewer: a line shows more
constexpr double kDotsFromPixels = 6, kDotRadius = 1.75;
constexpr double kTickSpacing = 5, kTickHeight = 7;
constexpr double kTaperHeight = 0.86; // of the pane
constexpr int kTaperSegments = 48;
constexpr float kRegionFill = 0.08F, kSelectionFill = 0.22F, kTaperFill = 0.16F;

double devicePixel(const QCPPainter& painter) {
    return painter.device() ? 1.0 / std::max(1.0, painter.device()->devicePixelRatioF()) : 1.0;
}

QColor faded(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

// cos^2(pi u), u from -1/2 to 1/2.
std::vector<double> raisedCosine() {
    std::vector<double> weights;
    for (int k = 0; k <= kTaperSegments; ++k)
        weights.push_back(std::pow(std::cos(std::numbers::pi * (static_cast<double>(k) / kTaperSegments - 0.5)), 2));
    return weights;
}

int frameTickStride(int visibleFrames, double pixels) {
    const double spacing = visibleFrames > 0 ? pixels / visibleFrames : pixels;
    for (int decade = 1; decade < 100'000'000; decade *= 10)
        for (const int digit : {1, 2, 5})
            if (spacing * decade * digit >= kTickSpacing)
                return decade * digit;
    return 1'000'000'000;
}

QCPRange WaveformPlottable::getKeyRange(bool& found, QCP::SignDomain) const {
    found = m_peaks && m_peaks->size() > 0;
    return found ? QCPRange(0, m_peaks->durationSeconds()) : QCPRange();
}

QCPRange WaveformPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = m_peaks && m_peaks->size() > 0;
    if (!found)
        return {};
    const auto range = m_peaks->range(0, m_peaks->size());
    return {range.low, range.high};
}

void WaveformPlottable::draw(QCPPainter* painter) {
    if (!m_peaks || m_peaks->size() == 0)
        return;
    const double column = devicePixel(*painter);
    const double secondsPerPixel = mKeyAxis->range().size() / mKeyAxis->axisRect()->width();
    const double samplesPerColumn = secondsPerPixel * column * m_peaks->sampleRate();
    if (samplesPerColumn >= kBarsFromSamplesPerPixel)
        drawBars(*painter, column);
    else
        drawSamples(*painter, column / samplesPerColumn);
}

// One outline for all columns: up along the maxima, back along the minima.
void WaveformPlottable::drawBars(QCPPainter& painter, double columnWidth) const {
    const QRectF rect = mKeyAxis->axisRect()->rect();
    const double rate = m_peaks->sampleRate(), end = m_peaks->durationSeconds();
    const double left = std::max(rect.left(), std::floor(mKeyAxis->coordToPixel(0)));
    const double right = std::min(rect.right(), std::ceil(mKeyAxis->coordToPixel(end)));
    QPolygonF upper, lower;
    for (double x = left; x < right; x += columnWidth) {
        const auto first = static_cast<std::int64_t>(std::floor(mKeyAxis->pixelToCoord(x) * rate));
        const auto last = static_cast<std::int64_t>(std::floor(mKeyAxis->pixelToCoord(x + columnWidth) * rate));
        const auto range = m_peaks->range(first, last + 1); // shares a sample with its neighbour: no gaps on slopes
        double top = mValueAxis->coordToPixel(range.high), bottom = mValueAxis->coordToPixel(range.low);
        const double missing = std::max(0.0, columnWidth - (bottom - top));
        top -= missing / 2;
        bottom += missing / 2;
        upper << QPointF(x, top) << QPointF(x + columnWidth, top);
        lower << QPointF(x, bottom) << QPointF(x + columnWidth, bottom);
    }
    std::reverse(lower.begin(), lower.end());
    painter.setAntialiasing(true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mPen.color());
    painter.drawPolygon(upper + lower);
}

void WaveformPlottable::drawSamples(QCPPainter& painter, double sampleWidth) const {
    const double rate = m_peaks->sampleRate();
    const auto index = [&](double seconds) { return static_cast<std::int64_t>(std::floor(seconds * rate)); };
    const std::int64_t first = std::clamp<std::int64_t>(index(mKeyAxis->range().lower) - 1, 0, m_peaks->size());
    const std::int64_t last = std::clamp<std::int64_t>(index(mKeyAxis->range().upper) + 2, 0, m_peaks->size());
    QPolygonF line;
    for (std::int64_t i = first; i < last; ++i) {
        const float value = m_peaks->range(i, i + 1).low; // 0 where not finite
        line << QPointF(mKeyAxis->coordToPixel(static_cast<double>(i) / rate), mValueAxis->coordToPixel(value));
    }
    painter.setAntialiasing(true);
    painter.setPen(mPen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    if (sampleWidth < kDotsFromPixels)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(mPen.color());
    for (const QPointF& point : line)
        painter.drawEllipse(point, kDotRadius, kDotRadius);
}

void TimeBands::draw(QCPPainter* painter) {
    if (region)
        drawBand(*painter, *region, regionColour, kRegionFill);
    if (selection)
        drawBand(*painter, *selection, selectionColour, kSelectionFill);
}

void TimeBands::drawBand(QCPPainter& painter, const QCPRange& band, const QColor& colour, float fill) const {
    const QRectF rect = clipAxisRect()->rect();
    const auto* axis = clipAxisRect()->axis(QCPAxis::atBottom);
    const double left = std::max(rect.left() - 1, axis->coordToPixel(band.lower));
    const double right = std::min(rect.right() + 2, axis->coordToPixel(band.upper));
    if (left >= right)
        return;
    painter.setAntialiasing(false);
    painter.fillRect(QRectF(left, rect.top(), right - left, rect.height()), faded(colour, fill));
    painter.setPen(QPen(faded(colour, 0.7F), 1));
    for (const double x : {left, right})
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()));
}

double FrameOverlay::pixelOf(double seconds) const { return clipAxisRect()->axis(QCPAxis::atBottom)->coordToPixel(seconds); }

void FrameOverlay::draw(QCPPainter* painter) {
    drawTaper(*painter);
    drawTicks(*painter);
    if (cursor)
        drawLine(*painter, *cursor, cursorColour);
    if (startMark)
        drawLine(*painter, *startMark, playheadColour, Qt::DashLine);
    if (playhead)
        drawLine(*painter, *playhead, playheadColour);
}

void FrameOverlay::drawTicks(QCPPainter& painter) const {
    const QCPRange visible = clipAxisRect()->axis(QCPAxis::atBottom)->range();
    const auto count = std::count_if(centres.begin(), centres.end(), [&](double c) { return visible.contains(c); });
    const int stride = frameTickStride(static_cast<int>(count), area().width());
    painter.setAntialiasing(true);
    painter.setPen(QPen(tickColour, 1));
    const double bottom = area().bottom() + 1;
    for (std::size_t i = 0; i < centres.size(); i += static_cast<std::size_t>(stride)) {
        if (visible.contains(centres[i])) {
            const double x = pixelOf(centres[i]);
            painter.drawLine(QLineF(x, bottom - kTickHeight, x, bottom));
        }
    }
    if (stride == 1 || count == 0)
        return;
    const QString note = QCoreApplication::translate("WaveformView", "a tick every %1 frames").arg(stride);
    painter.setPen(noteColour);
    painter.drawText(area().adjusted(0, 0, -6, -kTickHeight - 2), Qt::AlignRight | Qt::AlignBottom, note);
}

// From the bottom of the pane; a taper that jumps at its ends gets upright sides.
void FrameOverlay::drawTaper(QCPPainter& painter) const {
    if (!(taperLength > 0))
        return;
    const double bottom = area().bottom() + 1, height = kTaperHeight * area().height();
    const double left = taperCentre - 0.5 * taperLength, step = taperLength / static_cast<double>(taper.size() - 1);
    QPolygonF curve{QPointF(pixelOf(left), bottom)};
    for (std::size_t k = 0; k < taper.size(); ++k)
        curve << QPointF(pixelOf(left + static_cast<double>(k) * step), bottom - height * taper[k]);
    curve << QPointF(pixelOf(left + taperLength), bottom);
    painter.setAntialiasing(true);
    painter.setPen(QPen(taperColour, 1.5));
    painter.setBrush(faded(taperColour, kTaperFill));
    painter.drawPolygon(curve);
}

void FrameOverlay::drawLine(QCPPainter& painter, double seconds, const QColor& colour, Qt::PenStyle style) const {
    const double x = pixelOf(seconds);
    painter.setAntialiasing(false);
    painter.setPen(QPen(colour, 1, style));
    painter.drawLine(QLineF(x, area().top(), x, area().bottom() + 1));
}

} // namespace thetascope
