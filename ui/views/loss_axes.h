// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <qcustomplot.h>

namespace thetascope {

/// Lowest and highest finite value seen.
struct ValueSpan {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();

    bool empty() const { return !(low <= high); }
    void include(double value);
    void include(const ValueSpan& other);
};

/// Room above and below a span, as a share of it.
constexpr double lossPadding = 0.06;
/// The span with room above and below.
QCPRange padded(const ValueSpan& span);

/// Iterations are drawn at iteration + 1, so that the starting point has a place on a logarithmic axis; labels subtract it.
inline double iterationKey(int iteration) { return iteration + 1.0; }

/// Whole iterations on a linear or logarithmic axis of iterationKey().
class IterationTicker : public QCPAxisTicker {
public:
    explicit IterationTicker(const QCPAxis* axis) : m_axis(axis) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override;
    QVector<double> createSubTickVector(int, const QVector<double>&) override { return {}; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return QString::number(tick - 1, 'f', 0); }

private:
    const QCPAxis* m_axis;
};

/// "low" and "high" at the ends of 0 to 100.
class PercentTicker : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double, const QCPRange&) override { return {0, 50, 100}; }
    QVector<double> createSubTickVector(int, const QVector<double>&) override { return {}; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;
};

} // namespace thetascope
