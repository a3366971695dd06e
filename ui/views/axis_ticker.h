// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace thetascope {

/// Seconds, with as many decimals as the step needs; minutes and seconds where the range goes beyond two minutes. Fewer
/// ticks than asked for where their labels would run into each other.
class SecondsTicker : public QCPAxisTicker {
public:
    /// Length of the axis and width of a digit, logical pixels; 0: unknown, room enough.
    void setRoom(double axisPixels, double digitPixels);
    /// "Time (s)" or "Time (min:s)".
    static QString axisLabel(const QCPRange& range);

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    double nextStep(double step) const;
    double labelWidth(const QCPRange& range) const;

    double m_step = 1;
    bool m_minutes = false;
    double m_axisPixels = 0, m_digitPixels = 0;
};

/// Round numbers, divided by a factor for the label (1000 writes Hz as kHz), with the decimals that the step needs but no
/// needless zeros.
class NumberTicker : public QCPAxisTicker {
public:
    void setDivisor(double divisor) { m_divisor = divisor; }

protected:
    double getTickStep(const QCPRange& range) override { return m_step = QCPAxisTicker::getTickStep(range); }
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    double m_divisor = 1, m_step = 0;
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
    double m_step = 0;    // between close ticks
    QCPRange m_range;
};

/// A number with at most that many significant digits and no trailing zeros, never in exponent form; a real minus sign.
QString plainNumber(double value, int digits = 6);
/// A multiple of a step > 0, written with the decimals that tell it from its neighbours, without trailing zeros.
QString steppedNumber(double value, double step);

} // namespace thetascope
