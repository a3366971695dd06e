// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace thetascope {

/// Qt's Fusion where what it draws stands out from a dark window too (contrast at least 3, WCAG 2.1): the outlines of check boxes, a
/// darker shade of the window in Fusion's, and the buttons of docks, always dark there. Disabled texts have no second, lighter copy.
class LegibleStyle : public QProxyStyle {
public:
    LegibleStyle() : QProxyStyle(QStringLiteral("Fusion")) { setObjectName(QStringLiteral("fusion")); }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* data = nullptr) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;
};

} // namespace thetascope
