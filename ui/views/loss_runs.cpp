// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loss_runs.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace thetascope {
namespace {

constexpr double farFactor = 4; // other runs may widen the objective's axis this much
constexpr double curveWidth = 1.4;
constexpr double leastSpan = 1e-12;

} // namespace

QColor runColour(const QPalette& palette, int colour) {
    const auto& colours = curveColours(palette);
    const auto others = static_cast<int>(colours.size()) - 1;
    return colours[static_cast<std::size_t>(1 + (colour % others + others) % others)];
}

void LossRuns::set(std::vector<RunCurve> runs, const QPalette& palette) {
    for (QCPGraph* const graph : m_graphs)
        m_plot.removeGraph(graph);
    m_graphs.clear();
    m_spans.clear();
    m_runs = std::move(runs);
    for (const RunCurve& run : m_runs) {
        QCPGraph* const graph = m_plot.addGraph();
        graph->setSelectable(QCP::stNone);
        graph->setLayer(QStringLiteral("grid")); // under everything
        m_graphs.push_back(graph);
        ValueSpan span;
        for (const IterationRecord& record : run.records)
            span.include(record.objective);
        m_spans.push_back(span);
    }
    setColours(palette);
}

void LossRuns::setColours(const QPalette& palette) {
    for (std::size_t i = 0; i < m_graphs.size(); ++i)
        m_graphs[i]->setPen(QPen(runColour(palette, m_runs[i].colour), curveWidth, Qt::DashLine));
}

void LossRuns::rebuild(const std::function<double(double)>& height) {
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        QVector<QCPGraphData> points;
        for (const IterationRecord& record : m_runs[i].records)
            points.append({iterationKey(record.iteration), height(record.objective)});
        m_graphs[i]->data()->set(points, true);
    }
}

ValueSpan LossRuns::around(const ValueSpan& current) const {
    ValueSpan span = current;
    for (const ValueSpan& run : m_spans) {
        ValueSpan wider = span;
        wider.include(run);
        if (current.empty() || wider.high - wider.low <= farFactor * std::max(current.high - current.low, leastSpan))
            span = wider;
    }
    return span;
}

double LossRuns::lastKey() const {
    double last = 0;
    for (const RunCurve& run : m_runs)
        last = run.records.empty() ? last : std::max(last, iterationKey(run.records.back().iteration));
    return last;
}

} // namespace thetascope
