// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/check_box_style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace thetascope {

void CheckBoxStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
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

} // namespace thetascope
