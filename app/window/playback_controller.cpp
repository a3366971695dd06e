// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/playback_controller.h"

#include "app/playback/band_pass.h"
#include "app/window/view_linker.h"
#include "app/workers/task_thread.h"
#include "ui/views/spectrogram_view.h"
#include "ui/views/waveform_view.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

const std::string filterSlot = "filter";
constexpr int playheadMilliseconds = 33;

using Samples = std::shared_ptr<const std::vector<float>>;

/// Samples [first, first + length) of a channel, wherever they are.
Sound soundOf(const Recording& recording, qint64 first, qint64 length) {
    const auto reader = std::make_shared<ChannelReader>(recording.reader());
    Sound sound;
    sound.read = [reader, first](qint64 from, std::span<float> out) { reader->read(first + from, out); };
    sound.length = length;
    sound.sampleRate = reader->sampleRate();
    sound.startSeconds = static_cast<double>(first) / sound.sampleRate;
    return sound;
}

Sound soundOf(const Samples& samples, double startSeconds, double sampleRate) {
    Sound sound;
    sound.read = [samples](qint64 from, std::span<float> out) { std::copy_n(samples->begin() + from, out.size(), out.begin()); };
    sound.length = static_cast<qint64>(samples->size());
    sound.sampleRate = sampleRate;
    sound.startSeconds = startSeconds;
    return sound;
}

} // namespace

PlaybackController::PlaybackController(const Session& session, TaskThread& tasks, ViewLinker& views, MainWindow& window,
                                       QObject* parent)
    : QObject(parent), m_session(session), m_tasks(tasks), m_views(views), m_panes(window.panes()), m_output(systemAudioOut()) {
    m_timer.setInterval(playheadMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PlaybackController::follow);
}

PlaybackController::~PlaybackController() {
    m_output->stop(); // before what it reads goes
}

void PlaybackController::playOrStop() {
    if (isPlaying() || m_tasks.busy(filterSlot)) return stop();
    if (!m_session.isOpen()) return;
    const TimeRange visible = m_views.visible();
    const bool usable = m_start && *m_start >= visible.start && *m_start < visible.end;
    play({usable ? *m_start : visible.start, m_session.durationSeconds()}, std::nullopt);
}

void PlaybackController::play(TimeRange range, std::optional<std::pair<double, double>> bandHz) {
    stop();
    if (!m_session.isOpen()) return;
    const Recording& recording = m_session.recording();
    const double rate = recording.clip->sampleRate;
    const qint64 all = recording.clip->frames();
    const qint64 first = std::clamp<qint64>(std::llround(range.start * rate), 0, all);
    const qint64 last = std::clamp<qint64>(std::llround(range.end * rate), first, all);
    if (first == last) return emit failed(tr("There is nothing to play there; choose a stretch of the recording"));
    if (!bandHz) return start(soundOf(recording, first, last - first));
    m_tasks.latest(filterSlot, [recording, first, last, rate, band = *bandHz](const std::stop_token& stop) -> Result<Samples> {
        std::vector<float> stretch(static_cast<std::size_t>(last - first));
        recording.reader().read(first, stretch);
        return std::make_shared<const std::vector<float>>(bandPass(stretch, rate, band.first, band.second, stop));
    }, [this, first, rate](const Samples& filtered) {
        if (filtered->empty()) return;
        start(soundOf(filtered, static_cast<double>(first) / rate, rate));
    }, [this](const QString& message) { emit failed(message); });
}

void PlaybackController::start(Sound sound) {
    m_sampleRate = sound.sampleRate;
    m_source = std::make_unique<SoundSource>(std::move(sound));
    m_source->setLoop(m_loop);
    const QString problem = m_output->start(*m_source, m_sampleRate);
    if (!problem.isEmpty()) {
        m_source.reset();
        return emit failed(problem);
    }
    m_timer.start();
    follow();
    emit playingChanged();
}

void PlaybackController::stop() {
    m_tasks.cancel(filterSlot);
    if (!isPlaying()) return;
    m_timer.stop();
    m_output->stop();
    m_source.reset();
    showPlayhead(std::nullopt);
    emit playingChanged();
}

void PlaybackController::setStart(std::optional<double> seconds) {
    m_start = seconds;
    m_panes.waveform->setStartMark(seconds);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setStartMark(seconds);
}

void PlaybackController::showPlayhead(std::optional<double> seconds) {
    m_panes.waveform->setPlayhead(seconds);
    for (SpectrogramView* const view : {m_panes.adaptive, m_panes.classical}) view->setPlayhead(seconds);
}

void PlaybackController::setLoop(bool on) {
    m_loop = on;
    if (m_source) m_source->setLoop(on);
}

void PlaybackController::follow() {
    const auto frames = static_cast<qint64>(m_output->playedSeconds() * m_sampleRate);
    if (m_source->isOver(frames)) return stop();
    const double seconds = m_source->secondsAfter(frames);
    showPlayhead(seconds);
    keepInView(seconds);
}

/// Turns the page when the playhead leaves it on the right; a view elsewhere is left alone.
void PlaybackController::keepInView(double seconds) {
    const TimeRange visible = m_views.visible();
    const double page = visible.length();
    if (seconds < visible.end || seconds > visible.end + page) return;
    const double start = std::min(visible.end, std::max(0.0, m_session.durationSeconds() - page));
    if (start > visible.start) m_views.showTime({start, start + page});
}

} // namespace thetascope
