// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audio_out.h"
#include "app/playback/sound_source.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <utility>

namespace thetascope {

class TaskThread;
class ViewLinker;

/// Playing with a moving playhead: the recording from the place clicked or the left edge of the view, or what is selected, of
/// which a band of frequencies is heard alone. Lives on the GUI thread.
class PlaybackController : public QObject {
    Q_OBJECT

public:
    PlaybackController(const Session& session, TaskThread& tasks, ViewLinker& views, MainWindow& window, QObject* parent);
    ~PlaybackController() override;

    /// Another device, e.g. a test's.
    void setOutput(std::unique_ptr<AudioOut> output) { m_output = std::move(output); }

    /// Plays on to the end of the recording; or stops, if anything plays.
    void playOrStop();
    /// Plays a stretch, of which only lowHz..highHz if a band is given (filtered by a worker first).
    void play(TimeRange range, std::optional<std::pair<double, double>> bandHz);
    void stop();
    /// Where playOrStop() begins, if it is in view; marked in the panes. Absent: at the left edge of the view.
    void setStart(std::optional<double> seconds);
    void setLoop(bool on);
    bool isPlaying() const { return m_source != nullptr; }

signals:
    void playingChanged();
    void failed(const QString& message);

private:
    void start(Sound sound);
    void follow();
    void showPlayhead(std::optional<double> seconds);
    void keepInView(double seconds);

    const Session& m_session;
    TaskThread& m_tasks;
    ViewLinker& m_views;
    Panes m_panes;
    std::unique_ptr<AudioOut> m_output;
    std::unique_ptr<SoundSource> m_source; ///< after the output, which reads it
    QTimer m_timer;
    double m_sampleRate = 0;
    std::optional<double> m_start;
    bool m_loop = false;
};

} // namespace thetascope
