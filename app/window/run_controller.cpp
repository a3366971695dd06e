// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_controller.h"

#include "app/log/log.h"
#include "app/log/run_log.h"
#include "app/workers/compute.h"
#include "core/io/machine_memory.h"
#include "core/model/settings_fields.h"
#include "ui/text/core_text.h"

#include <algorithm>
#include <exception>
#include <new>

namespace thetascope {
namespace {

constexpr int pullMilliseconds = 33; // about 30 pictures a second

/// What a descent does beyond the transform: pictures stay when only that changes.
void takeDescent(ResolvedSettings& resolved, const Settings& settings) {
    for (const SettingsField& field : settingsFields())
        if (field.group == FieldGroup::objective || field.group == FieldGroup::optimiser) field.set(resolved, field.get(settings));
}

} // namespace

RunController::RunController(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_timer.setInterval(pullMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &RunController::pull);
}

RunController::~RunController() = default;

void RunController::start(const StartPictures& pictures, const Settings& settings, std::optional<int> steps) {
    discard();
    Runner::Job job;
    job.signal = pictures.signal;
    job.settings = settings;
    job.settings.threads = windowThreads(settings.threads);
    job.arrays = m_session.arrays();
    job.niceness = computeNiceness;
    job.historyBytes = historyBytes();
    m_session.run = std::make_shared<RunData>();
    m_session.run->regionSet = m_session.regionSet();
    m_session.run->source = m_session.recording().clip->name;
    m_session.run->start = pictures;
    takeDescent(m_session.run->start.resolved, job.settings);
    m_session.run->settings = settings;
    m_session.run->active = true;
    m_waiting = std::move(job);
    m_steps = steps;
    m_timer.start();
    setState(RunState::running);
    emit started();
    if (!m_runner.active()) launch();
}

void RunController::launch() {
    Runner::Job job = *std::exchange(m_waiting, std::nullopt);
    const StartPictures& start = m_session.run->start;
    const double forecast = residentBytes() + forecastMemory(start.resolved, start.signal->length(), windowUse()).peak();
    logRunBegins(m_session.run->source, start.resolved, forecast);
    job.startPaused = m_steps.has_value();
    try {
        m_session.run->number = m_runner.start(std::move(job));
    } catch (const std::exception& failure) { // no memory, or no thread
        const bool memory = dynamic_cast<const std::bad_alloc*>(&failure) != nullptr;
        return fail(memory ? tr("not enough memory to begin") : QString::fromLocal8Bit(failure.what()));
    }
    m_session.run->history = m_runner.history();
    if (m_steps.value_or(0) > 0) m_runner.stepIterations(*m_steps);
}

void RunController::pause() {
    if (m_state != RunState::running) return;
    if (m_waiting) m_steps = 0; // pauses at its very start
    else m_runner.pause();
    setState(RunState::pausing);
}

void RunController::resume() {
    if (m_state != RunState::paused && m_state != RunState::pausing) return;
    if (m_waiting) m_steps.reset();
    else m_runner.resume();
    setState(RunState::running);
}

void RunController::step(int iterations) {
    if (!active() || m_state == RunState::stopping) return;
    if (m_waiting) m_steps = iterations;
    else m_runner.stepIterations(iterations);
    setState(RunState::running);
}

void RunController::stop() {
    if (m_waiting) return discard();
    if (!active() || m_state == RunState::stopping) return;
    m_runner.stop();
    setState(RunState::stopping);
}

void RunController::discard() {
    m_waiting.reset();
    m_runner.abandon();
    if (m_session.run) m_session.run->active = false;
    m_session.run.reset();
    setState(RunState::idle);
}

void RunController::setKnobs(const LiveKnobs& knobs) {
    if (!active()) return;
    const auto take = [&](Settings& settings) {
        settings.step = knobs.step;
        settings.objective = knobs.objective;
    };
    take(m_session.run->settings);
    take(m_session.run->start.resolved);
    if (m_waiting) take(m_waiting->settings);
    else m_runner.setKnobs(knobs);
}

void RunController::setState(RunState state) {
    if (m_state == state) return;
    m_state = state;
    emit stateChanged();
}

void RunController::pull() {
    if (m_waiting && !m_runner.active()) launch();
    const std::shared_ptr<RunData> run = m_session.run;
    const int current = run && !m_waiting ? run->number : 0;
    std::vector<IterationRecord> records;
    std::vector<RunEvent> others;
    for (RunEvent& event : m_runner.events().drain()) {
        if (std::visit([](const auto& value) { return value.run; }, event) != current) continue;
        if (auto* const done = std::get_if<IterationDone>(&event)) records.push_back(std::move(done->record));
        else others.push_back(std::move(event));
    }
    take(records);
    const auto snapshot = m_runner.snapshots().take();
    if (snapshot && snapshot->run == current) emit snapshotTaken(snapshot);
    for (const RunEvent& event : others) {
        if (const auto* const pause = std::get_if<PauseChanged>(&event)) handle(*pause);
        if (const auto* const end = std::get_if<RunEnded>(&event)) handle(*end);
    }
    if (m_state == RunState::idle && !m_waiting) m_timer.stop();
}

void RunController::take(const std::vector<IterationRecord>& records) {
    if (records.empty()) return;
    std::vector<IterationRecord>& all = m_session.run->records;
    all.insert(all.end(), records.begin(), records.end());
    m_session.run->bestIteration = records.back().bestIteration;
    emit iterationsDone(records);
}

/// A run that could not even begin.
void RunController::fail(const QString& message) {
    m_session.run->active = false;
    qCWarning(logRun).noquote() << m_session.run->source.c_str() << "failed:" << message;
    setState(RunState::idle);
    emit ended(message);
}

void RunController::handle(const PauseChanged& event) {
    if (m_state == RunState::stopping || (m_state == RunState::pausing && !event.paused)) return;
    setState(event.paused ? RunState::paused : RunState::running);
}

void RunController::handle(const RunEnded& event) {
    RunData& run = *m_session.run;
    run.active = false;
    run.result = event.result;
    run.learned = event.learned;
    if (const DescentResult* const end = event.result ? event.result.get() : event.learned.get()) {
        // Rows that there was no memory to tell of.
        const auto told = std::min(run.records.size(), end->history.size());
        take({end->history.begin() + static_cast<std::ptrdiff_t>(told), end->history.end()});
        run.bestIteration = end->bestIteration;
    }
    if (event.result) logRunEnds(run.source, *event.result);
    else qCWarning(logRun).noquote() << run.source.c_str() << "failed:" << event.message.c_str();
    setState(RunState::idle);
    emit ended(coreText(event.message));
}

} // namespace thetascope
