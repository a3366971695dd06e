// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/frequency_ticker.h"

#include "ui/views/axis_ticker.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double straightRatio = 2;    // slopes at both ends of a range within this: even steps read best
constexpr double closestShare = 0.5;   // of the spacing that the tick count asks for
constexpr double smallestHz = 1;       // round frequencies begin here; below there is only 0
constexpr double subTickShare = 0.06;  // of that spacing
constexpr double thousand = 1000;
constexpr int noteSteps[] = {1, 3, 12, 24, 36, 48}; // semitones
constexpr int notesPerOctave = 12;

/// The digits of round numbers, the roundest first.
constexpr int roundness[][8] = {{1}, {5}, {2}, {3, 7}, {4, 6, 8, 9}};

double niceStep(double atLeast) {
    const double decade = std::pow(10, std::floor(std::log10(atLeast)));
    for (const double digit : {1.0, 2.0, 2.5, 5.0}) {
        if (digit * decade >= atLeast * (1 - 1e-9))
            return digit * decade;
    }
    return 10 * decade;
}

} // namespace

QVector<double> FrequencyTicker::createTickVector(double, const QCPRange& range) {
    m_range = range;
    m_stepHz = 0;
    if (!(range.size() > 0))
        return {};
    if (m_scale == FrequencyScale::notes)
        return noteTicks(range);
    const AxisSpan hz = scaleHz(m_scale, AxisSpan{range.lower, range.upper});
    const double small = 1e-3 * hz.length();
    const double below = scaleUnit(m_scale, hz.low + small) - range.lower;
    const double above = range.upper - scaleUnit(m_scale, hz.high - small);
    return below < straightRatio * above ? evenTicks(range, hz) : roundTicks(range, hz);
}

QVector<double> FrequencyTicker::noteTicks(const QCPRange& range) const {
    const double wanted = range.size() / std::max(1, mTickCount);
    double step = noteSteps[0];
    if (wanted < 0.5 * step) { // between two notes: cents
        step = niceStep(wanted);
    } else {
        for (const int semitones : noteSteps) {
            step = semitones;
            if (semitones >= closestShare * wanted)
                break;
        }
    }
    QVector<double> ticks;
    for (double tick = std::ceil(range.lower / step) * step; tick <= range.upper; tick += step)
        ticks << tick;
    return ticks;
}

QVector<double> FrequencyTicker::evenTicks(const QCPRange& range, AxisSpan hz) {
    m_stepHz = niceStep(hz.length() / std::max(1, mTickCount));
    QVector<double> ticks;
    for (double tick = std::ceil(hz.low / m_stepHz) * m_stepHz; tick <= hz.high; tick += m_stepHz)
        ticks << std::clamp(scaleUnit(m_scale, tick), range.lower, range.upper);
    return ticks;
}

QVector<double> FrequencyTicker::roundTicks(const QCPRange& range, AxisSpan hz) const {
    const double closest = closestShare * range.size() / std::max(1, mTickCount);
    QVector<double> ticks;
    const auto add = [&](double frequency) {
        const double at = scaleUnit(m_scale, frequency);
        const auto near = [&](double other) { return std::abs(other - at) < closest; };
        if (frequency >= hz.low && frequency <= hz.high && std::none_of(ticks.begin(), ticks.end(), near))
            ticks << at;
    };
    if (!needsPositive(m_scale))
        add(0);
    const double first = std::pow(10, std::floor(std::log10(std::max(hz.low, smallestHz))));
    for (const auto& digits : roundness) {
        for (double decade = first; decade <= hz.high; decade *= 10)
            for (const int digit : digits)
                if (digit > 0)
                    add(digit * decade);
    }
    std::sort(ticks.begin(), ticks.end());
    return ticks;
}

QVector<double> FrequencyTicker::createSubTickVector(int subTickCount, const QVector<double>& ticks) {
    if (m_scale == FrequencyScale::notes) {
        QVector<double> minor;
        if (m_range.size() < notesPerOctave * std::max(1, mTickCount))
            for (double note = std::ceil(m_range.lower); note <= m_range.upper; ++note)
                minor << note;
        return minor;
    }
    if (m_stepHz > 0)
        return QCPAxisTicker::createSubTickVector(subTickCount, ticks);
    const double closest = subTickShare * m_range.size() / std::max(1, mTickCount);
    QVector<double> minor;
    double previous = m_range.lower - closest;
    for (double decade = smallestHz; scaleUnit(m_scale, decade) <= m_range.upper; decade *= 10) {
        for (int digit = 1; digit <= 9; ++digit) {
            const double at = scaleUnit(m_scale, digit * decade);
            if (at < m_range.lower || at > m_range.upper || at - previous < closest)
                continue;
            minor << at;
            previous = at;
        }
    }
    return minor;
}

QString FrequencyTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    const double hz = scaleHz(m_scale, tick);
    if (m_scale == FrequencyScale::notes)
        return noteName(hz);
    const double step = m_stepHz > 0 ? m_stepHz : smallestHz;
    const double exact = std::round(hz / step) * step;
    return exact >= thousand ? steppedNumber(exact / thousand, step / thousand) + QLatin1Char('k') : steppedNumber(exact, step);
}

} // namespace thetascope
