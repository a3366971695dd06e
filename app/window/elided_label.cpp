// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/elided_label.h"

#include <QPainter>

namespace thetascope {
namespace {

constexpr int margin = 4;

} // namespace

ElidedLabel::ElidedLabel(Qt::Alignment alignment, QWidget* parent) : QWidget(parent), m_alignment(alignment) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString& text) {
    if (m_text == text) return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    update();
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_text) + 2 * margin, fontMetrics().height() + 2 * margin};
}

QSize ElidedLabel::minimumSizeHint() const { return {0, sizeHint().height()}; }

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect place = rect().adjusted(margin, 0, -margin, 0);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place, static_cast<int>(m_alignment), fontMetrics().elidedText(m_text, Qt::ElideRight, place.width()));
}

} // namespace thetascope
