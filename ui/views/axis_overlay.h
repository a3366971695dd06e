// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>
#include <optional>

namespace thetascope {

/// Crosshair, selection and rubber band above a plot, in widget pixels. A transparent child widget: moving the crosshair
/// repaints two thin strips, not the plot. Takes no mouse events and is not part of exports.
class AxisOverlay : public QWidget {
    Q_OBJECT
public:
    explicit AxisOverlay(QWidget* parent);

    /// The rectangle that all is clipped to.
    void setFrame(const QRect& rect);
    void setCrosshair(std::optional<double> x, std::optional<double> y);
    void setRubberBand(const QRect& rect);
    void setSelection(const QRectF& rect);
    void setColours(const QColor& line, const QColor& halo, const QColor& selection);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateLines();

    QRect m_frame;
    std::optional<double> m_x, m_y;
    QRect m_rubberBand;
    QRectF m_selection;
    QColor m_line = Qt::white;
    QColor m_halo = Qt::black;
    QColor m_selectionColour = Qt::blue;
};

} // namespace thetascope
