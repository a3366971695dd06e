// SPDX-License-Identifier: GPL-3.0-or-later
// Playing as keys and menu drive it.
#include "app/window/controller.h"

#include "app/window/actions.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/waveform_view.h"

#include <QAction>

namespace thetascope {

void Controller::connectPlayback() {
    const Actions& actions = m_window.actions();
    connect(actions.playSound, &QAction::triggered, &m_playback, &PlaybackController::playOrStop);
    connect(actions.playSelection, &QAction::triggered, this, &Controller::playSelection);
    connect(actions.loopSound, &QAction::toggled, &m_playback, &PlaybackController::setLoop);
    connect(m_panes.waveform, &WaveformView::clicked, &m_playback, &PlaybackController::setStart);
    for (const SpectrogramView* const view : {m_panes.adaptive, m_panes.classical})
        connect(view, &SpectrogramView::clicked, &m_playback, &PlaybackController::setStart);
    connect(&m_playback, &PlaybackController::failed, this, &Controller::showError);
    connect(&m_playback, &PlaybackController::playingChanged, this,
            [this] { m_window.actions().showPlaying(m_playback.isPlaying()); });
}

void Controller::playSelection() {
    if (const auto& selection = m_tools.selection()) {
        if (!selection->hertz) return m_playback.play(selection->time, std::nullopt);
        return m_playback.play(selection->time, std::pair(selection->hertz->low, selection->hertz->high));
    }
    const Settings& settings = m_session.settings();
    TimeRange range = m_views.visible();
    if (settings.startSeconds || settings.endSeconds) // typed
        range = {settings.startSeconds.value_or(0), settings.endSeconds.value_or(m_session.durationSeconds())};
    m_playback.play(range, std::nullopt);
}

} // namespace thetascope
