// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/rasteriser.h"

#include <vector>

namespace thetascope {

/// What lies under one column of pixels.
struct PixelColumn {
    enum class Cover { outside, uncovered, frames };
    Cover cover = Cover::outside;
    int first = 0, last = 0; ///< places of FrameSpans: the frames centred under the pixel, else those that reach it
    bool centred = false;    ///< whether any frame is centred under the pixel
    double seconds = 0;      ///< of the pixel's middle
};

/// What lies under one row of pixels.
struct PixelRow {
    int first = 0, last = 0; ///< columns of the grid: bins centred under the pixel, else the nearest; empty outside
    bool centred = false;    ///< whether any bin is centred under the pixel
    float bin = 0;           ///< fractional, of the pixel's middle
};

/// One entry per pixel column, left to right.
std::vector<PixelColumn> pixelColumns(const FrameSpans& spans, const RasterStyle& style);
/// One entry per pixel row, from the top.
std::vector<PixelRow> pixelRows(const CellGrid& grid, const RasterStyle& style);

/// Frequency at a height above the lower edge, 0 to 1.
double hertzAt(const RasterStyle& style, double height);
/// Height above the lower edge of a frequency, in units of the picture's height.
double heightAt(const RasterStyle& style, double hertz);

} // namespace thetascope
