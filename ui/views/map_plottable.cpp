// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/map_plottable.h"

#include "ui/render/axis_change.h"

#include <QTimer>
#include <algorithm>

namespace thetascope {
namespace {

/// Picture pixels per unit (1/96 inch) in vector files.
constexpr double vectorScale = 2;
constexpr int hatchPitchUnits = 8;
constexpr int retryMilliseconds = 1000;

/// The last picture where the axis' scale has changed since.
QImage onNewAxis(const RasterResult& result, const RasterStyle& wanted) {
    return wanted.pixels.isEmpty() ? QImage() : onFrequencyAxis(result.image, result.request.style, wanted);
}

} // namespace

MapPlottable::MapPlottable(QCPAxis* timeAxis, QCPAxis* frequencyAxis) : QCPAbstractPlottable(timeAxis, frequencyAxis) {
    setSelectable(QCP::stNone);
    connect(&m_worker, &RasterThread::ready, this, &MapPlottable::takePicture, Qt::QueuedConnection);
}

void MapPlottable::setGrid(std::shared_ptr<const CellGrid> grid, std::shared_ptr<const CellGrid> minus) {
    m_grid = std::move(grid);
    m_minus = std::move(minus);
    if (!m_grid) {
        m_shown = {};
        m_requested = {};
        m_failed = false;
    }
}

bool MapPlottable::isCurrent() const {
    if (!m_grid)
        return true; // nothing to wait for
    return m_drawn && m_shown.request == RasterRequest{m_grid, styleFor(parentPlot()->bufferDevicePixelRatio()), m_minus};
}

RasterStyle MapPlottable::styleFor(double scale) const {
    RasterStyle style = m_look;
    const QRect rect = keyAxis()->axisRect()->rect();
    style.pixels = {qRound(rect.width() * scale), qRound(rect.height() * scale)};
    style.seconds = {keyAxis()->range().lower, keyAxis()->range().upper};
    // QCustomPlot puts the lower end of a range on the last row of pixels, not below it.
    const AxisSpan units{valueAxis()->pixelToCoord(rect.bottom() + 1), valueAxis()->pixelToCoord(rect.top())};
    style.hertz = scaleHz(style.frequency, units);
    style.hatchPitch = std::max(2, qRound(hatchPitchUnits * scale));
    return style;
}

void MapPlottable::draw(QCPPainter* painter) {
    if (!m_grid) {
        fillBackground(*painter);
        return;
    }
    painter->save();
    if (m_above)
        painter->setClipRect(extent(), Qt::IntersectClip);
    if (painter->modes() & (QCPPainter::pmVectorized | QCPPainter::pmNoCaching))
        drawExport(*painter);
    else
        drawScreen(*painter);
    if (m_veil.isValid())
        painter->fillRect(keyAxis()->axisRect()->rect(), m_veil);
    painter->restore();
}

/// The frames' part of the axis rectangle, on whole pixels.
QRectF MapPlottable::extent() const {
    QRectF rect = keyAxis()->axisRect()->rect();
    rect.setLeft(qRound(keyAxis()->coordToPixel(m_grid->spans.begin())));
    rect.setRight(qRound(keyAxis()->coordToPixel(m_grid->spans.end())));
    return rect;
}

void MapPlottable::fillBackground(QCPPainter& painter) const {
    if (!m_above)
        painter.fillRect(keyAxis()->axisRect()->rect(), QColor(m_look.background));
}

void MapPlottable::drawScreen(QCPPainter& painter) {
    const double ratio = parentPlot()->bufferDevicePixelRatio();
    const RasterRequest wanted{m_grid, styleFor(ratio), m_minus};
    if (wanted != m_requested) {
        m_requested = wanted;
        m_failed = false;
        m_worker.request(wanted);
    }
    m_drawn = wanted == m_shown.request;
    if (m_drawn) {
        m_shown.image.setDevicePixelRatio(ratio);
        painter.drawImage(keyAxis()->axisRect()->rect().topLeft(), m_shown.image);
    } else {
        drawStretched(painter, m_shown);
    }
    if (m_failed)
        drawFailure(painter);
}

void MapPlottable::drawFailure(QCPPainter& painter) const {
    const QRect rect = keyAxis()->axisRect()->rect();
    painter.fillRect(rect, QColor(m_look.background));
    painter.setPen(keyAxis()->labelColor());
    painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap, tr("Not enough memory to draw this; it is tried again every second"));
}

void MapPlottable::drawExport(QCPPainter& painter) const {
    const bool vectorized = painter.modes().testFlag(QCPPainter::pmVectorized);
    const double scale = vectorized ? vectorScale : painter.transform().m11() * painter.device()->devicePixelRatioF();
    const QImage image = picture({m_grid, styleFor(scale), m_minus});
    painter.save();
    painter.setRenderHint(QPainter::LosslessImageRendering); // Qt writes JPEG into PDF otherwise
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(keyAxis()->axisRect()->rect()), image);
    painter.restore();
}

void MapPlottable::drawStretched(QCPPainter& painter, const RasterResult& result) const {
    fillBackground(painter);
    if (result.image.isNull())
        return;
    const RasterStyle& style = result.request.style;
    const double left = keyAxis()->coordToPixel(style.seconds.low), right = keyAxis()->coordToPixel(style.seconds.high);
    if (style.frequency != m_look.frequency) {
        const QImage image = onNewAxis(result, styleFor(parentPlot()->bufferDevicePixelRatio()));
        const QRect rect = keyAxis()->axisRect()->rect();
        painter.drawImage(QRectF(left, rect.top(), right - left, rect.height()), image, QRectF(image.rect()));
        return;
    }
    const AxisSpan units = scaleUnits(style.frequency, style.hertz);
    const QPointF topLeft(left, valueAxis()->coordToPixel(units.high)), bottomRight(right, valueAxis()->coordToPixel(units.low));
    painter.drawImage(QRectF(topLeft, bottomRight), result.image, QRectF(result.image.rect()));
}

void MapPlottable::takePicture() {
    std::optional<RasterResult> result = m_worker.take();
    if (!result || result->request.grid == nullptr || !m_grid)
        return;
    if (result->image.isNull()) {
        if (result->request != m_requested)
            return; // another one is on its way
        m_failed = true;
        QTimer::singleShot(retryMilliseconds, this, &MapPlottable::tryAgain);
    } else {
        m_shown = std::move(*result);
        m_failed = false;
        m_drawn = false;
    }
    parentPlot()->replot(QCustomPlot::rpQueuedReplot);
}

void MapPlottable::tryAgain() {
    if (m_failed && m_grid)
        m_worker.request(m_requested);
}

double MapPlottable::selectTest(const QPointF&, bool, QVariant*) const { return -1; }

QCPRange MapPlottable::getKeyRange(bool& found, QCP::SignDomain) const {
    found = m_grid != nullptr;
    return found ? QCPRange(m_grid->spans.begin(), m_grid->spans.end()) : QCPRange();
}

QCPRange MapPlottable::getValueRange(bool& found, QCP::SignDomain domain, const QCPRange&) const {
    found = m_grid != nullptr;
    if (!found)
        return {};
    const bool positive = domain == QCP::sdPositive || needsPositive(m_look.frequency);
    const AxisSpan hz{positive ? m_grid->hzPerBin : 0, m_grid->hzPerBin * (m_grid->bins - 1)};
    const AxisSpan units = scaleUnits(m_look.frequency, hz);
    return {units.low, units.high};
}

void MapPlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

} // namespace thetascope
