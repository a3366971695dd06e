// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/rasteriser.h"

namespace thetascope {

/// What a picture drawn in one style would about look like on the frequency axis of another: each of the wanted rows (from
/// wanted.pixels, hertz and frequency) is the drawn row at its middle's frequency, background where nothing was drawn. Width and
/// times stay as drawn. To show until the right picture is there: lines thinner than a row may go. Neither may be empty.
QImage onFrequencyAxis(const QImage& picture, const RasterStyle& drawn, const RasterStyle& wanted);

} // namespace thetascope
