// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/axis_change.h"

#include "ui/render/raster_axes.h"

#include <cmath>
#include <cstring>

namespace thetascope {

QImage onFrequencyAxis(const QImage& picture, const RasterStyle& drawn, const RasterStyle& wanted) {
    QImage image(picture.width(), wanted.pixels.height(), picture.format());
    image.fill(wanted.background);
    const auto bytes = static_cast<size_t>(picture.width()) * static_cast<size_t>(picture.depth() / 8);
    for (int y = 0; y < image.height(); ++y) {
        const double hertz = hertzAt(wanted, 1 - (y + 0.5) / image.height());
        const double fromTop = std::floor((1 - heightAt(drawn, hertz)) * picture.height());
        if (fromTop >= 0 && fromTop < picture.height()) // false too where the drawn scale has no place for it
            std::memcpy(image.scanLine(y), picture.constScanLine(static_cast<int>(fromTop)), bytes);
    }
    return image;
}

} // namespace thetascope
