// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/icons.h"

#include "ui/theme/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace thetascope {
namespace {

/// Shapes are drawn on a square of this side.
constexpr double side = 16;
constexpr double penWidth = 1.5;

void drawFilled(QPainter& painter, const QColor& colour, const QPainterPath& path) {
    painter.fillPath(path, colour);
}

QPainterPath polygon(std::initializer_list<QPointF> points) {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath rectangle(double x, double y, double width, double height) {
    QPainterPath path;
    path.addRoundedRect(QRectF(x, y, width, height), 1, 1);
    return path;
}

void drawReset(QPainter& painter, const QColor& colour) {
    painter.drawArc(QRectF(3, 3, 10, 10), 100 * 16, -310 * 16);
    drawFilled(painter, colour, polygon({{8.5, 0}, {8.5, 6}, {4.5, 3}}));
}

void drawPicture(QPainter& painter, const QColor& colour) {
    painter.drawRoundedRect(QRectF(1.5, 2.5, 13, 11), 1, 1);
    drawFilled(painter, colour, polygon({{3, 12}, {6.5, 6.5}, {9, 10}, {10.5, 8.5}, {13, 12}}));
}

void drawNumbers(QPainter& painter) {
    painter.drawRoundedRect(QRectF(1.5, 2.5, 13, 11), 1, 1);
    painter.drawLine(QPointF(1.5, 6.2), QPointF(14.5, 6.2));
    painter.drawLine(QPointF(1.5, 9.8), QPointF(14.5, 9.8));
    painter.drawLine(QPointF(6, 2.5), QPointF(6, 13.5));
}

void drawOpen(QPainter& painter) {
    painter.drawPolyline(QPolygonF(QList<QPointF>{{1.5, 12.5}, {1.5, 3.5}, {6, 3.5}, {7.5, 5.5}, {13, 5.5}, {13, 7.5}}));
    painter.drawPolygon(QPolygonF(QList<QPointF>{{1.5, 12.8}, {4, 7.5}, {15, 7.5}, {12.5, 12.8}}));
}

void drawSplit(QPainter& painter, const QColor& colour) {
    painter.drawRoundedRect(QRectF(1.5, 2.5, 13, 11), 1, 1);
    drawFilled(painter, colour, rectangle(8, 3, 6, 10));
}

/// A loudspeaker, with waves or crossed out.
void drawSpeaker(QPainter& painter, const QColor& colour, bool sounds) {
    drawFilled(painter, colour, polygon({{1.5, 5.5}, {4.5, 5.5}, {8.5, 2}, {8.5, 14}, {4.5, 10.5}, {1.5, 10.5}}));
    if (sounds) {
        for (const double radius : {3.0, 6.0})
            painter.drawArc(QRectF(8.5 - radius, 8 - radius, 2 * radius, 2 * radius), -50 * 16, 100 * 16);
        return;
    }
    painter.drawLine(QPointF(11, 5.8), QPointF(15, 10.2));
    painter.drawLine(QPointF(15, 5.8), QPointF(11, 10.2));
}

void drawShape(QPainter& painter, IconShape shape, const QColor& colour) {
    switch (shape) {
    case IconShape::open: drawOpen(painter); break;
    case IconShape::play: drawFilled(painter, colour, polygon({{3.5, 2}, {3.5, 14}, {14, 8}})); break;
    case IconShape::pause:
        drawFilled(painter, colour, rectangle(3.5, 2.5, 3.5, 11));
        drawFilled(painter, colour, rectangle(9, 2.5, 3.5, 11));
        break;
    case IconShape::step:
        drawFilled(painter, colour, rectangle(3, 2.5, 2.5, 11));
        drawFilled(painter, colour, polygon({{7, 2.5}, {7, 13.5}, {14, 8}}));
        break;
    case IconShape::stop: drawFilled(painter, colour, rectangle(3.5, 3.5, 9, 9)); break;
    case IconShape::reset: drawReset(painter, colour); break;
    case IconShape::split: drawSplit(painter, colour); break;
    case IconShape::picture: drawPicture(painter, colour); break;
    case IconShape::numbers: drawNumbers(painter); break;
    case IconShape::sound: drawSpeaker(painter, colour, true); break;
    case IconShape::silence: drawSpeaker(painter, colour, false); break;
    }
}

/// Draws the shape anew at every size and device pixel ratio.
class ShapeEngine : public QIconEngine {
public:
    ShapeEngine(IconShape shape, const QColor& normal, const QColor& disabled)
        : m_shape(shape), m_normal(normal), m_disabled(disabled) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QColor colour = mode == QIcon::Disabled ? m_disabled : m_normal;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / side, rect.height() / side);
        painter->setPen(QPen(colour, penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        drawShape(*painter, m_shape, colour);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ShapeEngine(*this); }

private:
    IconShape m_shape;
    QColor m_normal, m_disabled;
};

} // namespace

QIcon drawnIcon(IconShape shape, const QPalette& palette) {
    const bool primary = shape == IconShape::play || shape == IconShape::pause;
    const QColor normal = primary ? goodColour(palette) : palette.color(QPalette::Active, QPalette::WindowText);
    return QIcon(new ShapeEngine(shape, normal, palette.color(QPalette::Disabled, QPalette::WindowText)));
}

QIcon programIcon() {
    constexpr int pixels = 64;
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient glow(0, pixels, 0, 0);
    glow.setColorAt(0, QColor(0xfc, 0xa5, 0x0a));
    glow.setColorAt(0.5, QColor(0xba, 0x36, 0x55));
    glow.setColorAt(1, QColor(0x1b, 0x0c, 0x42));
    painter.setBrush(glow);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(pixmap.rect(), pixels / 6.0, pixels / 6.0);
    painter.setPen(QPen(Qt::white, pixels / 12.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(pixels / 2.0, pixels / 2.0), pixels / 5.0, pixels / 3.0);
    painter.drawLine(QPointF(pixels * 0.32, pixels / 2.0), QPointF(pixels * 0.68, pixels / 2.0));
    return pixmap;
}

} // namespace thetascope
