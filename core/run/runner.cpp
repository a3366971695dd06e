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

std::string wordsOf(const std::exception& failure, std::string otherwise) {
    try {
        return failure.what();
    } catch (const std::bad_alloc&) {
        return otherwise;
    }
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

/// All that it takes to say that a run has ended, made before it begins: when memory runs out there is none left to say so with.
struct Runner::Ending {
    EventLane<RunEvent>::Place place;
    std::shared_ptr<DescentResult> result = std::make_shared<DescentResult>();
    std::string outOfMemory = "out of memory: analyse a shorter region, a coarser hop or a smaller support";
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
    const auto control = std::make_shared<Control>();
    control->knobs = {job.settings.step, job.settings.objective};
    control->allowed = job.startPaused ? 0 : unlimited;
    m_history = std::make_shared<History>(job.historyBytes);
    const int run = ++m_run;
    m_thread = std::jthread([this, run, job = std::move(job), control, history = m_history, ending = Ending()]() mutable {
        work(run, std::move(job), control, history, std::move(ending));
    });
    m_control = control; // there is a run only now
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

DescentHooks Runner::hooksFor(int run, Control& control, History& history) {
    DescentHooks hooks;
    hooks.onIteration = [this, run, &history](const IterationRecord& record, const Tiling& tiling) {
        history.add(record.iteration, tiling, record.bestIteration);
        m_events.push(IterationDone{run, record});
    };
    hooks.wantsSnapshot = [this] { return m_snapshots.wanted(); };
    hooks.onSnapshot = [this, run](int iteration, double objective, std::shared_ptr<const Spectrogram> spectrogram) {
        m_snapshots.put(std::make_shared<const Snapshot>(Snapshot{run, iteration, objective, std::move(spectrogram)}));
    };
    // Stands still, under the lock; the first thread to do so and the last to go on tell the window. True: waited, and was last.
    const auto waitWhile = [this, run, &control](std::unique_lock<std::mutex>& lock, const auto& halted) {
        if (control.stop || !halted()) return false;
        if (control.waiting++ == 0) m_events.push(PauseChanged{run, true});
        control.changed.wait(lock, [&] { return control.stop || !halted(); });
        if (--control.waiting > 0) return false;
        m_events.push(PauseChanged{run, false});
        return true;
    };
    // The iteration that begins, or goes on after a pause within it, is counted.
    const auto takeLeave = [&control] {
        if (control.allowed != unlimited && control.allowed > 0) --control.allowed;
    };
    hooks.knobs = [&control, waitWhile, takeLeave] {
        std::unique_lock lock(control.mutex);
        waitWhile(lock, [&] { return control.allowed == 0; });
        takeLeave();
        return control.knobs;
    };
    hooks.betweenEvaluations = [&control, waitWhile, takeLeave] {
        std::unique_lock lock(control.mutex);
        if (waitWhile(lock, [&] { return control.held; })) takeLeave();
    };
    hooks.mayContinue = [&control] {
        const std::lock_guard lock(control.mutex);
        return !control.stop;
    };
    hooks.abandoned = [&control] {
        const std::lock_guard lock(control.mutex);
        return control.abandoned;
    };
    hooks.stopRequested = [&control] {
        const std::lock_guard lock(control.mutex);
        return control.stop;
    };
    return hooks;
}

void Runner::work(int run, Job job, std::shared_ptr<Control> control, std::shared_ptr<History> history, Ending ending) {
    RunEnded ended{run, nullptr, {}};
    try {
        beNice(job.niceness);
        *ending.result = descend(job.signal, job.settings, job.arrays, hooksFor(run, *control, *history));
        ended.result = std::move(ending.result);
        ended.message = ended.result->reasonText;
    } catch (const Interrupted&) {
        ended.message = "abandoned"; // short enough to need no memory
    } catch (const OutOfMemory& failure) {
        ended.learned = failure.soFar;
        ended.message = std::move(ending.outOfMemory);
    } catch (const std::bad_alloc&) {
        ended.message = std::move(ending.outOfMemory);
    } catch (const std::exception& failure) {
        ended.message = wordsOf(failure, std::move(ending.outOfMemory));
    }
    control->active.store(false, std::memory_order_release);
    m_events.push(std::move(ending.place), std::move(ended));
}

} // namespace thetascope
