// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/frequency_axis.h"

#include "ui/views/axis_ticker.h"
#include "ui/views/frequency_ticker.h"
#include "ui/views/guarded_plot.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace thetascope {
namespace {

constexpr double kilohertzFrom = 2000;
constexpr double leastBins = 2; // deepest zoom
constexpr double lowestShare = 1e-3; // of the highest frequency, on logarithmic axes that know no bins yet

QString labelFor(FrequencyScale scale) {
    switch (scale) {
    case FrequencyScale::mel: return QObject::tr("Frequency (Hz), mel");
    case FrequencyScale::bark: return QObject::tr("Frequency (Hz), Bark");
    case FrequencyScale::erb: return QObject::tr("Frequency (Hz), ERB");
    case FrequencyScale::notes: return QObject::tr("Note");
    case FrequencyScale::linear:
    case FrequencyScale::logarithmic: break;
    }
    return QObject::tr("Frequency (Hz)");
}

} // namespace

FrequencyAxis::FrequencyAxis(QCPAxis& axis)
    : m_axis(axis), m_ticker(makeTicker<NumberTicker>()), m_linearTicker(m_ticker.dynamicCast<NumberTicker>()) {}

void FrequencyAxis::setScale(FrequencyScale scale) {
    if (scale == m_scale)
        return;
    m_scale = scale;
    const int count = m_axis.ticker()->tickCount();
    m_linearTicker.reset();
    if (scale == FrequencyScale::linear) {
        m_linearTicker = makeTicker<NumberTicker>();
        m_ticker = m_linearTicker;
    } else {
        m_ticker = makeTicker<FrequencyTicker>(scale);
    }
    m_ticker->setTickCount(count);
}

void FrequencyAxis::attach() {
    m_axis.setScaleType(QCPAxis::stLinear);
    m_ticker->setTickCount(m_axis.ticker()->tickCount());
    m_axis.setTicker(m_ticker);
    updateLabel();
}

void FrequencyAxis::updateLabel() {
    const bool kilo = m_linearTicker && m_axis.range().upper >= kilohertzFrom;
    if (m_linearTicker)
        m_linearTicker->setDivisor(kilo ? 1000 : 1);
    m_axis.setLabel(kilo ? QObject::tr("Frequency (kHz)") : labelFor(m_scale));
}

void FrequencyAxis::setHertz(AxisSpan hz) {
    hz.low = placeable(hz.low, hz.high);
    if (!(hz.low < hz.high))
        return;
    const AxisSpan units = scaleUnits(m_scale, hz);
    m_axis.setRange(units.low, units.high);
}

AxisSpan FrequencyAxis::hertz() const { return scaleHz(m_scale, AxisSpan{m_axis.range().lower, m_axis.range().upper}); }

// The frequency, or where the scale has no place for it the lowest that is drawn below `top`.
double FrequencyAxis::placeable(double hz, double top) const {
    if (!needsPositive(m_scale) || hz > 0)
        return hz;
    return m_limitsHz.low > 0 ? std::min(m_limitsHz.low, 0.5 * top) : lowestShare * top;
}

double FrequencyAxis::pixelOf(double hz) const { return m_axis.coordToPixel(toUnit(placeable(hz, m_limitsHz.high))); }

AxisLimits FrequencyAxis::setBins(double hzPerBin, int bins) {
    m_hzPerBin = hzPerBin;
    m_bins = bins;
    const double highest = hzPerBin * std::max(1, bins - 1);
    m_limitsHz = scaleLimitsHz(m_scale, hzPerBin, highest);
    const AxisSpan units = scaleUnits(m_scale, m_limitsHz);
    const double least = std::min(leastBins * hzPerBin, m_limitsHz.length());
    return {units, units.high - toUnit(highest - least), 0, false};
}

double FrequencyAxis::nearestBin(double unit) const {
    const double hz = m_hzPerBin * std::clamp(std::round(toHertz(unit) / m_hzPerBin), 0.0, m_bins - 1.0);
    return toUnit(needsPositive(m_scale) ? std::max(hz, m_limitsHz.low) : hz);
}

} // namespace thetascope
