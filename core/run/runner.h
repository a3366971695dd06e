// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/event_lane.h"
#include "core/base/latest_lane.h"
#include "core/run/descent.h"
#include "core/run/history.h"

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>

namespace thetascope {

/// One iteration done.
struct IterationDone {
    int run = 0;
    IterationRecord record;
};

/// The run stands still (or goes on again).
struct PauseChanged {
    int run = 0;
    bool paused = false;
};

/// The run is over. `result` is null if it failed: `message` says why, and `learned` is what it had learned by then where memory
/// ran out too early to evaluate that (OutOfMemory), else null.
struct RunEnded {
    int run = 0;
    std::shared_ptr<const DescentResult> result;
    std::string message;
    std::shared_ptr<const DescentResult> learned = nullptr;
};

using RunEvent = std::variant<IterationDone, PauseChanged, RunEnded>;

/// Runs descents on a worker thread of its own. Owned and called by the window's thread; never blocks it except in the
/// destructor and in start() while an older run gives up its current frames.
class Runner {
public:
    Runner() = default;
    ~Runner();

    struct Job {
        std::shared_ptr<const Signal> signal;
        Settings settings;
        InitialArrays arrays;
        bool startPaused = false;
        int niceness = 0; ///< added to the worker thread's (10 in the window: the picture comes first)
        /// Budget of the run's history. The default holds 18 iterations of 10 s at 44.1 kHz with a theta per cell, all 200 of 1 s.
        std::size_t historyBytes = std::size_t{512} << 20;
    };

    /// Ends any run in progress and starts another; returns its number (1, 2, ...). Settings must have passed checkSettings().
    /// Errors: std::bad_alloc, std::system_error (no more threads); then there is no run, and no RunEnded.
    int start(Job job);
    void pause();
    void resume();
    /// Runs `count` iterations, then pauses.
    void stepIterations(int count);
    /// Asks the run to end with its best result.
    void stop();
    /// Asks the run to end at once, without a result.
    void abandon();
    void setKnobs(LiveKnobs knobs);

    /// Number of the latest run, 0 before the first. Events and snapshots of older ones are to be ignored.
    int run() const { return m_run; }
    bool active() const; ///< between start() and the push of RunEnded

    LatestLane<Snapshot>& snapshots() { return m_snapshots; }
    EventLane<RunEvent>& events() { return m_events; }
    /// Parameters of every (kept) iteration of the latest run; null before the first.
    std::shared_ptr<const History> history() const { return m_history; }

private:
    struct Control;
    struct Ending;
    void work(int run, Job job, std::shared_ptr<Control> control, std::shared_ptr<History> history, Ending ending);
    DescentHooks hooksFor(int run, Control& control, History& history);

    int m_run = 0;
    LatestLane<Snapshot> m_snapshots;
    EventLane<RunEvent> m_events;
    std::shared_ptr<Control> m_control;
    std::shared_ptr<History> m_history;
    std::jthread m_thread; ///< last: joined before the lanes go
};

} // namespace thetascope
