// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace thetascope {

/// Ticks of a linear axis with as many decimals as the distance between ticks needs, however far from zero: 3599.1234 and
/// 3599.1236 stay apart, where six significant digits would not do.
class SecondsTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        m_step = QCPAxisTicker::getTickStep(range);
        return m_step;
    }

    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        const double exact = -std::log10(m_step);
        const int decimals = static_cast<int>(std::clamp(std::ceil(exact - 1e-9) + (needsOneMore() ? 1 : 0), 0.0, 9.0));
        const double clean = std::abs(tick) < m_step / 2 ? 0 : tick; // no "-0"
        return locale.toString(clean, 'f', decimals);
    }

private:
    /// Steps such as 2.5e-3 have a digit more than their power of ten says.
    bool needsOneMore() const {
        const double mantissa = m_step / std::pow(10, std::floor(std::log10(m_step) + 1e-9));
        return std::abs(mantissa - std::round(mantissa)) > 1e-6;
    }

    double m_step = 1;
};

} // namespace thetascope
