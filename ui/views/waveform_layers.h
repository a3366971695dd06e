// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/waveform_peaks.h"

#include <QString>
#include <memory>
#include <optional>
#include <qcustomplot.h>
#include <vector>

namespace thetascope {

/// How often a frame gets its tick when not all fit: the smallest of 1, 2, 5, 10... that keeps ticks of `visibleFrames`
/// frames on `pixels` pixels at least five pixels apart.
int frameTickStride(int visibleFrames, double pixels);

/// A raised cosine, 0 at both ends.
std::vector<double> raisedCosine();

/// The waveform: where a pixel column holds several samples, a bar from their least to their greatest; otherwise a line
/// through the samples, with dots when they are far apart.
class WaveformPlottable : public QCPAbstractPlottable {
public:
    using QCPAbstractPlottable::QCPAbstractPlottable;

    void setPeaks(std::shared_ptr<const WaveformPeaks> peaks) { m_peaks = std::move(peaks); }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    void drawBars(QCPPainter& painter, double columnWidth) const;
    void drawSamples(QCPPainter& painter, double sampleWidth) const;

    std::shared_ptr<const WaveformPeaks> m_peaks;
};

/// Stretches of time behind the waveform: the analysed region and the selection.
class TimeBands : public QCPAbstractItem {
public:
    using QCPAbstractItem::QCPAbstractItem;

    std::optional<QCPRange> region, selection; ///< seconds
    QColor regionColour, selectionColour;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    void drawBand(QCPPainter& painter, const QCPRange& band, const QColor& colour, float fill) const;
};

/// In front of the waveform: ticks at the frames' centres, the taper of one frame, the cursor and the playhead.
class FrameOverlay : public QCPAbstractItem {
public:
    using QCPAbstractItem::QCPAbstractItem;

    std::vector<double> centres; ///< seconds, frame by frame; not necessarily sorted
    std::optional<double> cursor, playhead, startMark; ///< seconds
    std::vector<double> taper = raisedCosine(); ///< weights at even distances over its length, the peak 1
    double taperCentre = 0, taperLength = 0; ///< seconds; length 0: no taper
    QColor tickColour, noteColour, taperColour, cursorColour, playheadColour;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    QRectF area() const { return QRectF(clipAxisRect()->rect()); }
    double pixelOf(double seconds) const;
    void drawTicks(QCPPainter& painter) const;
    void drawTaper(QCPPainter& painter) const;
    void drawLine(QCPPainter& painter, double seconds, const QColor& colour, Qt::PenStyle style = Qt::SolidLine) const;
};

} // namespace thetascope
