// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/history_icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>
#include <cmath>
#include <numbers>

namespace thetascope {

namespace {

constexpr double kGrid = 16; // the shapes below are drawn on 16 x 16

QPainterPath triangle(double tip, double base) {
    QPainterPath path;
    path.addPolygon(QPolygonF{{base, 3}, {tip, 8}, {base, 13}});
    path.closeSubpath();
    return path;
}

QPainterPath bar(double x) {
    QPainterPath path;
    path.addRect(x, 3, 2, 10);
    return path;
}

QPainterPath star() {
    constexpr int corners = 10;
    constexpr double outer = 6.5, inner = 2.8;
    QPolygonF polygon;
    for (int k = 0; k < corners; ++k) {
        const double angle = std::numbers::pi * (2.0 * k / corners - 0.5), radius = k % 2 == 0 ? outer : inner;
        polygon << QPointF(8 + radius * std::cos(angle), 8.5 + radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath shape(Glyph glyph) {
    switch (glyph) {
    case Glyph::first: return bar(3) + triangle(5.5, 13);
    case Glyph::previous: return triangle(4.5, 11.5);
    case Glyph::play: return triangle(13.5, 3.5);
    case Glyph::pause: return bar(4) + bar(10);
    case Glyph::next: return triangle(11.5, 4.5);
    case Glyph::latest: return triangle(10.5, 3) + bar(11);
    case Glyph::best: return star();
    }
    return {};
}

} // namespace

QIcon glyphIcon(Glyph glyph, const QPalette& palette, int size, double devicePixelRatio) {
    QIcon icon;
    for (const auto& [mode, group] : {std::pair{QIcon::Normal, QPalette::Active}, {QIcon::Disabled, QPalette::Disabled}}) {
        QPixmap pixmap{QSize(size, size) * devicePixelRatio};
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(pixmap.width() / kGrid, pixmap.height() / kGrid);
        painter.fillPath(shape(glyph), palette.color(group, QPalette::ButtonText));
        painter.end();
        pixmap.setDevicePixelRatio(devicePixelRatio);
        icon.addPixmap(pixmap, mode);
    }
    return icon;
}

} // namespace thetascope
