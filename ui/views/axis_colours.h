// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QCPAxis;
class QCPAxisRect;

namespace thetascope {

/// The colours of a plot, all derived from the palette so that light and dark both read.
struct AxisColours {
    QColor background; ///< around the axes
    QColor outside;    ///< within them, where there are no data
    QColor hatching;   ///< where no frame looked
    QColor text;
    QColor line;       ///< axes and ticks
    QColor grid;
    QColor curve;      ///< the palette's highlight, strong enough to read
    bool dark = false;
};

AxisColours axisColours(const QPalette& palette);
/// A colour between two, share 0 to 1 of the second.
QColor blend(const QColor& first, const QColor& second, double share);

void colourAxis(QCPAxis& axis, const AxisColours& colours, const QFont& font);
/// All four axes of a rectangle.
void colourAxes(QCPAxisRect& rect, const AxisColours& colours, const QFont& font);

} // namespace thetascope
