// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/rasteriser.h"

#include <array>

namespace thetascope {
namespace {

// In pictures of numbers (ColourMap::numbered()), colours with more than blue in them are not numbers.
constexpr QRgb nothing = 0xff010000, gap = 0xff020000, broken = 0xff030000;

bool isNumber(QRgb pixel) { return (pixel & 0x00ffff00u) == 0; }

QImage numbers(const CellGrid* grid, RasterStyle style) {
    style.colourMap = ColourMap::numbered();
    style.background = nothing;
    style.uncovered = gap;
    style.invalid = broken;
    return rasterise(grid, style);
}

QRgb notANumber(QRgb first, QRgb second, const RasterStyle& style) {
    if (first == broken || second == broken)
        return style.invalid;
    return first == gap || second == gap ? style.uncovered : style.background;
}

} // namespace

QImage rasteriseDifference(const CellGrid* grid, const CellGrid* minus, const RasterStyle& style) {
    QImage image = numbers(grid, style);
    const QImage other = numbers(minus, style);
    if (image.isNull() || other.isNull())
        return {};
    const ColourMap& map = ColourMap::named(ColourMap::differences());
    const double dbPerStep = style.levelDb.length() / ColourMap::size;
    std::array<QRgb, 2 * ColourMap::size> colours; // by first - second + size
    for (int k = 0; k < 2 * ColourMap::size; ++k) {
        const double db = (k - ColourMap::size) * dbPerStep;
        colours[static_cast<size_t>(k)] = map.at((db - style.differenceDb.low) / style.differenceDb.length());
    }
    for (int y = 0; y < image.height(); ++y) {
        QRgb* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const QRgb* subtracted = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const bool both = isNumber(line[x]) && isNumber(subtracted[x]);
            const int step = qBlue(line[x]) - qBlue(subtracted[x]) + ColourMap::size;
            line[x] = both ? colours[static_cast<size_t>(step)] : notANumber(line[x], subtracted[x], style);
        }
    }
    return image;
}

} // namespace thetascope
