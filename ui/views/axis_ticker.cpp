// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_ticker.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double minute = 60;
constexpr double minutesFrom = 2 * minute; // ranges that end later are written in minutes
constexpr double minuteSteps[] = {5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200};
constexpr double closeRatio = 4;
constexpr double manyDecades = 4;

constexpr int mostDecimals = 9;

/// Decimals that write multiples of a step exactly: 2 for 0.25.
int decimalsFor(double step) {
    int decimals = 0;
    // Relative to the number, but absolute where it is large: 2.5 times a power of ten must not pass for whole.
    const auto whole = [](double value) { return std::abs(value - std::round(value)) <= 1e-6 * std::min(value, 1.0); };
    for (double scaled = step; decimals < mostDecimals && !whole(scaled); scaled *= 10)
        ++decimals;
    return decimals;
}

QString trimmed(QString text) {
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
    }
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString signedText(QString text) { return text.replace(QLatin1Char('-'), QChar(0x2212)); }

} // namespace

QString plainNumber(double value, int digits) {
    if (value == 0 || !std::isfinite(value))
        return value == 0 ? QStringLiteral("0") : QString::number(value);
    const int decimals = std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 0, 12);
    return signedText(trimmed(QString::number(value, 'f', decimals)));
}

QString steppedNumber(double value, double step) {
    return signedText(trimmed(QString::number(std::round(value / step) * step, 'f', decimalsFor(step))));
}

QString SecondsTicker::axisLabel(const QCPRange& range) {
    return range.upper > minutesFrom ? QObject::tr("Time (min:s)") : QObject::tr("Time (s)");
}

double SecondsTicker::getTickStep(const QCPRange& range) {
    m_minutes = range.upper > minutesFrom;
    m_step = QCPAxisTicker::getTickStep(range);
    if (m_minutes && m_step > minuteSteps[0]) {
        const auto* found = std::lower_bound(std::begin(minuteSteps), std::end(minuteSteps), m_step * (1 - 1e-9));
        m_step = found == std::end(minuteSteps) ? std::ceil(m_step / 3600) * 3600 : *found;
    }
    while (m_axisPixels > 0 && m_step < range.size() && labelWidth(range) > m_step / range.size() * m_axisPixels)
        m_step = nextStep(m_step);
    return m_step;
}

void SecondsTicker::setRoom(double axisPixels, double digitPixels) {
    m_axisPixels = axisPixels;
    m_digitPixels = digitPixels;
}

double SecondsTicker::nextStep(double step) const {
    if (m_minutes) {
        const auto* found = std::upper_bound(std::begin(minuteSteps), std::end(minuteSteps), step * (1 + 1e-9));
        if (found != std::end(minuteSteps))
            return *found;
    }
    const double decade = std::pow(10, std::floor(std::log10(step) + 1e-9));
    for (const double digit : {2.0, 5.0, 10.0}) {
        if (digit * decade > step * (1 + 1e-9))
            return digit * decade;
    }
    return 10 * step;
}

// Of the longer end of the range, with the width of two digits between neighbours.
double SecondsTicker::labelWidth(const QCPRange& range) const {
    constexpr int gap = 2;
    const double longest = std::max(std::abs(range.lower), std::abs(range.upper));
    const int decimals = decimalsFor(m_step);
    const int units = m_minutes ? 3 : 0; // ":00"
    const double whole = m_minutes ? longest / minute : longest;
    const int digits = 1 + static_cast<int>(std::floor(std::log10(std::max(1.0, whole))));
    return m_digitPixels * (digits + units + (decimals > 0 ? decimals + 1 : 0) + gap);
}

QString SecondsTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    const int decimals = decimalsFor(m_step);
    if (!m_minutes)
        return signedText(QString::number(std::abs(tick) < m_step * 1e-6 ? 0.0 : tick, 'f', decimals));
    const double total = std::round(std::abs(tick) / m_step) * m_step;
    const double whole = std::floor(total / minute + 1e-9);
    const QString seconds = QString::number(std::max(0.0, total - whole * minute), 'f', decimals);
    const int digits = decimals > 0 ? decimals + 3 : 2;
    const QString text = QStringLiteral("%1:%2").arg(whole, 0, 'f', 0).arg(seconds, digits, QLatin1Char('0'));
    return tick < 0 ? QChar(0x2212) + text : text;
}

QString NumberTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return m_step > 0 ? steppedNumber(tick / m_divisor, m_step / m_divisor) : plainNumber(tick / m_divisor);
}

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange& range) {
    m_range = range;
    const double ratio = range.lower > 0 ? range.upper / range.lower : 1;
    m_close = ratio < closeRatio;
    m_step = tickStep;
    if (m_close)
        return QCPAxisTicker::createTickVector(tickStep, range);
    const bool decadesOnly = std::log10(ratio) > manyDecades;
    QVector<double> ticks;
    for (double decade = std::pow(10, std::floor(std::log10(range.lower))); decade <= range.upper; decade *= 10) {
        ticks << decade;
        if (!decadesOnly)
            ticks << 2 * decade << 5 * decade;
    }
    return ticks;
}

QVector<double> LogTicker::createSubTickVector(int subTickCount, const QVector<double>& ticks) {
    if (m_close)
        return QCPAxisTicker::createSubTickVector(subTickCount, ticks);
    QVector<double> minor;
    for (double decade = std::pow(10, std::floor(std::log10(m_range.lower))); decade <= m_range.upper; decade *= 10) {
        for (int digit = 2; digit <= 9; ++digit)
            minor << digit * decade;
    }
    return minor;
}

QString LogTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    const double unit = m_thousands && tick >= 1000 ? 1000 : 1;
    const QString number = m_close ? steppedNumber(tick / unit, m_step / unit) : plainNumber(tick / unit);
    return unit > 1 ? number + QLatin1Char('k') : number;
}

} // namespace thetascope
