// SPDX-License-Identifier: GPL-3.0-or-later
// The descent as the buttons drive it.
#include "app/window/controller.h"

#include "app/window/actions.h"
#include "app/window/message_bar.h"
#include "app/window/quick_settings.h"
#include "core/run/apply_result.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/settings_panel.h"
#include "ui/text/core_text.h"

#include <QMessageBox>
#include <QPushButton>
#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace thetascope {
namespace {

/// A run on less than this share of what is in view brings its region into view.
constexpr double smallShare = 0.67;

/// What is in view, or as much about its middle as fits, in whole hundredths.
TimeRange within(const TimeRange& visible, double longestSeconds) {
    constexpr double perSecond = 100;
    const double half = 0.5 * std::min(visible.length(), longestSeconds), middle = 0.5 * (visible.start + visible.end);
    return {std::ceil(perSecond * (middle - half)) / perSecond, std::floor(perSecond * (middle + half)) / perSecond};
}

} // namespace

void Controller::sharpenOrPause() {
    switch (m_runs.state()) {
    case RunState::running: return m_runs.pause();
    case RunState::pausing:
    case RunState::paused: return m_runs.resume();
    case RunState::idle: return startRun({});
    case RunState::stopping: return;
    }
}

void Controller::step(int iterations) {
    if (m_runs.active()) m_runs.step(iterations);
    else startRun(iterations);
}

void Controller::startRun(std::optional<int> steps) {
    const RegionChoice region = m_session.region(m_views.visible());
    if (const auto refusal = m_session.isOpen() ? m_session.tooMuchMemory(region) : std::nullopt) return offerLess(*refusal);
    m_analysis.prepare(m_views.visible(), [this, steps, region](const std::shared_ptr<const StartPictures>& pictures) {
        const auto start = [this, steps, region, pictures] {
            m_runs.start(*pictures, m_session.settingsFor(region), steps);
        };
        const RunCost cost = m_session.costs.estimate(m_session.resolved(region), windowUse());
        if (cost.large()) askForRun(cost, start);
        else start();
    });
}

void Controller::offerLess(const MemoryRefusal& refusal) {
    auto* const box = new QMessageBox(QMessageBox::Warning, tr("Too Much Memory"),
                                      tr("This descent would take about %1 of memory, more than the %2 that may be used.")
                                          .arg(QString::fromStdString(bytesText(refusal.needed)),
                                               QString::fromStdString(bytesText(refusal.limit))),
                                      QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("tooMuchMemory"));
    box->setInformativeText(tr("Each of these makes it fit. The limit is set in Edit > Preferences."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& text, auto change) {
        connect(box->addButton(text, QMessageBox::AcceptRole), &QPushButton::clicked, this, [this, change] {
            Settings settings = m_panes.settings->settings();
            change(settings);
            editSettings(settings);
        });
    };
    const MemoryRemedies& remedies = refusal.remedies;
    if (remedies.seconds) {
        const TimeRange fitting = within(m_views.visible(), *remedies.seconds);
        offer(tr("Only %1–%2 s").arg(fitting.start, 0, 'f', 2).arg(fitting.end, 0, 'f', 2), [fitting](Settings& settings) {
            settings.startSeconds = fitting.start;
            settings.endSeconds = fitting.end;
        });
    }
    if (remedies.hop)
        offer(tr("Hop of %1").arg(*remedies.hop), [hop = *remedies.hop](Settings& settings) { settings.hop = hop; });
    if (remedies.singlePrecision)
        offer(tr("Single precision"), [](Settings& settings) { settings.precision = Precision::floatPrecision; });
    box->open();
}

void Controller::askForRun(const RunCost& cost, std::function<void()> then) {
    auto* const box = new QMessageBox(QMessageBox::Question, tr("A large run"),
                                      tr("This descent takes %1. Start it?").arg(coreText(cost.sentence())),
                                      QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("largeRun"));
    box->setInformativeText(tr("A shorter region is sooner done: select one (tool 2), or zoom in. What it learns can be "
                               "judged there first."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* const start = box->addButton(tr("Start"), QMessageBox::AcceptRole);
    connect(start, &QPushButton::clicked, this, std::move(then));
    box->open();
}

void Controller::restoreRun(const std::shared_ptr<RunData>& run) {
    if (m_runs.active() || run == m_session.run) return;
    m_runs.discard();
    m_analysis.forget();
    m_session.run = run;
    Settings settings = run->settings;
    settings.threads = m_session.settings().threads;
    std::tie(settings.startSeconds, settings.endSeconds) = run->regionSet.value_or(m_session.regionSet());
    m_session.setSettings(settings);
    m_panes.settings->setSettings(settings);
    m_pictures.showStart(run->start);
    m_history.runRestored();
    bringIntoView(*run);
    m_status.setEnding(run->result ? coreText(run->result->reasonText) : tr("A run that was left"));
    m_analysis.recheck(m_views.visible());
    regionChanged(m_session.region(m_views.visible()));
    selectRegion();
    aboutResult();
    m_runList.refresh();
}

void Controller::applyToWhole() {
    if (m_runs.active() || !m_session.run || !m_session.run->result) return;
    const RunData& run = *m_session.run;
    const AudioClip& clip = *m_session.recording().clip;
    const LearnedParameters learned{run.result->settings, clip.sampleRate, run.start.signal->length(), run.result->bestTiling};
    const Problems problems = checkApplied(learned, static_cast<int>(clip.frames()), clip.sampleRate);
    if (!problems.empty()) {
        return showError(tr("Can't apply to the whole recording: %1").arg(coreText(problems.front().message)));
    }
    Settings settings = withTransformOf(learned, m_panes.settings->settings());
    settings.startSeconds = 0;
    settings.endSeconds = clip.durationSeconds();
    m_tools.forget(clip.durationSeconds());
    leaveRun();
    m_session.setSettings(settings);
    m_session.setArrays(arraysOf(learned));
    m_panes.settings->setSettings(settings);
    m_views.showAll();
    m_analysis.refresh(m_views.visible());
}

void Controller::runStarted() {
    const RunData& run = *m_session.run;
    m_history.runStarted();
    m_runList.add(m_session.run);
    m_pictures.showStart(run.start);
    m_panes.messages->clear();
    m_status.setEnding({});
    m_status.setNext({});
    bringIntoView(run);
    runStateChanged();
}

void Controller::bringIntoView(const RunData& run) {
    const Signal& signal = *run.start.signal;
    const TimeRange region{signal.startSeconds, signal.startSeconds + signal.length() / signal.sampleRate};
    const TimeRange seen = m_views.visible();
    const double shared = std::min(region.end, seen.end) - std::max(region.start, seen.start);
    if (shared < smallShare * seen.length()) m_views.showTime(region);
}

void Controller::runStateChanged() {
    m_panes.settings->setRunActive(m_runs.active());
    m_panes.runs->setRunActive(m_runs.active());
    m_window.actions().quickSettings().setRunActive(m_runs.active());
    m_pictures.lockLimits(m_runs.active());
    if (m_runs.state() == RunState::paused) m_history.runPaused();
    m_status.refresh();
    const bool stoppedUnbegun = !m_runs.active() && !m_session.run;
    if (stoppedUnbegun && std::exchange(m_selectionWaits, false)) selectionChanged();
}

void Controller::runEnded(const QString& message) {
    const std::shared_ptr<const DescentResult> result = m_session.run->result;
    m_history.runEnded();
    m_runList.refresh();
    if (const auto pace = millisecondsPerIteration(m_session.run->records)) {
        m_session.costs.learn(m_session.run->start.resolved, *pace);
    }
    m_status.setEnding(message);
    if (std::exchange(m_selectionWaits, false)) selectionChanged();
    aboutResult();
    const bool bad = !result || result->reason == StopReason::notFinite || result->reason == StopReason::failed;
    if (!bad) return;
    if (result) return showError(tr("The run ended early: %1. Its best result is kept.").arg(message));
    if (m_session.run->bestTiling())
        return showError(tr("The run ended early: %1. The window lengths of its best iteration are kept, with the session and for exports.")
                             .arg(message));
    showError(tr("The run failed: %1").arg(message));
}

} // namespace thetascope
