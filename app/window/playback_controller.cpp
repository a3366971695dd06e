// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/playback_controller.h"

#include "app/playback/band_pass.h"
#include "app/window/view_linker.h"
#include "app/workers/task_thread.h"
#include "ui/views/waveform_view.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

const std::string filterSlot = "filter";
constexpr int playheadMilliseconds = 33;

using Samples = std::shared_ptr<const std::vector<float>>;

/// Samples [first, first + length) of a channel.
Sound soundOf(const Samples& samples, qint64 first, qint64 length, double sampleRate) {
    Sound sound;
    sound.read = [samples, first](qint64 from, std::span<float> out) {
        std::copy_n(samples->begin() + first + from, out.size(), out.begin());
    };
    sound.length = length;
    sound.sampleRate = sampleRate;
    sound.startSeconds = static_cast<double>(first) / sampleRate;
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
    const Samples samples = m_session.recording().samples;
    const double rate = m_session.recording().clip->sampleRate;
    const auto all = static_cast<qint64>(samples->size());
    const qint64 first = std::clamp<qint64>(std::llround(range.start * rate), 0, all);
    const qint64 last = std::clamp<qint64>(std::llround(range.end * rate), first, all);
    if (first == last) return emit failed(tr("There is nothing to play there; choose a stretch of the recording"));
    if (!bandHz) return start(soundOf(samples, first, last - first, rate));
    m_tasks.latest(filterSlot, [samples, first, last, rate, band = *bandHz](const std::stop_token& stop) -> Result<Samples> {
        const std::span<const float> stretch(samples->data() + first, static_cast<std::size_t>(last - first));
        return std::make_shared<const std::vector<float>>(bandPass(stretch, rate, band.first, band.second, stop));
    }, [this, first, rate](const Samples& filtered) {
        if (filtered->empty()) return;
        Sound sound = soundOf(filtered, 0, static_cast<qint64>(filtered->size()), rate);
        sound.startSeconds = static_cast<double>(first) / rate;
        start(std::move(sound));
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
    m_panes.waveform->setPlayhead(std::nullopt);
    emit playingChanged();
}

void PlaybackController::setLoop(bool on) {
    m_loop = on;
    if (m_source) m_source->setLoop(on);
}

void PlaybackController::follow() {
    const auto frames = static_cast<qint64>(m_output->playedSeconds() * m_sampleRate);
    if (m_source->isOver(frames)) return stop();
    const double seconds = m_source->secondsAfter(frames);
    m_panes.waveform->setPlayhead(seconds);
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
