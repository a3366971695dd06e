// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/render/rasteriser.h"

#include <QColor>
#include <QImage>
#include <QPicture>
#include <QRectF>
#include <QSize>
#include <QString>
#include <memory>

class QCustomPlot;
class QPainter;

namespace thetascope {

struct FigureStyle;

/// A figure with everything decided: laid out and recorded on the GUI thread within moments, drawn and written by any thread,
/// as large as may be. A plain value.
struct FigureDrawing {
    QSize size;                  ///< units of 1/96 inch
    QColor paper;
    QPicture below, above;       ///< what lies under the map (or all of it, without one), and over it
    std::shared_ptr<const CellGrid> grid; ///< null: no map
    RasterStyle look;            ///< of the map; its pixels are chosen when it is drawn
    QRectF mapRect;              ///< units
    double pngScale = 1;         ///< pixels per unit
    QString caption, settings;   ///< as a picture's title and description
    QString metadata;            ///< JSON of everything that made it; goes into the file, unseen
};

/// Records a plot laid out at style.size; its map, if it has one, as data. `vector`: for SVG and PDF, where lines need no
/// pixels to sit on. GUI thread.
FigureDrawing recordPlot(QCustomPlot& plot, const FigureStyle& style, bool vector);

/// The figure as pixels, `scale` per unit. Any thread.
QImage drawFigure(const FigureDrawing& drawing, double scale);

/// The same into any painter that works in the figure's units, the map at mapScale pixels per unit. Any thread.
void drawInto(QPainter& painter, const FigureDrawing& drawing, double mapScale);

/// Writes it as .png, .svg or .pdf, by the path's extension, whole or not at all, settings and metadata inside (PNG: text
/// chunks "Title", "Description", "Settings"; SVG: title and desc; PDF: title and an attached settings.json). Any thread.
/// Errors: see figure.h.
Status writeDrawing(const QString& path, const FigureDrawing& drawing);

/// For QImage::save(): zlib's level 1. Qt's default, 6, takes three times as long for a tenth less.
constexpr int pngQuality = 80;

/// Whether a path's extension means a vector format.
bool isVectorPath(const QString& path);

} // namespace thetascope
