// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace thetascope {

/// Qt's Fusion with check boxes whose outline stands out from a dark window (contrast at least 3, WCAG 2.1); Fusion's is a
/// darker shade of the window.
class CheckBoxStyle : public QProxyStyle {
public:
    CheckBoxStyle() : QProxyStyle(QStringLiteral("Fusion")) { setObjectName(QStringLiteral("fusion")); }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
};

} // namespace thetascope
