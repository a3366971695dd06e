// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/render/frequency_scale.h"

#include <qcustomplot.h>

namespace thetascope {

/// Round frequencies on an axis whose coordinates are units of a scale (see scaleUnit()): 1, 2, 5, 10, ... where the scale
/// bends over the range in view, even steps where it hardly does, and on a scale of notes the notes. Never closer together
/// than half of the spacing that the tick count asks for.
class FrequencyTicker : public QCPAxisTicker {
public:
    explicit FrequencyTicker(FrequencyScale scale) : m_scale(scale) {}

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QVector<double> createSubTickVector(int subTickCount, const QVector<double>& ticks) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    QVector<double> noteTicks(const QCPRange& range) const;
    QVector<double> evenTicks(const QCPRange& range, AxisSpan hz);
    QVector<double> roundTicks(const QCPRange& range, AxisSpan hz) const;

    FrequencyScale m_scale;
    QCPRange m_range;
    double m_stepHz = 0; ///< of even ticks, else 0
};

} // namespace thetascope
