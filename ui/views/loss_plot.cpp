// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loss_plot.h"

#include "ui/theme/theme.h"
#include "ui/views/axis_ticker.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double kPadding = 0.06;      // of the span, above and below
constexpr double kFarFactor = 4;       // kept runs may widen the objective's axis this much
constexpr std::size_t kMostKept = 4;
constexpr double kObjectiveWidth = 2, kTermWidth = 1.25, kKeptWidth = 1.25, kBestSize = 8;
constexpr float kKeptAlpha = 0.45F;
constexpr double kLeastDistance = 1e-12; // of the span, where log y would need the logarithm of 0

// Iterations are drawn at iteration + 1, so that the starting point has a place on a logarithmic axis; labels subtract it.
double keyOf(int iteration) { return iteration + 1.0; }

class IterationTicker : public QCPAxisTicker {
public:
    explicit IterationTicker(const QCPAxis* axis) : m_axis(axis) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override {
        QVector<double> ticks;
        if (m_axis->scaleType() == QCPAxis::stLinear) {
            const double whole = std::max(1.0, std::ceil(step - 1e-9));
            for (double i = std::max(0.0, std::floor((range.lower - 1) / whole)) * whole; i <= range.upper - 1; i += whole)
                ticks << i + 1;
            return ticks;
        }
        ticks << 1;
        for (double decade = 1; decade <= range.upper; decade *= 10)
            for (const int digit : {1, 2, 5})
                ticks << decade * digit + 1;
        return ticks;
    }
    QVector<double> createSubTickVector(int, const QVector<double>&) override { return {}; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return QString::number(tick - 1, 'f', 0); }

private:
    const QCPAxis* m_axis;
};

class PercentTicker : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double, const QCPRange&) override { return {0, 50, 100}; }
    QVector<double> createSubTickVector(int, const QVector<double>&) override { return {}; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return tick == 0 ? QObject::tr("low") : tick == 100 ? QObject::tr("high") : QString();
    }
};

QCPRange padded(const ValueSpan& span) {
    const double size = span.high - span.low;
    const double room = size > 0 ? size * kPadding : std::max(std::abs(span.low) * kPadding, 1e-9);
    return {span.low - room, span.high + room};
}

} // namespace

void ValueSpan::include(double value) {
    if (!std::isfinite(value))
        return;
    low = std::min(low, value);
    high = std::max(high, value);
}

void ValueSpan::include(const ValueSpan& other) {
    if (!other.empty()) {
        include(other.low);
        include(other.high);
    }
}

LossPlot::LossPlot(QWidget* parent) : QCustomPlot(parent) {
    setAcceptDrops(false);
    buildAxes();
    buildMarks();
    setAccessibleName(tr("Loss curve"));
    fitAxes();
    setColours(palette());
}

void LossPlot::buildAxes() {
    xAxis->setTicker(QSharedPointer<IterationTicker>::create(xAxis));
    xAxis->setLabel(tr("Iteration"));
    yAxis->setLabel(tr("Objective"));
    yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    yAxis2->setVisible(true);
    yAxis2->setTicker(QSharedPointer<PercentTicker>::create());
    yAxis2->setRange(-100 * kPadding, 100 + 100 * kPadding);
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
        m_objective->addData(keyOf(record.iteration), shownHeight(record.objective));
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
        curve.graph->addData(keyOf(record.iteration), term.value);
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
        m_bestMark->addData(keyOf(best->iteration), shownHeight(best->objective));
    m_shownLine->setVisible(m_shown >= 0);
    m_shownLine->point1->setCoords(keyOf(m_shown), 0);
    m_shownLine->point2->setCoords(keyOf(m_shown), 1);
    m_shownLine->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_shownLine->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    replot(rpQueuedReplot);
}

void LossPlot::keepRun(const QString& name) {
    if (m_records.empty())
        return;
    if (m_kept.size() == kMostKept) {
        removeGraph(m_kept.front().graph);
        m_kept.erase(m_kept.begin());
    }
    KeptRun run{name, addGraph(), {}, {}, m_span};
    for (const auto& record : m_records) {
        run.iterations.push_back(keyOf(record.iteration));
        run.objectives.push_back(record.objective);
    }
    run.graph->setSelectable(QCP::stNone);
    run.graph->setLayer(QStringLiteral("grid")); // under everything
    m_kept.push_back(std::move(run));
    setColours(m_colours);
    rebuildObjective();
    fitAxes();
}

void LossPlot::clearKeptRuns() {
    for (const auto& run : m_kept)
        removeGraph(run.graph);
    m_kept.clear();
    fitAxes();
}

QStringList LossPlot::keptNames() const {
    QStringList names;
    for (const auto& run : m_kept)
        names << run.name;
    return names;
}

// The objective and those kept runs that do not squeeze it.
ValueSpan LossPlot::objectiveSpan() const {
    ValueSpan span = m_span;
    for (const auto& run : m_kept) {
        ValueSpan wider = span;
        wider.include(run.span);
        if (m_span.empty() || wider.high - wider.low <= kFarFactor * std::max(m_span.high - m_span.low, 1e-12))
            span = wider;
    }
    return span;
}

// log y of values that are not all positive: their distance above the lowest.
double LossPlot::shownHeight(double objective) const {
    const ValueSpan span = objectiveSpan();
    if (!m_logY || span.low > 0)
        return objective;
    return std::max(objective - span.low, kLeastDistance * (span.high - span.low));
}

void LossPlot::rebuildObjective() {
    m_objective->data()->clear();
    for (const auto& record : m_records)
        m_objective->addData(keyOf(record.iteration), shownHeight(record.objective));
    for (const auto& run : m_kept) {
        run.graph->data()->clear();
        for (std::size_t i = 0; i < run.iterations.size(); ++i)
            run.graph->addData(run.iterations[i], shownHeight(run.objectives[i]));
    }
}

void LossPlot::setLogX(bool on) {
    xAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    fitAxes();
}

void LossPlot::setLogY(bool on) {
    m_logY = on;
    yAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (on)
        yAxis->setTicker(QSharedPointer<LogTicker>::create());
    else
        yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    rebuildObjective();
    fitAxes();
}

void LossPlot::fitAxes() {
    double last = m_records.empty() ? 1 : keyOf(m_records.back().iteration);
    for (const auto& run : m_kept)
        last = std::max(last, run.iterations.back());
    last = std::max(last, 2.0);
    const double room = (last - 1) * 0.015;
    xAxis->setRange(logX() ? 0.95 : 1 - room, logX() ? last * 1.05 : last + room);
    for (const auto& term : m_terms)
        if (!term.span.empty())
            term.graph->valueAxis()->setRange(padded(term.span));
    const bool anyTerm = !m_terms.empty();
    yAxis2->setTickLabels(anyTerm);
    yAxis2->setTicks(anyTerm);
    yAxis2->setLabel(anyTerm ? tr("Terms, own range") : QString());
    fitObjectiveAxis();
    placeMarks();
}

void LossPlot::fitObjectiveAxis() {
    const ValueSpan span = objectiveSpan();
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
    const double ratio = std::pow(std::max(high / low, 1 + 1e-9), kPadding);
    yAxis->setRange(low / ratio, high * ratio);
}

double LossPlot::pixelOf(int iteration) const { return xAxis->coordToPixel(keyOf(iteration)); }

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
    QColor kept = mutedColour(m_colours);
    kept.setAlphaF(kKeptAlpha);
    for (const auto& run : m_kept)
        run.graph->setPen(QPen(kept, kKeptWidth));
    const QColor best = goodColour(m_colours);
    m_bestMark->setScatterStyle({QCPScatterStyle::ssDisc, best, best, kBestSize});
    m_shownLine->setPen(QPen(accentColour(m_colours), 1));
    replot(rpQueuedReplot);
}

} // namespace thetascope
