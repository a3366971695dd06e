// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/history_slider.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace thetascope {

namespace {

constexpr double kMarkHalfWidth = 4, kMarkHeight = 5;

} // namespace

HistorySlider::HistorySlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {}

void HistorySlider::setBest(int value) {
    m_best = value;
    update();
}

QRect HistorySlider::handle() const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
}

int HistorySlider::pixelOf(int value) const {
    const int room = width() - handle().width();
    return handle().width() / 2 + QStyle::sliderPositionFromValue(minimum(), maximum(), value, room);
}

void HistorySlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !handle().contains(event->pos())) {
        const int room = width() - handle().width();
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), event->pos().x() - handle().width() / 2, room));
    }
    QSlider::mousePressEvent(event); // on the handle now: a drag goes on from here
}

void HistorySlider::paintEvent(QPaintEvent* event) {
    QSlider::paintEvent(event);
    if (m_best < minimum() || m_best > maximum() || !isEnabled())
        return;
    const double x = pixelOf(m_best) + 0.5;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(goodColour(palette()));
    painter.drawPolygon(QPolygonF{{x - kMarkHalfWidth, 0}, {x + kMarkHalfWidth, 0}, {x, kMarkHeight}});
}

} // namespace thetascope
