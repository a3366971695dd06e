// SPDX-License-Identifier: GPL-3.0-or-later
// A recording that is opened, another channel of it, and its waveform, which a long one has later.
#include "app/window/controller.h"

#include "app/window/message_bar.h"
#include "ui/panels/settings_panel.h"
#include "ui/text/core_text.h"
#include "ui/views/overview_strip.h"
#include "ui/views/waveform_view.h"

#include <string>
#include <utility>
#include <vector>

namespace thetascope {

void Controller::offerChannels(int channels) {
    std::vector<FieldChoice> choices{{"mix", tr("the mean of all channels").toStdString()}};
    for (int channel = 1; channel <= channels; ++channel) {
        choices.push_back({std::to_string(channel), tr("channel %1 alone").arg(channel).toStdString()});
    }
    m_panes.settings->setChoices("channel", std::move(choices));
}

void Controller::openFirst(const QString& source) {
    m_fallback = source != QLatin1String(demonstration);
    m_files.open(source);
}

void Controller::openFailed(const QString& message) {
    showError(message);
    if (std::exchange(m_fallback, false) && !m_session.isOpen()) {
        m_keepMessage = true;
        m_files.open(QLatin1String(demonstration));
    }
}

void Controller::opening() {
    if (!std::exchange(m_keepMessage, false)) m_panes.messages->clear();
}

void Controller::opened(const Recording& recording) {
    m_runs.discard();
    m_history.clear();
    m_runList.clear();
    m_status.setCost({});
    m_status.setNext({});
    m_selectionWaits = false;
    m_analysis.forget();
    m_region.reset();
    m_session.open(recording);
    m_pictures.clear();
    m_pictures.forgetLimits();
    offerChannels(recording.clip->channels);
    m_panes.settings->setSettings(m_session.settings());
    m_panes.overview->setPeaks(recording.peaks);
    m_panes.waveform->setPeaks(recording.peaks);
    m_tools.forget(recording.clip->durationSeconds());
    m_panes.waveform->setTimeLimits(0, recording.clip->durationSeconds());
    if (!recording.peaks) m_files.readPeaks(recording);
    m_playback.stop();
    m_playback.setStart({});
    m_sessions.begin({});
    m_undo.clear();
    if (!recording.clip->warning.empty()) {
        m_panes.messages->show(MessageBar::Kind::information, coreText(recording.clip->warning));
    }
    m_views.setLimits(recording.clip->durationSeconds(), recording.clip->sampleRate); // refreshes the analysis
}

void Controller::channelChanged(const Recording& recording) {
    const TimeRange visible = m_views.visible();
    m_playback.stop();
    Recording other = recording;
    other.identity = m_session.recording().identity;
    m_session.setRecording(std::move(other));
    showPeaks(recording);
    if (!recording.peaks) m_files.readPeaks(recording);
    m_analysis.forget();
    m_region.reset();
    m_views.showTime(visible); // refreshes the analysis
}

void Controller::peaksRead(const Recording& recording) {
    if (recording.clip != m_session.recording().clip || recording.channel != m_session.recording().channel) return;
    const TimeRange visible = m_views.visible();
    m_session.setRecording(recording);
    showPeaks(recording);
    m_views.showTime(visible);
}

/// Of the recording that is open. A waveform that isn't linked stays where it is; the overview is told anew by showTime().
void Controller::showPeaks(const Recording& recording) {
    const double low = m_panes.waveform->lowerSeconds(), high = m_panes.waveform->upperSeconds();
    m_panes.overview->setPeaks(recording.peaks);
    m_panes.waveform->setPeaks(recording.peaks);
    m_panes.waveform->setTimeLimits(0, recording.clip->durationSeconds());
    m_panes.waveform->setTimeRange(low, high);
}

} // namespace thetascope
