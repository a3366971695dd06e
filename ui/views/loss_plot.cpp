// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loss_plot.h"

#include "ui/theme/theme.h"
#include "ui/views/axis_ticker.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double kObjectiveWidth = 2, kTermWidth = 1.25, kBestSize = 8;

} // namespace

LossPlot::LossPlot(QWidget* parent) : GuardedPlot(parent), m_runs(*this) {
    setAcceptDrops(false);
    buildAxes();
    buildMarks();
    setAccessibleName(tr("Loss curve"));
    fitAxes();
    setColours(palette());
}

void LossPlot::buildAxes() {
    xAxis->setTicker(makeTicker<IterationTicker>(xAxis));
    xAxis->setLabel(tr("Iteration"));
    yAxis->setLabel(tr("Objective"));
    yAxis->setTicker(makeTicker<NumberTicker>());
    yAxis2->setVisible(true);
    yAxis2->setTicker(makeTicker<PercentTicker>());
    yAxis2->setRange(-100 * lossPadding, 100 + 100 * lossPadding);
    yAxis2->grid()->setVisible(false);
    for (auto* axis : {xAxis, yAxis, yAxis2}) {
        axis->setTickLabelFont(tabularFont(font()));
        axis->setLabelFont(font());
    }
    yAxis->setSubTicks(false);
}

void LossPlot::buildMarks() {
    m_shownLine = new QCPItemStraightLine(this);
    m_shownLine->setVisible(false);
    m_shownLine->setAntialiased(false);
    m_objective = addGraph();
    m_bestMark = addGraph();
    m_bestMark->setLineStyle(QCPGraph::lsNone);
    for (auto* graph : {m_objective, m_bestMark}) {
        graph->setSelectable(QCP::stNone);
        graph->setLayer(QStringLiteral("axes")); // over the terms
    }
}

void LossPlot::clear() {
    m_records.clear();
    m_span = {};
    m_objective->data()->clear();
    for (auto& term : m_terms) {
        auto* axis = term.graph->valueAxis();
        removeGraph(term.graph);
        axisRect()->removeAxis(axis);
    }
    m_terms.clear();
    m_best = m_shown = -1;
    fitAxes();
}

void LossPlot::append(const std::vector<IterationRecord>& records) {
    if (records.empty())
        return;
    const double lowest = m_span.low;
    for (const auto& record : records) {
        m_records.push_back(record);
        m_span.include(record.objective);
        m_objective->addData(iterationKey(record.iteration), shownHeight(record.objective));
        addTerms(record);
    }
    if (m_logY && m_span.low != lowest)
        rebuildObjective();
    fitAxes();
}

// A single term of weight 1 is the objective: a second curve on top of the first would only puzzle.
void LossPlot::addTerms(const IterationRecord& record) {
    if (m_terms.empty() && record.terms.size() == 1 && record.terms.front().weight == 1)
        return;
    for (const auto& term : record.terms) {
        auto& curve = curveOf(term.name);
        curve.graph->addData(iterationKey(record.iteration), term.value);
        curve.span.include(term.value);
    }
}

LossPlot::TermCurve& LossPlot::curveOf(const std::string& name) {
    const auto found = std::find_if(m_terms.begin(), m_terms.end(), [&](const TermCurve& c) { return c.name == name; });
    if (found != m_terms.end())
        return *found;
    auto* axis = axisRect()->addAxis(QCPAxis::atRight);
    axis->setVisible(false);
    auto* graph = addGraph(xAxis, axis);
    graph->setSelectable(QCP::stNone);
    m_terms.push_back({name, graph, {}});
    graph->setPen(QPen(termColour(name), kTermWidth));
    return m_terms.back();
}

QColor LossPlot::termColour(const std::string& name) const {
    const auto& colours = curveColours(m_colours);
    for (std::size_t i = 0; i < m_terms.size(); ++i)
        if (m_terms[i].name == name)
            return colours[1 + i % (colours.size() - 1)];
    return {};
}

const IterationRecord* LossPlot::recordOf(int iteration) const {
    const auto at = std::lower_bound(m_records.begin(), m_records.end(), iteration,
                                     [](const IterationRecord& record, int wanted) { return record.iteration < wanted; });
    return at != m_records.end() && at->iteration == iteration ? &*at : nullptr;
}

const IterationRecord* LossPlot::current() const {
    const auto* chosen = m_shown >= 0 ? recordOf(m_shown) : nullptr;
    return chosen || m_records.empty() ? chosen : &m_records.back();
}

void LossPlot::setBest(int iteration) {
    m_best = iteration;
    placeMarks();
}

void LossPlot::setShown(int iteration) {
    m_shown = iteration;
    placeMarks();
}

void LossPlot::placeMarks() {
    m_bestMark->data()->clear();
    if (const auto* best = recordOf(m_best))
        m_bestMark->addData(iterationKey(best->iteration), shownHeight(best->objective));
    m_shownLine->setVisible(m_shown >= 0);
    m_shownLine->point1->setCoords(iterationKey(m_shown), 0);
    m_shownLine->point2->setCoords(iterationKey(m_shown), 1);
    m_shownLine->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_shownLine->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    replot(rpQueuedReplot);
}

void LossPlot::setRuns(std::vector<RunCurve> runs) {
    m_runs.set(std::move(runs), m_colours);
    rebuildObjective();
    fitAxes();
}

double LossPlot::pixelOf(int iteration) const { return xAxis->coordToPixel(iterationKey(iteration)); }

void LossPlot::pick(const QPointF& position) {
    if (m_records.empty())
        return;
    const int first = m_records.front().iteration, last = m_records.back().iteration;
    const double at = std::round(xAxis->pixelToCoord(position.x()) - 1);
    emit iterationPicked(static_cast<int>(std::clamp(at, static_cast<double>(first), static_cast<double>(last))));
}

void LossPlot::mousePressEvent(QMouseEvent* event) {
    m_picking = event->button() == Qt::LeftButton && axisRect()->rect().contains(event->pos());
    if (m_picking)
        pick(event->position());
}

void LossPlot::mouseMoveEvent(QMouseEvent* event) {
    if (m_picking)
        pick(event->position());
}

void LossPlot::mouseReleaseEvent(QMouseEvent*) { m_picking = false; }

void LossPlot::wheelEvent(QWheelEvent* event) { event->ignore(); } // all of the run is always shown

void LossPlot::setColours(const QPalette& palette) {
    m_colours = palette;
    stylePlot(*this, m_colours);
    m_objective->setPen(QPen(curveColours(m_colours).front(), kObjectiveWidth));
    for (const auto& term : m_terms)
        term.graph->setPen(QPen(termColour(term.name), kTermWidth));
    m_runs.setColours(m_colours);
    const QColor best = goodColour(m_colours);
    m_bestMark->setScatterStyle({QCPScatterStyle::ssDisc, best, best, kBestSize});
    m_shownLine->setPen(QPen(accentColour(m_colours), 1));
    replot(rpQueuedReplot);
}

} // namespace thetascope
