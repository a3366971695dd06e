// SPDX-License-Identifier: GPL-3.0-or-later
// What the loss plot's axes show.
#include "ui/views/loss_plot.h"

#include "ui/views/axis_ticker.h"
#include "ui/views/guarded_plot.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double kLeastDistance = 1e-12; // of the span, where log y would need the logarithm of 0

} // namespace

// log y of values that are not all positive: their distance above the lowest.
double LossPlot::shownHeight(double objective) const {
    const ValueSpan span = m_runs.around(m_span);
    if (!m_logY || span.low > 0)
        return objective;
    return std::max(objective - span.low, kLeastDistance * (span.high - span.low));
}

void LossPlot::rebuildObjective() {
    m_objective->data()->clear();
    for (const auto& record : m_records)
        m_objective->addData(iterationKey(record.iteration), shownHeight(record.objective));
    m_runs.rebuild([this](double objective) { return shownHeight(objective); });
}

void LossPlot::setLogX(bool on) {
    xAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    fitAxes();
}

void LossPlot::setLogY(bool on) {
    m_logY = on;
    yAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (on)
        yAxis->setTicker(makeTicker<LogTicker>());
    else
        yAxis->setTicker(makeTicker<NumberTicker>());
    rebuildObjective();
    fitAxes();
}

void LossPlot::fitAxes() {
    double last = m_records.empty() ? 1 : iterationKey(m_records.back().iteration);
    last = std::max({last, m_runs.lastKey(), 2.0});
    const double room = (last - 1) * 0.015;
    xAxis->setRange(logX() ? 0.95 : 1 - room, logX() ? last * 1.05 : last + room);
    for (const auto& term : m_terms)
        if (!term.span.empty())
            term.graph->valueAxis()->setRange(padded(term.span));
    const bool any = !m_runs.around(m_span).empty(); // numbers on axes that show nothing would be inventions
    for (QCPAxis* const axis : {xAxis, yAxis}) axis->setTickLabels(any);
    const bool anyTerm = !m_terms.empty();
    yAxis2->setTickLabels(anyTerm);
    yAxis2->setTicks(anyTerm);
    yAxis2->setLabel(anyTerm ? tr("Terms, own range") : QString());
    fitObjectiveAxis();
    placeMarks();
}

void LossPlot::fitObjectiveAxis() {
    const ValueSpan span = m_runs.around(m_span);
    const bool distance = m_logY && !span.empty() && span.low <= 0;
    yAxis->setLabel(distance ? tr("Objective above lowest") : tr("Objective"));
    if (span.empty()) {
        yAxis->setRange(m_logY ? QCPRange(0.1, 1) : QCPRange(0, 1));
        return;
    }
    if (!m_logY) {
        yAxis->setRange(padded(span));
        return;
    }
    double low = span.low;
    if (distance) { // the smallest distance that is not 0
        low = span.high - span.low;
        for (const auto& record : m_records)
            if (record.objective > span.low)
                low = std::min(low, record.objective - span.low);
    }
    const double high = distance ? span.high - span.low : span.high;
    const double ratio = std::pow(std::max(high / low, 1 + 1e-9), lossPadding);
    yAxis->setRange(low / ratio, high * ratio);
}

} // namespace thetascope
