// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/axis_limits.h"
#include "ui/views/axis_overlay.h"
#include "ui/views/guarded_plot.h"
#include "ui/views/tool.h"

#include <functional>
#include <optional>
#include <qcustomplot.h>

namespace thetascope {

/// A plot with one pair of axes and the mouse of every Thetascope view: the wheel zooms time about the pointer (Alt:
/// frequency; Shift: pans), over an axis it zooms that axis; a left drag pans, selects or measures by tool, a middle drag
/// pans; Shift+drag zooms to the rectangle with the navigating tool and defeats snapping with the others; a double click
/// on an axis resets it. Ranges changed so obey the limits and are announced; ranges set by setters are neither clamped
/// nor announced. QCustomPlot's own interactions stay off.
class AxisPlot : public GuardedPlot {
    Q_OBJECT
public:
    explicit AxisPlot(QWidget* parent = nullptr);

    void setTimeLimits(const AxisLimits& limits) { m_limits[0] = limits; }
    void setValueLimits(const AxisLimits& limits) { m_limits[1] = limits; }
    const AxisLimits& timeLimits() const { return m_limits[0]; }
    const AxisLimits& valueLimits() const { return m_limits[1]; }
    /// A value axis that only time is seen along: rectangles reach from its bottom to its top, and it isn't dragged. With an
    /// anchor it is zoomed about that value (a waveform's 0); without one it is left alone (the fixed scale of a curve).
    void setValueFixed(std::optional<double> anchor = std::nullopt);
    void setTool(Tool tool) { m_tool = tool; }
    Tool tool() const { return m_tool; }
    /// Where a corner of a selection or a measure goes (axis coordinates); null: where the pointer is.
    void setSnap(std::function<QPointF(const QPointF&)> snap) { m_snap = std::move(snap); }
    /// The bar whose ends may be dragged; null for none.
    void setColourScale(QCPColorScale* scale) { m_scale = scale; }
    /// Tells a ticker of seconds how much room its labels have; after it was replaced.
    void makeRoom();
    AxisOverlay& overlay() { return *m_overlay; }

    AxisSpan span(const QCPAxis& axis) const { return {axis.range().lower, axis.range().upper}; }
    void resetTime();
    void resetValue();

signals:
    void timeEdited(double low, double high);
    void valueEdited(double low, double high);
    void colourEdited(double low, double high);
    void pointerMoved(double time, double value);
    void pointerLeft();
    void plotClicked(double time, double value); ///< left button, without dragging
    /// Equal values: drawn so flat that all are meant.
    void regionSelected(double timeLow, double timeHigh, double valueLow, double valueHigh);
    void measured(double timeLow, double timeHigh, double valueLow, double valueHigh); ///< as it is drawn
    /// The axis rectangle may have moved: overlays in pixels must follow.
    void laidOut();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Area { none, plot, timeAxis, valueAxis, colourFloor, colourBar, colourCeiling };
    enum class Drag { none, pan, zoomBox, selectBox, measureBox, colour };

    static constexpr double smallestColourSpan = 1; // dB
    static bool isLogarithmic(const QCPAxis& axis) { return axis.scaleType() == QCPAxis::stLogarithmic; }

    Area areaAt(const QPointF& position) const;
    int axisWidthFor(int width) const;
    QCPAxis& axisOf(int which) const { return which == 0 ? *xAxis : *yAxis; }
    void edit(int which, AxisSpan wanted);
    void zoomAxis(int which, const QPointF& position, double factor);
    void zoomColours(const QPointF& position, double factor);
    bool valueZooms() const { return !m_valueFixed || m_anchor; }
    void dragPan(const QPointF& position);
    void dragColours(const QPointF& position);
    Drag dragFor(const QMouseEvent& event) const;
    void dragBox(const QPointF& position, Qt::KeyboardModifiers modifiers);
    QPointF boxCorner(const QPointF& position, Qt::KeyboardModifiers modifiers) const;
    void finishBox();
    void showCursorFor(Area area);

    AxisLimits m_limits[2]; // time, value
    bool m_valueFixed = false;
    std::optional<double> m_anchor;
    Tool m_tool = Tool::navigate;
    std::function<QPointF(const QPointF&)> m_snap;
    QCPColorScale* m_scale = nullptr;
    AxisOverlay* m_overlay = nullptr;
    Drag m_drag = Drag::none;
    Area m_pressed = Area::none;
    QPointF m_from;          // where the drag began, pixels
    AxisSpan m_before[3];    // time, value and colour range at that moment
    QRectF m_box;            // pixels
    bool m_moved = false;    // since then, further than a click
};

} // namespace thetascope
