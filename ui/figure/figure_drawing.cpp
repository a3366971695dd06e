// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_drawing.h"

#include "ui/figure/figure.h"
#include "ui/views/map_plottable.h"

#include <algorithm>
#include <qcustomplot.h>
#include <utility>
#include <vector>

namespace thetascope {
namespace {

constexpr double leastScale = 1, greatestScale = 8;

MapPlottable* mapOf(QCustomPlot& plot) {
    for (int i = 0; i < plot.plottableCount(); ++i)
        if (auto* const map = dynamic_cast<MapPlottable*>(plot.plottable(i))) return map;
    return nullptr;
}

QPicture record(QCustomPlot& plot, QSize size, bool vector) {
    QPicture picture;
    QCPPainter painter(&picture);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    plot.toPainter(&painter, size.width(), size.height());
    painter.end();
    return picture;
}

/// Takes the plot's and the axis rects' own backgrounds away while it lives. (Hiding their layer would hide their axes too.)
class NoBackgrounds {
public:
    NoBackgrounds(QCustomPlot& plot, const QBrush& paper) : m_plot(plot), m_paper(paper) {
        plot.setBackground(Qt::NoBrush);
        for (QCPAxisRect* const rect : plot.axisRects()) {
            m_rects.emplace_back(rect, rect->backgroundBrush());
            rect->setBackground(Qt::NoBrush);
        }
    }
    ~NoBackgrounds() {
        m_plot.setBackground(m_paper);
        for (const auto& [rect, brush] : m_rects) rect->setBackground(brush);
    }
    NoBackgrounds(const NoBackgrounds&) = delete;
    NoBackgrounds& operator=(const NoBackgrounds&) = delete;

private:
    QCustomPlot& m_plot;
    QBrush m_paper;
    std::vector<std::pair<QCPAxisRect*, QBrush>> m_rects;
};

/// Shows the layers of indices [first, last) alone while it lives, and the lowest, which axis rects and so all axes are on.
class OnlyLayers {
public:
    OnlyLayers(QCustomPlot& plot, int first, int last) {
        for (int i = 0; i < plot.layerCount(); ++i) {
            QCPLayer* const layer = plot.layer(i);
            if (i == 0 || !layer->visible() || (i >= first && i < last)) continue;
            layer->setVisible(false);
            m_hidden.push_back(layer);
        }
    }
    ~OnlyLayers() {
        for (QCPLayer* const layer : m_hidden) layer->setVisible(true);
    }
    OnlyLayers(const OnlyLayers&) = delete;
    OnlyLayers& operator=(const OnlyLayers&) = delete;

private:
    std::vector<QCPLayer*> m_hidden;
};

} // namespace

FigureDrawing recordPlot(QCustomPlot& plot, const FigureStyle& style, bool vector) {
    FigureDrawing drawing;
    drawing.size = style.size;
    drawing.paper = plot.palette().color(QPalette::Window);
    drawing.pngScale = std::clamp(style.dpiScale, leastScale, greatestScale);
    drawing.caption = style.caption;
    drawing.settings = style.settings;
    drawing.metadata = style.metadata;
    MapPlottable* const map = mapOf(plot);
    if (map == nullptr || !map->realVisibility()) {
        drawing.below = record(plot, style.size, vector);
        return drawing;
    }
    map->setVisible(false);
    const int layer = map->layer()->index();
    {
        const OnlyLayers lower(plot, 0, layer);
        drawing.below = record(plot, style.size, vector);
    }
    {
        const NoBackgrounds bare(plot, QBrush(drawing.paper));
        const OnlyLayers upper(plot, layer, plot.layerCount());
        drawing.above = record(plot, style.size, vector);
    }
    const QRect viewport = plot.viewport();
    plot.setViewport({QPoint(), style.size});
    const RasterRequest request = map->exportRequest(1);
    drawing.grid = request.grid;
    drawing.look = request.style;
    drawing.mapRect = map->keyAxis()->axisRect()->rect();
    if (!style.axes) { // the cells alone, over all of the picture
        drawing.below = drawing.above = QPicture();
        drawing.mapRect = QRectF(QPointF(), style.size);
    }
    plot.setViewport(viewport);
    map->setVisible(true);
    return drawing;
}

void drawInto(QPainter& painter, const FigureDrawing& drawing, double mapScale) {
    QPicture below = drawing.below, above = drawing.above; // playing isn't const
    painter.fillRect(QRect(QPoint(), drawing.size), drawing.paper);
    if (!below.isNull()) painter.drawPicture(0, 0, below);
    if (drawing.grid) {
        RasterStyle look = drawing.look;
        look.pixels = (drawing.mapRect.size() * mapScale).toSize();
        look.hatchPitch = std::max(2, qRound(look.hatchPitch * mapScale));
        const QImage cells = rasterise(drawing.grid.get(), look); // before anything is saved: memory may run out
        painter.save();
        painter.setRenderHint(QPainter::LosslessImageRendering); // Qt writes JPEG into PDF otherwise
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(drawing.mapRect, cells);
        painter.restore();
    }
    if (!above.isNull()) painter.drawPicture(0, 0, above);
}

QImage drawFigure(const FigureDrawing& drawing, double scale) {
    QImage image((QSizeF(drawing.size) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) return image;
    QPainter painter(&image);
    painter.scale(scale, scale);
    drawInto(painter, drawing, scale);
    return image;
}

} // namespace thetascope
