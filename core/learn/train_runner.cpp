// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/train_runner.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>

namespace thetascope {

/// What the window's thread tells a training, and the training waits on.
struct TrainRunner::Control {
    std::mutex mutex;
    std::condition_variable changed;
    bool paused = false, stop = false;
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

/// All that it takes to say that a training has ended, made before it begins (as core/run/runner.cpp does).
struct TrainRunner::Ending {
    EventLane<TrainEvent>::Place place;
    std::shared_ptr<TrainResult> result = std::make_shared<TrainResult>();
    std::string outOfMemory = "out of memory: use shorter clips, a longer hop or fewer recordings";
};

TrainRunner::~TrainRunner() {
    stop();
}

bool TrainRunner::active() const {
    return m_control != nullptr && m_control->active.load(std::memory_order_acquire);
}

int TrainRunner::start(Job job) {
    stop();
    if (m_thread.joinable()) m_thread.join();
    m_progress.take(); // whatever the older run left; also asks for the first of the new one
    const auto control = std::make_shared<Control>();
    const int run = ++m_run;
    m_thread = std::jthread([this, run, job = std::move(job), control, ending = Ending()]() mutable {
        work(run, job, *control, std::move(ending));
    });
    m_control = control; // there is a run only now
    return run;
}

void TrainRunner::pause() {
    if (m_control) m_control->change([&] { m_control->paused = true; });
}

void TrainRunner::resume() {
    if (m_control) m_control->change([&] { m_control->paused = false; });
}

void TrainRunner::stop() {
    if (m_control) m_control->change([&] { m_control->stop = true; });
}

TrainHooks TrainRunner::hooksFor(int run, Control& control) {
    TrainHooks hooks;
    hooks.stopRequested = [this, run, &control] {
        std::unique_lock lock(control.mutex);
        if (control.paused && !control.stop) {
            m_events.push(TrainPauseChanged{run, true});
            control.changed.wait(lock, [&] { return !control.paused || control.stop; });
            m_events.push(TrainPauseChanged{run, false});
        }
        return control.stop;
    };
    hooks.onBatch = [this](const TrainProgress& progress, const ClassifierParameters&) {
        if (m_progress.wanted()) m_progress.put(std::make_shared<const TrainProgress>(progress));
    };
    hooks.onValidated = [this, run](const EpochRecord& record, const PartEvaluation& validation) {
        m_events.push(EpochDone{run, record, std::make_shared<const PartEvaluation>(validation)});
    };
    return hooks;
}

void TrainRunner::work(int run, const Job& job, Control& control, Ending ending) {
    TrainEnded ended{run, nullptr, {}};
    try {
        *ending.result = train(*job.data, job.settings, hooksFor(run, control), job.resumed.get());
        ended.result = std::move(ending.result);
        ended.message = ended.result->reason;
    } catch (const std::bad_alloc&) {
        ended.message = std::move(ending.outOfMemory);
    } catch (const std::exception& failure) {
        try {
            ended.message = failure.what();
        } catch (const std::bad_alloc&) {
            ended.message = std::move(ending.outOfMemory);
        }
    }
    control.active.store(false, std::memory_order_release);
    m_events.push(std::move(ending.place), std::move(ended));
}

} // namespace thetascope
