// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_colours.h"

#include <qcustomplot.h>

namespace thetascope {

QColor blend(const QColor& first, const QColor& second, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + share * (b - a) + 0.5); };
    return {mix(first.red(), second.red()), mix(first.green(), second.green()), mix(first.blue(), second.blue())};
}

AxisColours axisColours(const QPalette& palette) {
    AxisColours colours;
    colours.background = palette.color(QPalette::Window);
    colours.text = palette.color(QPalette::WindowText);
    colours.dark = colours.background.lightness() < colours.text.lightness();
    colours.outside = blend(colours.background, colours.text, 0.06);
    colours.hatching = blend(colours.background, colours.text, 0.45);
    colours.line = blend(colours.background, colours.text, 0.55);
    colours.grid = blend(colours.background, colours.text, 0.12);
    colours.curve = colours.dark ? QColor(0x5a, 0xb4, 0xf0) : QColor(0x0b, 0x62, 0xa8);
    return colours;
}

void colourAxis(QCPAxis& axis, const AxisColours& colours, const QFont& font) {
    const QPen line(colours.line, 1);
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTickPen(line);
    axis.setTickLabelColor(colours.text);
    axis.setLabelColor(colours.text);
    axis.setTickLabelFont(font);
    axis.setLabelFont(font);
    axis.grid()->setPen(QPen(colours.grid, 1));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

void colourAxes(QCPAxisRect& rect, const AxisColours& colours, const QFont& font) {
    for (QCPAxis* axis : rect.axes())
        colourAxis(*axis, colours, font);
}

} // namespace thetascope
