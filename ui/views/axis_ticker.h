// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace thetascope {

/// Seconds, with as many decimals as the step needs; minutes and seconds where the range goes beyond two minutes.
class SecondsTicker : public QCPAxisTicker {
public:
    /// "Time (s)" or "Time (min:s)".
    static QString axisLabel(const QCPRange& range);

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    double m_step = 1;
    bool m_minutes = false;
};

/// Round numbers, divided by a factor for the label (1000 writes Hz as kHz), without needless zeros.
class NumberTicker : public QCPAxisTicker {
public:
    void setDivisor(double divisor) { m_divisor = divisor; }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    double m_divisor = 1;
};

/// 1, 2, 5, 10, ... for a logarithmic axis; thousands may be written k. Fewer where the range spans many decades, round
/// numbers where it spans less than a factor of four.
class LogTicker : public QCPAxisTicker {
public:
    void setThousands(bool on) { m_thousands = on; }

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QVector<double> createSubTickVector(int subTickCount, const QVector<double>& ticks) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    bool m_thousands = false;
    bool m_close = false; // the range spans less than a factor of four
    QCPRange m_range;
};

/// A number with at most that many significant digits and no trailing zeros, never in exponent form; a real minus sign.
QString plainNumber(double value, int digits = 6);

} // namespace thetascope
