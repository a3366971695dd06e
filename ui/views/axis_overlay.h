// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>
#include <optional>
#include <vector>

namespace thetascope {

/// Crosshair, selection, measure and rubber band above a plot, in widget pixels: outlines, since a fill would change the
/// colours that are read there. A transparent child widget: moving the crosshair
/// repaints two thin strips, not the plot. Takes no mouse events and is not part of exports.
class AxisOverlay : public QWidget {
    Q_OBJECT
public:
    explicit AxisOverlay(QWidget* parent);

    /// The rectangle that all is clipped to.
    void setFrame(const QRect& rect);
    void setCrosshair(std::optional<double> x, std::optional<double> y);
    /// What is being heard, and where playing begins: upright lines, the second dashed; either may be missing.
    void setPlaying(std::optional<double> playhead, std::optional<double> start);
    void setRubberBand(const QRect& rect);
    void setSelection(const QRectF& rect);
    /// A measured rectangle, it may be a line, with its figures beside it if there are any; a null one: none.
    void setMeasure(const QRectF& rect, const QString& text);
    /// Where the multiples of the frequency at the crosshair lie on that axis, the second first; empty: none. On an upright
    /// axis they are marked beside the crosshair, on a level one at the bottom.
    void setHarmonics(std::vector<double> places, Qt::Orientation axis = Qt::Vertical);
    void setColours(const QColor& line, const QColor& halo, const QColor& selection);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateLines();
    void drawOutline(QPainter& painter, const QRectF& rect, const QPen& pen) const;
    void updateStrip(std::optional<double> x);
    void drawUpright(QPainter& painter, double x, Qt::PenStyle style) const;
    void drawMeasure(QPainter& painter) const;
    void drawHarmonics(QPainter& painter) const;
    void drawHarmonic(QPainter& painter, const QLineF& bar, const QString& number) const;
    void drawLines(QPainter& painter) const;

    QRect m_frame;
    std::optional<double> m_x, m_y, m_playhead, m_start;
    QRect m_rubberBand;
    QRectF m_selection, m_measure;
    QString m_measureText;
    std::vector<double> m_harmonics;
    Qt::Orientation m_harmonicsAxis = Qt::Vertical;
    QColor m_line = Qt::white;
    QColor m_halo = Qt::black;
    QColor m_selectionColour = Qt::blue;
};

} // namespace thetascope
