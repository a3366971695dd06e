// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/raster_thread.h"

#include <qcustomplot.h>

namespace thetascope {

/// Draws a grid of cells in an axis rectangle: key axis seconds, value axis units of the look's frequency scale. On screen the
/// picture comes from a worker at device resolution and is drawn one to one; until it is there the last one is
/// stretched to where it belongs. For export the picture is made at once, at the export's resolution.
class MapPlottable : public QCPAbstractPlottable {
    Q_OBJECT
public:
    MapPlottable(QCPAxis* timeAxis, QCPAxis* frequencyAxis);

    /// minus: not null to draw the difference of the two.
    void setGrid(std::shared_ptr<const CellGrid> grid, std::shared_ptr<const CellGrid> minus = nullptr);
    const std::shared_ptr<const CellGrid>& grid() const { return m_grid; }
    /// Colours, limits and smoothness; pixels and ranges are taken from the axes.
    void setLook(const RasterStyle& look) { m_look = look; }
    const RasterStyle& look() const { return m_look; }
    /// Whether something is drawn beneath: what lies before the first and after the last frame is then left alone.
    void setAbove(bool above) { m_above = above; }
    /// A colour that is laid over the cells, to set them off from those drawn above; an invalid one: none.
    void setVeil(const QColor& veil) { m_veil = veil; }
    /// Whether the picture on screen is the one asked for.
    bool isCurrent() const;
    /// What an export draws: the axes' ranges at `scale` pixels per unit of the axis rect.
    RasterRequest exportRequest(double scale) const { return {m_grid, styleFor(scale)}; }

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keyRange) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    RasterStyle styleFor(double scale) const;
    QRectF extent() const;
    void drawScreen(QCPPainter& painter);
    void fillBackground(QCPPainter& painter) const;
    void drawExport(QCPPainter& painter) const;
    void drawStretched(QCPPainter& painter, const RasterResult& result) const;
    void drawFailure(QCPPainter& painter) const;
    void takePicture();
    void tryAgain();

    std::shared_ptr<const CellGrid> m_grid, m_minus;
    RasterStyle m_look;
    QColor m_veil;
    bool m_above = false;
    RasterRequest m_requested;
    RasterResult m_shown;
    bool m_drawn = false; // whether m_shown is in the plot's buffer, one to one
    bool m_failed = false; // there was no memory for what is requested: said instead, and tried again soon
    RasterThread m_worker;
};

} // namespace thetascope
