// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_axes.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace thetascope {
namespace {

PixelColumn columnAt(const FrameSpans& spans, double from, double to) {
    PixelColumn column;
    column.seconds = 0.5 * (from + to);
    std::tie(column.first, column.last) = spans.centresWithin(from, to);
    column.centred = column.first < column.last;
    if (!column.centred)
        std::tie(column.first, column.last) = spans.placesAt(column.seconds);
    if (column.first < column.last)
        column.cover = PixelColumn::Cover::frames;
    else if (column.seconds >= spans.begin() && column.seconds < spans.end())
        column.cover = PixelColumn::Cover::uncovered;
    return column;
}

PixelRow rowAt(int bins, double from, double to, double middle) {
    PixelRow row;
    row.bin = static_cast<float>(middle);
    const int first = std::max(0, static_cast<int>(std::ceil(from)));
    const int last = std::min(bins, static_cast<int>(std::ceil(to)));
    row.centred = first < last;
    if (row.centred) {
        row.first = first;
        row.last = last;
        return row;
    }
    const double nearest = std::floor(middle + 0.5);
    if (nearest >= 0 && nearest < bins) {
        row.first = static_cast<int>(nearest);
        row.last = row.first + 1;
    }
    return row;
}

} // namespace

double hertzAt(const RasterStyle& style, double height) {
    if (style.frequency == FrequencyScale::linear)
        return style.hertz.low + height * style.hertz.length();
    const AxisSpan units = scaleUnits(style.frequency, style.hertz);
    return scaleHz(style.frequency, units.low + height * units.length());
}

double heightAt(const RasterStyle& style, double hertz) {
    const AxisSpan units = scaleUnits(style.frequency, style.hertz);
    return (scaleUnit(style.frequency, hertz) - units.low) / units.length();
}

std::vector<PixelColumn> pixelColumns(const FrameSpans& spans, const RasterStyle& style) {
    const int width = style.pixels.width();
    const double secondsPerPixel = style.seconds.length() / width;
    std::vector<PixelColumn> columns;
    columns.reserve(static_cast<size_t>(width));
    const auto edge = [&](int x) { return style.seconds.low + x * secondsPerPixel; };
    for (int x = 0; x < width; ++x)
        columns.push_back(columnAt(spans, edge(x), edge(x + 1)));
    return columns;
}

std::vector<PixelRow> pixelRows(const CellGrid& grid, const RasterStyle& style) {
    const int height = style.pixels.height();
    std::vector<PixelRow> rows;
    rows.reserve(static_cast<size_t>(height));
    const auto binAt = [&](double fromTop) { return hertzAt(style, 1 - fromTop / height) / grid.hzPerBin; };
    for (int y = 0; y < height; ++y) {
        PixelRow row = rowAt(grid.bins, binAt(y + 1), binAt(y), binAt(y + 0.5));
        if (grid.cols == 1 && row.first < row.last)
            row = {0, 1, true, 0};
        rows.push_back(row);
    }
    return rows;
}

} // namespace thetascope
