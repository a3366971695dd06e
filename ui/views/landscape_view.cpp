// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/landscape_view.h"

#include "ui/panels/gauges.h"
#include "ui/theme/theme.h"
#include "ui/views/axis_plot.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/guarded_plot.h"
#include "ui/views/loss_axes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace thetascope {
namespace {

constexpr double curveWidth = 1.6, dotSize = 9, bestSize = 7, pathSize = 3;
constexpr int transformsPerStep = 2; // the transform, and its adjoint for the gradient

QString thetaWords(double theta) { return plainNumber(theta, 4); }

} // namespace

LandscapeView::LandscapeView(QWidget* parent) : QWidget(parent), m_plot(new AxisPlot(this)) {
    m_words = new QLabel(this);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setAccessibleName(tr("What the grid search and the descent found"));
    m_button = new QPushButton(tr("&Search the grid"), this);
    m_button->setToolTip(tr("Evaluates the objective at window lengths from the shortest to the longest, one transform each: "
                            "the grid search that a descent on a shared window length replaces"));
    auto* layout = new QVBoxLayout(this);
    constexpr int margin = 6;
    layout->setContentsMargins(margin, margin, margin, margin);
    auto* row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_words);
    layout->addWidget(m_plot, 1);
    setAccessibleName(tr("Landscape of the objective over the window length"));
    connect(m_button, &QPushButton::clicked, this, &LandscapeView::computeRequested);
    buildPlot();
    recolour();
    refresh();
}

void LandscapeView::buildPlot() {
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents); // all of it is always shown
    m_plot->xAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->xAxis->setTicker(makeTicker<LogTicker>());
    m_plot->xAxis->setLabel(tr("θ (samples)"));
    m_plot->yAxis->setTicker(makeTicker<NumberTicker>());
    m_plot->yAxis->ticker()->setTickCount(4);
    m_plot->yAxis->setLabel(tr("Objective"));
    m_curve = m_plot->addGraph();
    m_path = m_plot->addGraph();
    m_best = m_plot->addGraph();
    m_dot = m_plot->addGraph();
    for (QCPGraph* const graph : {m_path, m_best, m_dot})
        graph->setLineStyle(QCPGraph::lsNone);
}

void LandscapeView::setLandscape(const Landscape& landscape) {
    m_landscape = landscape;
    refresh();
}

void LandscapeView::setDescent(const std::vector<LandscapeStep>& steps, int shown) {
    if (steps.empty() && m_steps.empty())
        return;
    m_steps = steps;
    m_shown = shown;
    refresh();
}

void LandscapeView::setComputable(bool on, const QString& why) {
    m_computable = on;
    m_why = why;
    refresh();
}

void LandscapeView::setBusy(bool busy) {
    m_busy = busy;
    refresh();
}

QString LandscapeView::words() const { return m_words->text(); }

void LandscapeView::refresh() {
    for (QCPGraph* const graph : {m_curve, m_path, m_best, m_dot})
        graph->data()->clear();
    ValueSpan thetas, objectives;
    QStringList lines;
    for (std::size_t i = 0; i < m_landscape.thetas.size(); ++i) {
        m_curve->addData(m_landscape.thetas[i], m_landscape.objectives[i]);
        thetas.include(m_landscape.thetas[i]);
        objectives.include(m_landscape.objectives[i]);
    }
    if (!m_landscape.thetas.empty()) {
        const auto lowest = std::min_element(m_landscape.objectives.begin(), m_landscape.objectives.end());
        const auto best = static_cast<std::size_t>(lowest - m_landscape.objectives.begin());
        m_best->addData(m_landscape.thetas[best], *lowest);
        lines << tr("Grid: %1 at θ = %2, %3 transforms")
                     .arg(formatGauge(*lowest), thetaWords(m_landscape.thetas[best])).arg(m_landscape.thetas.size());
    }
    for (const LandscapeStep& step : m_steps) {
        m_path->addData(step.theta, step.objective);
        thetas.include(step.theta);
        objectives.include(step.objective);
    }
    if (!m_steps.empty()) {
        const auto last = m_steps.size() - 1;
        const auto at = m_shown >= 0 ? std::min(static_cast<std::size_t>(m_shown), last) : last;
        m_dot->addData(m_steps[at].theta, m_steps[at].objective);
        lines << tr("Descent: %1 at θ = %2, %3 transforms")
                     .arg(formatGauge(m_steps[at].objective), thetaWords(m_steps[at].theta)).arg(transformsPerStep * at + 1);
    }
    if (lines.isEmpty() || !m_computable)
        lines << (m_why.isEmpty() ? tr("The objective over one window length for all cells") : m_why);
    m_words->setText(m_busy ? tr("Searching…") : lines.join(QLatin1Char('\n')));
    m_button->setEnabled(m_computable && !m_busy);
    for (QCPAxis* const axis : {m_plot->xAxis, m_plot->yAxis}) axis->setTickLabels(!thetas.empty());
    if (!thetas.empty()) {
        m_plot->xAxis->setRange(0.95 * thetas.low, 1.05 * thetas.high);
        m_plot->yAxis->setRange(padded(objectives));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LandscapeView::recolour() {
    stylePlot(*m_plot, palette());
    m_plot->setBackground(palette().brush(QPalette::Window));
    m_plot->axisRect()->setBackground(palette().brush(QPalette::Window));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(tabularFont(font()));
        axis->setLabelFont(font());
    }
    const auto& colours = curveColours(palette());
    m_curve->setPen(QPen(colours[1], curveWidth));
    m_path->setScatterStyle({QCPScatterStyle::ssDisc, colours[2], colours[2], pathSize});
    m_dot->setScatterStyle({QCPScatterStyle::ssDisc, colours[2], colours[2], dotSize});
    const QColor best = goodColour(palette());
    m_best->setScatterStyle({QCPScatterStyle::ssDiamond, best, best, bestSize});
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LandscapeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_button != nullptr)
        recolour();
}

} // namespace thetascope
