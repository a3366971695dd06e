// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/frequency_scale.h"
#include "ui/views/axis_limits.h"

#include <QSharedPointer>

class QCPAxis;
class QCPAxisTicker;

namespace thetascope {

class NumberTicker;

/// An axis in units of a frequency scale, spoken to in Hz. Belongs to the plot's owner; the axis must outlive it.
class FrequencyAxis {
public:
    explicit FrequencyAxis(QCPAxis& axis);

    /// Keeps the range in Hz, as far as the scale has a place for it. The limits are to be set anew.
    void setScale(FrequencyScale scale);
    FrequencyScale scale() const { return m_scale; }

    /// The range in view. A lower end that the scale has no place for becomes the lowest of the limits.
    void setHertz(AxisSpan hz);
    AxisSpan hertz() const;
    double toHertz(double unit) const { return scaleHz(m_scale, unit); }
    double toUnit(double hz) const { return scaleUnit(m_scale, hz); }
    /// Where a frequency is drawn, logical pixels.
    double pixelOf(double hz) const;

    /// For bins hzPerBin apart; gestures get the limits returned, in units.
    AxisLimits setBins(double hzPerBin, int bins);
    AxisSpan limitsHz() const { return m_limitsHz; }
    /// The nearest of the bins that the scale has a place for, in units.
    double nearestBin(double unit) const;

    /// Takes ticks, label and scale to be those of frequencies; after something else has used the axis.
    void attach();
    /// The unit in the label follows the range.
    void updateLabel();

private:
    double placeable(double hz, double top) const;

    QCPAxis& m_axis;
    FrequencyScale m_scale = FrequencyScale::linear;
    AxisSpan m_limitsHz{0, 1};
    double m_hzPerBin = 1;
    int m_bins = 1;
    QSharedPointer<QCPAxisTicker> m_ticker;
    QSharedPointer<NumberTicker> m_linearTicker;
};

} // namespace thetascope
