// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/rasteriser.h"

#include "ui/render/raster_columns.h"

#include <algorithm>

namespace thetascope {
namespace {

/// Columns painted before they are copied into the image's lines: one cache line of pixels.
constexpr int blockColumns = 16;

bool drawable(const CellGrid* grid, const RasterStyle& style) {
    const bool axesFit = style.seconds.length() > 0 && style.hertz.length() > 0 && style.levelDb.length() > 0 &&
                         (!needsPositive(style.frequency) || style.hertz.low > 0);
    return grid != nullptr && !grid->spans.empty() && axesFit;
}

/// The bins under the picture and one beyond at each end, to interpolate towards.
BinRange binsUnder(const CellGrid& grid, const std::vector<PixelRow>& rows) {
    BinRange range{static_cast<int>(grid.cols), 0};
    for (const PixelRow& row : rows) {
        if (row.first < row.last)
            range = {std::min(range.first, row.first), std::max(range.last, row.last)};
    }
    if (range.count() <= 0)
        return {};
    return {std::max(range.first - 1, 0), std::min(range.last + 1, static_cast<int>(grid.cols))};
}

bool same(const PixelColumn& a, const PixelColumn& b) {
    return a.cover == b.cover && a.first == b.first && a.last == b.last;
}

void hatch(int x, const RasterStyle& style, std::span<QRgb> colours) {
    const int pitch = std::max(2, style.hatchPitch);
    const int thickness = std::max(1, pitch / 4);
    for (size_t y = 0; y < colours.size(); ++y)
        colours[y] = (x + static_cast<int>(y)) % pitch < thickness ? style.uncovered : style.background;
}

/// Copies painted columns, each stored from the top, to the image's lines from column x on.
void copyBlock(const std::vector<QRgb>& block, int x, int count, QImage& image) {
    const auto height = static_cast<size_t>(image.height());
    for (size_t y = 0; y < height; ++y) {
        QRgb* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(y))) + x;
        for (int c = 0; c < count; ++c)
            line[c] = block[static_cast<size_t>(c) * height + y];
    }
}

template <class Painter>
void paintColumns(Painter painter, bool repeats, const CellGrid& grid, const RasterStyle& style, QImage& image) {
    const std::vector<PixelColumn> columns = pixelColumns(grid.spans, style);
    const auto height = static_cast<size_t>(image.height());
    std::vector<QRgb> block(height * blockColumns);
    for (int x0 = 0; x0 < image.width(); x0 += blockColumns) {
        const int count = std::min(blockColumns, image.width() - x0);
        for (int c = 0; c < count; ++c) {
            const PixelColumn& column = columns[static_cast<size_t>(x0 + c)];
            const std::span<QRgb> colours(block.data() + static_cast<size_t>(c) * height, height);
            const bool alike = c > 0 && same(column, columns[static_cast<size_t>(x0 + c) - 1]);
            if (repeats && alike && column.cover == PixelColumn::Cover::frames) {
                std::copy_n(colours.data() - height, height, colours.data());
                continue;
            }
            std::fill(colours.begin(), colours.end(), style.background);
            if (column.cover == PixelColumn::Cover::frames)
                painter.paint(column, colours);
            else if (column.cover == PixelColumn::Cover::uncovered)
                hatch(x0 + c, style, colours);
        }
        copyBlock(block, x0, count, image);
    }
}

} // namespace

QImage rasterise(const CellGrid* grid, const RasterStyle& style) {
    if (style.pixels.isEmpty())
        return {};
    QImage image(style.pixels, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(style.background);
    if (!drawable(grid, style))
        return image;
    const std::vector<PixelRow> rows = pixelRows(*grid, style);
    const BinRange bins = binsUnder(*grid, rows);
    if (bins.count() <= 0)
        return image;
    if (style.smooth)
        paintColumns(SmoothColumns(*grid, style, rows, bins), false, *grid, style, image);
    else
        paintColumns(FlatColumns(*grid, style, rows, bins), true, *grid, style, image);
    return image;
}

} // namespace thetascope
