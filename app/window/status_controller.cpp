// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/status_controller.h"

#include "app/window/actions.h"
#include "app/window/analysis_controller.h"
#include "app/window/elided_label.h"
#include "app/window/picture_controller.h"
#include "core/model/settings_fields.h"
#include "ui/panels/gauges.h"
#include "ui/panels/readout.h"
#include "ui/text/core_text.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/waveform_view.h"

#include <QAction>
#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

/// Iterations over which the speed is averaged.
constexpr std::size_t speedWindow = 20;
constexpr double millisecondsPerSecond = 1000;

/// The numbers of a run: at the iteration on screen once it has ended, else of the newest.
void addRun(GaugeValues& values, const RunData& run, int onScreen) {
    if (run.records.empty()) return;
    const bool known = !run.active && onScreen >= 0 && static_cast<std::size_t>(onScreen) < run.records.size();
    values.record = known ? run.records[static_cast<std::size_t>(onScreen)] : run.records.back();
    values.millisecondsPerIteration = millisecondsPerIteration(run.records);
    if (values.millisecondsPerIteration && *values.millisecondsPerIteration > 0) {
        values.iterationsPerSecond = millisecondsPerSecond / *values.millisecondsPerIteration;
    }
}

void addScores(GaugeValues& values, const LiveScores& scores) {
    values.normalisedEntropy = scores.normalisedEntropy;
    values.effectiveCells = scores.effectiveCells;
    values.kurtosis = scores.kurtosis;
    values.coverage = scores.coverage;
    values.reconstructionSnrDb = scores.reconstructionSnrDb;
    if (scores.inverseIterates) values.inverse = InverseGauge::offered;
    values.atLowerBound = scores.atLowerBound;
    values.atUpperBound = scores.atUpperBound;
    values.parameters = scores.parameters;
}

} // namespace

std::optional<double> millisecondsPerIteration(const std::vector<IterationRecord>& records) {
    if (records.size() < 2) return std::nullopt;
    const std::size_t steps = std::min(speedWindow, records.size() - 1);
    const IterationRecord& before = records[records.size() - 1 - steps];
    return millisecondsPerSecond * (records.back().seconds - before.seconds) / static_cast<double>(steps);
}

StatusController::StatusController(const Session& session, const RunController& runs, const AnalysisController& analysis,
                                   const PictureController& pictures, MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_runs(runs), m_analysis(analysis), m_pictures(pictures), m_window(window) {}

void StatusController::setRegion(const RegionChoice& region) {
    m_region = region;
    refresh();
}

void StatusController::setNext(const std::optional<RegionChoice>& next) {
    if (m_next == next) return;
    m_next = next;
    refresh();
}

void StatusController::setCost(const std::optional<RunCost>& cost) {
    m_cost = cost;
    refresh();
}

void StatusController::setBusy(const QString& what) {
    m_busy = what;
    refresh();
}

void StatusController::setEnding(const QString& sentence) {
    m_ending = sentence;
    refresh();
}

void StatusController::refresh() {
    m_window.panes().state->setText(sentence());
    refreshActions();
    refreshGauges();
}

QString StatusController::progress() const {
    const int last = std::max(0, m_session.run->lastIteration());
    return tr("iteration %1 of at most %2").arg(last).arg(m_session.run->start.resolved.iterations);
}

QString StatusController::idleSentence() const {
    if (!m_session.isOpen()) return tr("Open a recording, or drop one here");
    if (!m_analysis.problems().empty()) {
        const Problem& problem = m_analysis.problems().front();
        const SettingsField* const field = findField(problem.field);
        return tr("Can't sharpen: %1 %2")
            .arg(field != nullptr ? coreText(field->label) : QString::fromStdString(problem.field), coreText(problem.message));
    }
    const QString what = tr("Ready to sharpen %1").arg(coreText(m_region.sentence));
    if (!m_cost) return what;
    return tr("%1: %2").arg(what, coreText(m_cost->sentence()));
}

QString StatusController::sentence() const {
    switch (m_runs.state()) {
    case RunState::running: return tr("Sharpening: %1").arg(progress());
    case RunState::pausing: return tr("Pausing after the iteration in progress");
    case RunState::paused: return tr("Paused at %1").arg(progress());
    case RunState::stopping: return tr("Stopping after the iteration in progress");
    case RunState::idle: break;
    }
    if (!m_busy.isEmpty()) return m_busy;
    if (m_session.run && m_next)
        return tr("Sharpen would now take %1. %2").arg(coreText(m_next->sentence), m_ending);
    if (m_session.run) return m_ending;
    return idleSentence();
}

void StatusController::refreshActions() {
    Actions& actions = m_window.actions();
    const RunState state = m_runs.state();
    const Problems& problems = m_analysis.problems();
    const bool fits = problems.empty() || problems.front().field == Session::memoryField; // else what would fit is offered
    const bool ready = m_session.isOpen() && fits;
    const bool hasRun = m_session.run != nullptr;
    const bool steady = state != RunState::stopping;
    actions.sharpen->setEnabled(steady && (m_runs.active() || ready));
    for (QAction* const action : {actions.step, actions.runN}) action->setEnabled(actions.sharpen->isEnabled());
    actions.stop->setEnabled(m_runs.active() && steady);
    actions.reset->setEnabled(hasRun);
    actions.applyToWhole->setEnabled(hasRun && m_session.run->result != nullptr && !m_runs.active());
    for (QAction* const action : {actions.previous, actions.next, actions.best, actions.latest, actions.play})
        action->setEnabled(hasRun);
    for (QAction* const action : {actions.split, actions.holdClassical, actions.difference})
        action->setEnabled(m_pictures.classical() != nullptr);
    for (QAction* const action : {actions.longerWindow, actions.shorterWindow, actions.nextTaper, actions.nextChannel})
        action->setEnabled(m_session.isOpen() && !m_runs.active());
    actions.exportPicture->setEnabled(m_pictures.adaptive() != nullptr);
    actions.exportNumbers->setEnabled(ready && !m_runs.active());
    const bool running = state == RunState::running;
    actions.showSharpenAs(running ? tr("Pause") : m_runs.active() ? tr("Continue") : tr("Sharpen"), running);
}

void StatusController::refreshGauges() {
    GaugeValues values;
    if (m_scores) addScores(values, *m_scores);
    if (m_runs.active() && values.inverse == InverseGauge::offered) values.inverse = InverseGauge::later;
    if (m_measuring) values.inverse = InverseGauge::measuring;
    if (m_session.run) addRun(values, *m_session.run, m_pictures.iteration());
    m_window.panes().gauges->setValues(values);
}

void StatusController::setScores(const std::optional<LiveScores>& scores, bool measuring) {
    m_scores = scores;
    m_measuring = measuring;
    refreshGauges();
}

void StatusController::readAt(std::optional<double> seconds, std::optional<double> hz) {
    const Panes& panes = m_window.panes();
    if (!m_session.isOpen() || (!seconds && !hz)) {
        panes.readout->clearValues();
        panes.waveform->clearWindowShape();
        return;
    }
    ReadoutValues values;
    values.sampleRate = m_session.recording().clip->sampleRate;
    values.timeSeconds = seconds;
    values.frequencyHz = hz;
    // Over the waveform there is no frequency: the frame is that of the lowest bin.
    const auto cell = seconds ? panes.adaptive->cellAt(*seconds, hz.value_or(0)) : std::nullopt;
    if (cell && !m_pictures.isOverview()) {
        values.frame = cell->frame;
        values.theta = cell->theta;
        panes.waveform->setWindowShape(cell->seconds, cell->theta / values.sampleRate);
    } else {
        panes.waveform->clearWindowShape();
    }
    if (cell && hz) {
        values.bin = cell->bin;
        values.levelDb = cell->levelDb;
        if (panes.adaptive->subtracted()) {
            const auto other = panes.classical->cellAt(*seconds, *hz);
            if (other) values.differenceDb = cell->levelDb - other->levelDb;
        }
    }
    panes.readout->setValues(values);
}

} // namespace thetascope
