// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_controller.h"

#include "app/training/model_files.h"
#include "app/training/seen_spectrogram.h"
#include "app/training/training_pictures.h"
#include "core/io/atomic_file.h"
#include "core/io/labelled_folder.h"
#include "ui/text/core_text.h"

#include <type_traits>

namespace thetascope {
namespace {

constexpr int pullMilliseconds = 33, niceness = 10;

} // namespace

TrainingController::TrainingController(QObject* parent) : QObject(parent), m_tasks(niceness) {
    m_timer.setInterval(pullMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &TrainingController::pull);
}

void TrainingController::setState(TrainingState state) {
    if (state == m_state) return;
    m_state = state;
    emit stateChanged();
}

bool TrainingController::training() const {
    return m_state >= TrainingState::running;
}

bool TrainingController::canGoOn() const {
    if (m_state != TrainingState::ready || m_result == nullptr) return false;
    return m_result->end == TrainEnd::stopped || m_result->end == TrainEnd::outOfMemory;
}

void TrainingController::open(const QString& folder) {
    if (training()) stop();
    setState(TrainingState::loading);
    const auto done = [this, folder](LabelledFolder read) {
        m_folder = folder;
        m_skipped.clear();
        for (const SkippedFile& file : read.skipped) m_skipped.push_back(file.name + ": " + file.reason);
        m_set = std::make_shared<const LabelledSet>(std::move(read.set));
        m_data = nullptr; // what is shown of the latest training belongs to other recordings
        m_history.clear();
        m_progress = nullptr;
        m_result = nullptr;
        setState(TrainingState::ready);
    };
    const auto trouble = [this](const QString& message) {
        setState(m_set ? TrainingState::ready : TrainingState::empty);
        emit failed(message);
    };
    m_tasks.latest("open", [path = folder.toStdString()](std::stop_token) { return readLabelledFolder(path); }, done, trouble);
}

void TrainingController::start(const TrainSettings& settings) {
    if (m_state != TrainingState::ready) return;
    m_settings = settings;
    m_history.clear();
    m_progress = nullptr;
    m_result = nullptr;
    setState(TrainingState::preparing);
    const auto done = [this](TrainData data) {
        m_data = std::make_shared<const TrainData>(std::move(data));
        launch(nullptr);
        emit started();
    };
    const auto trouble = [this](const QString& message) {
        setState(TrainingState::ready);
        emit failed(message);
    };
    m_tasks.latest("prepare", [set = m_set, settings](std::stop_token) { return makeTrainData(*set, settings); }, done, trouble);
}

void TrainingController::goOn() {
    if (!canGoOn()) return;
    const auto resumed = std::make_shared<const TrainState>(m_result->state);
    m_result = nullptr;
    launch(resumed);
}

void TrainingController::launch(std::shared_ptr<const TrainState> resumed) {
    m_doneAtStart = resumed ? resumed->epoch : 0;
    m_clock.start();
    m_runner.start({m_data, m_settings, std::move(resumed)});
    m_timer.start();
    setState(TrainingState::running);
}

void TrainingController::pause() {
    if (m_state != TrainingState::running) return;
    m_runner.pause();
    setState(TrainingState::pausing);
}

void TrainingController::resume() {
    if (m_state == TrainingState::paused || m_state == TrainingState::pausing) m_runner.resume();
}

void TrainingController::stop() {
    if (!training()) return;
    m_runner.stop();
    setState(TrainingState::stopping);
}

void TrainingController::save(const QString& folder) {
    if (!m_result) return;
    const auto work = [path = folder.toStdString(), data = m_data, settings = m_settings, result = m_result](std::stop_token) {
        Status written = makeFolder(path);
        return written ? writeTraining(path, *data, settings, *result) : written;
    };
    const auto done = [this, folder](std::monostate) {
        // Pictures need the GUI thread: they are made of widgets.
        const Status drawn = writeTrainingPictures(folder.toStdString(), *m_data, m_settings, *m_result, {"png"});
        if (drawn) emit saved(folder);
        else emit failed(coreText(drawn.error().message));
    };
    m_tasks.queue(work, done, [this](const QString& message) { emit failed(message); });
}

double TrainingController::theta() const {
    if (m_result) return m_result->model.theta;
    return m_progress ? m_progress->theta : m_settings.theta;
}

std::optional<double> TrainingController::secondsLeft() const {
    if (m_state != TrainingState::running || !m_progress) return std::nullopt;
    const double done = m_progress->epoch - 1 + static_cast<double>(m_progress->batch) / m_progress->batches;
    if (!(done > m_doneAtStart)) return std::nullopt;
    constexpr double perSecond = 1000;
    return static_cast<double>(m_clock.elapsed()) / perSecond * (m_settings.epochs - done) / (done - m_doneAtStart);
}

std::shared_ptr<const Spectrogram> TrainingController::seen(int example) {
    if (!m_data || example < 0 || example >= static_cast<int>(m_data->clips.size())) return nullptr;
    return seenSpectrogram(m_settings, m_data->clips[static_cast<std::size_t>(example)], m_data->sampleRate, theta());
}

void TrainingController::pull() {
    if (auto latest = m_runner.progress().take()) {
        m_progress = std::move(latest);
        emit progressed();
    }
    for (const TrainEvent& event : m_runner.events().drain()) {
        std::visit([this](const auto& each) {
            if (each.run == m_runner.run()) handle(each);
        }, event);
    }
}

void TrainingController::handle(const EpochDone& event) {
    m_history.push_back(event.record);
    emit epochDone(*event.validation);
}

void TrainingController::handle(const TrainPauseChanged& event) {
    if (m_state == TrainingState::stopping) return;
    if (!event.paused) { // time stood still
        m_clock.restart();
        m_doneAtStart = m_progress ? m_progress->epoch - 1 + static_cast<double>(m_progress->batch) / m_progress->batches : 0;
    }
    setState(event.paused ? TrainingState::paused : TrainingState::running);
}

void TrainingController::handle(const TrainEnded& event) {
    m_timer.stop();
    m_result = event.result;
    setState(TrainingState::ready);
    if (m_result) emit ended(coreText(event.message));
    else emit failed(coreText(event.message));
}

} // namespace thetascope
