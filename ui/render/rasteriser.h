// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/cell_grid.h"
#include "ui/render/colour_map.h"
#include "ui/render/frequency_scale.h"

#include <QImage>
#include <QSize>

namespace thetascope {

/// What part of a grid to draw, and how. Levels are 20 log10 of the value: dB for magnitudes; for theta the same
/// formula makes the scale logarithmic between the bounds.
struct RasterStyle {
    QSize pixels;             ///< device pixels
    AxisSpan seconds;
    AxisSpan hertz;
    FrequencyScale frequency = FrequencyScale::linear; ///< hertz.low > 0 where the scale has no place for 0
    AxisSpan levelDb{-80, 0}; ///< drawn in the map's first and last colour
    AxisSpan differenceDb{-20, 20}; ///< likewise, of a difference; see rasteriseDifference()
    QString colourMap;        ///< see ColourMap::names
    bool smooth = false;      ///< bilinear in dB between cells larger than a pixel; else each cell is a flat block
    QRgb background = 0xff000000; ///< beyond the frames and beyond the bins
    QRgb uncovered = 0xff808080;  ///< hatching over the background where no frame looked
    QRgb invalid = 0xffff00ff;    ///< cells that are not finite
    int hatchPitch = 8;           ///< device pixels between two hatching lines
    bool operator==(const RasterStyle&) const = default;
};

/// Draws cells at their true time and frequency into an RGB32 image, row 0 the highest frequency. Where several cells
/// fall under a pixel the largest is drawn, so that a click or a thin line is seen at any zoom; an invalid cell
/// outranks all. Zero is drawn as the lowest level. Pure: may run in any thread. A null grid draws background.
QImage rasterise(const CellGrid* grid, const RasterStyle& style);

/// What the levels of one picture are above those of another, pixel by pixel, dB: both drawn as rasterise() would, the largest
/// cell under each pixel, levels cut off at both ends of levelDb (so that what neither shows differs by nothing), in steps of
/// levelDb.length()/256. Where either has no cells there is background or hatching. Either may have frames of its own.
QImage rasteriseDifference(const CellGrid* grid, const CellGrid* minus, const RasterStyle& style);

} // namespace thetascope
