// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/runner.h"

#include "core/base/thread_pool.h"

#include <atomic>
#include <exception>
#include <limits>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace thetascope {

namespace {

constexpr int unlimited = std::numeric_limits<int>::max();

/// Lowers this thread's claim on the processors; threads it makes inherit it.
void beNice([[maybe_unused]] int niceness) {
#ifdef __linux__
    // A refusal leaves the thread as it is: slower pictures, nothing wrong.
    if (niceness > 0) static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness));
#endif
}

} // namespace

/// What the window's thread tells a run, and the run waits on.
struct Runner::Control {
    std::mutex mutex;
    std::condition_variable changed;
    LiveKnobs knobs;
    int allowed = unlimited; ///< iterations until the next pause
    bool held = false;       ///< pause() was called: within an iteration as well
    int waiting = 0;         ///< threads that stand still
    bool stop = false;
    bool abandoned = false;  ///< nobody wants the result
    std::atomic<bool> active{true};

    template <class Change>
    void change(Change&& apply) {
        {
            const std::lock_guard lock(mutex);
            apply();
        }
        changed.notify_all();
    }
};

Runner::~Runner() {
    abandon();
}

bool Runner::active() const {
    return m_control != nullptr && m_control->active.load(std::memory_order_acquire);
}

int Runner::start(Job job) {
    abandon();
    if (m_thread.joinable()) m_thread.join();
    m_snapshots.take(); // whatever the older run left; also asks for the first picture of the new one
    m_control = std::make_shared<Control>();
    m_control->knobs = {job.settings.step, job.settings.objective};
    m_control->allowed = job.startPaused ? 0 : unlimited;
    m_history = std::make_shared<History>(job.historyBytes);
    const int run = ++m_run;
    m_thread = std::jthread([this, run, job = std::move(job), control = m_control, history = m_history]() mutable {
        work(run, std::move(job), control, history);
    });
    return run;
}

void Runner::pause() {
    if (m_control) m_control->change([&] { m_control->allowed = 0, m_control->held = true; });
}

void Runner::resume() {
    if (m_control) m_control->change([&] { m_control->allowed = unlimited, m_control->held = false; });
}

void Runner::stepIterations(int count) {
    if (m_control) m_control->change([&] { m_control->allowed = count, m_control->held = false; });
}

void Runner::stop() {
    if (m_control) m_control->change([&] { m_control->stop = true; });
}

void Runner::abandon() {
    if (m_control) m_control->change([&] { m_control->stop = m_control->abandoned = true; });
}

void Runner::setKnobs(LiveKnobs knobs) {
    if (m_control) m_control->change([&] { m_control->knobs = std::move(knobs); });
}

void Runner::work(int run, Job job, std::shared_ptr<Control> control, std::shared_ptr<History> history) {
    RunEnded ended{run, nullptr, {}};
    try {
        beNice(job.niceness);
        DescentHooks hooks;
        hooks.onIteration = [&](const IterationRecord& record, const Tiling& tiling) {
            history->add(record.iteration, tiling, record.bestIteration);
            m_events.push(IterationDone{run, record});
        };
        hooks.wantsSnapshot = [&] { return m_snapshots.wanted(); };
        hooks.onSnapshot = [&](int iteration, double objective, std::shared_ptr<const Spectrogram> spectrogram) {
            m_snapshots.put(std::make_shared<const Snapshot>(Snapshot{run, iteration, objective, std::move(spectrogram)}));
        };
        // Stands still, under the lock; the first thread to do so and the last to go on tell the window. True: waited, and was last.
        const auto waitWhile = [&](std::unique_lock<std::mutex>& lock, const auto& halted) {
            if (control->stop || !halted()) return false;
            if (control->waiting++ == 0) m_events.push(PauseChanged{run, true});
            control->changed.wait(lock, [&] { return control->stop || !halted(); });
            if (--control->waiting > 0) return false;
            m_events.push(PauseChanged{run, false});
            return true;
        };
        // The iteration that begins, or goes on after a pause within it, is counted.
        const auto takeLeave = [&] {
            if (control->allowed != unlimited && control->allowed > 0) --control->allowed;
        };
        hooks.knobs = [&] {
            std::unique_lock lock(control->mutex);
            waitWhile(lock, [&] { return control->allowed == 0; });
            takeLeave();
            return control->knobs;
        };
        hooks.betweenEvaluations = [&] {
            std::unique_lock lock(control->mutex);
            if (waitWhile(lock, [&] { return control->held; })) takeLeave();
        };
        hooks.mayContinue = [&] {
            const std::lock_guard lock(control->mutex);
            return !control->stop;
        };
        hooks.abandoned = [&] {
            const std::lock_guard lock(control->mutex);
            return control->abandoned;
        };
        hooks.stopRequested = [&] {
            const std::lock_guard lock(control->mutex);
            return control->stop;
        };
        ended.result = std::make_shared<const DescentResult>(descend(job.signal, job.settings, job.arrays, hooks));
        ended.message = ended.result->reasonText;
    } catch (const Interrupted&) {
        ended.message = "abandoned";
    } catch (const std::bad_alloc&) {
        ended.message = "out of memory: analyse a shorter region, a coarser hop or a smaller support";
    } catch (const std::exception& failure) {
        ended.message = failure.what();
    }
    control->active.store(false, std::memory_order_release);
    m_events.push(std::move(ended));
}

} // namespace thetascope
