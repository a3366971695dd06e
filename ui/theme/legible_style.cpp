// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/legible_style.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QStyleOption>

namespace thetascope {
namespace {

constexpr double grid = 10; // the shapes below are drawn on 10 x 10

/// A dock's button in the colour of units and hints, whatever the palette is when it is drawn.
class DockIconEngine : public QIconEngine {
public:
    explicit DockIconEngine(bool closes) : m_closes(closes) {}
    QIconEngine* clone() const override { return new DockIconEngine(m_closes); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / grid, rect.height() / grid);
        const QPalette palette = QGuiApplication::palette();
        painter->setPen(QPen(mutedColour(palette), 1.1));
        if (m_closes) painter->drawLines({QLineF(2, 2, 8, 8), QLineF(2, 8, 8, 2)});
        else painter->drawPolyline(QPolygonF{{4, 3.5}, {1.5, 3.5}, {1.5, 8.5}, {6.5, 8.5}, {6.5, 6}});
        if (!m_closes) painter->drawRect(QRectF(4, 1.5, 4.5, 4.5));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

private:
    bool m_closes;
};

} // namespace

void LegibleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if (!box || option == nullptr || !(option->state & State_Enabled)) return;
    painter->save();
    painter->setPen(mutedColour(option->palette));
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

int LegibleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    return hint == SH_EtchDisabledText ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

QIcon LegibleStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    const bool closes = which == SP_TitleBarCloseButton;
    if (closes || which == SP_TitleBarNormalButton) return QIcon(new DockIconEngine(closes)); // the icon owns it
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace thetascope
