// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loss_axes.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

void ValueSpan::include(double value) {
    if (!std::isfinite(value))
        return;
    low = std::min(low, value);
    high = std::max(high, value);
}

void ValueSpan::include(const ValueSpan& other) {
    if (!other.empty()) {
        include(other.low);
        include(other.high);
    }
}

QCPRange padded(const ValueSpan& span) {
    const double size = span.high - span.low;
    const double room = size > 0 ? size * lossPadding : std::max(std::abs(span.low) * lossPadding, 1e-9);
    return {span.low - room, span.high + room};
}

QVector<double> IterationTicker::createTickVector(double step, const QCPRange& range) {
    QVector<double> ticks;
    if (m_axis->scaleType() == QCPAxis::stLinear) {
        const double whole = std::max(1.0, std::ceil(step - 1e-9));
        for (double i = std::max(0.0, std::floor((range.lower - 1) / whole)) * whole; i <= range.upper - 1; i += whole)
            ticks << i + 1;
        return ticks;
    }
    ticks << 1;
    for (double decade = 1; decade <= range.upper; decade *= 10)
        for (const int digit : {1, 2, 5})
            ticks << decade * digit + 1;
    return ticks;
}

QString PercentTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return tick == 0 ? QObject::tr("low") : tick == 100 ? QObject::tr("high") : QString();
}

} // namespace thetascope
