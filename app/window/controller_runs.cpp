// SPDX-License-Identifier: GPL-3.0-or-later
// The descent as the buttons drive it.
#include "app/window/controller.h"

#include "app/window/message_bar.h"
#include "ui/panels/settings_panel.h"

namespace thetascope {
namespace {

/// A run on less than this share of what is in view brings its region into view.
constexpr double smallShare = 0.67;

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
    m_analysis.prepare(m_views.visible(), [this, steps, region](const std::shared_ptr<const StartPictures>& pictures) {
        m_runs.start(*pictures, m_session.settingsFor(region), steps);
    });
}

void Controller::runStarted() {
    const RunData& run = *m_session.run;
    m_history.runStarted();
    m_pictures.showStart(run.start);
    m_panes.messages->clear();
    m_status.setEnding({});
    const Signal& signal = *run.start.signal;
    const TimeRange region{signal.startSeconds, signal.startSeconds + signal.length() / signal.sampleRate};
    if (region.length() < smallShare * m_views.visible().length()) m_views.showTime(region);
    runStateChanged();
}

void Controller::runStateChanged() {
    m_panes.settings->setRunActive(m_runs.active());
    m_pictures.lockLimits(m_runs.active());
    if (m_runs.state() == RunState::paused) m_history.runPaused();
    m_status.refresh();
}

void Controller::runEnded(const QString& message) {
    const std::shared_ptr<const DescentResult> result = m_session.run->result;
    m_history.runEnded();
    m_status.setEnding(message);
    const bool bad = !result || result->reason == StopReason::notFinite || result->reason == StopReason::failed;
    if (!bad) return;
    showError(result ? tr("The run ended early: %1. Its best result is kept.").arg(message)
                     : tr("The run failed: %1").arg(message));
}

} // namespace thetascope
