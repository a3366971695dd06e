// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/event_lane.h"
#include "core/base/latest_lane.h"
#include "core/learn/train.h"

#include <memory>
#include <string>
#include <thread>
#include <variant>

namespace thetascope {

/// One epoch done, with what the model says of the validation part now.
struct EpochDone {
    int run = 0;
    EpochRecord record;
    std::shared_ptr<const PartEvaluation> validation;
};

/// The training stands still (or goes on again).
struct TrainPauseChanged {
    int run = 0;
    bool paused = false;
};

/// The training is over. `result` is null if it failed: `message` says why.
struct TrainEnded {
    int run = 0;
    std::shared_ptr<const TrainResult> result;
    std::string message;
};

using TrainEvent = std::variant<EpochDone, TrainPauseChanged, TrainEnded>;

/// Trains on a worker thread of its own, as core/run/runner.h descends. Owned and called by the window's thread; never blocks it
/// except in the destructor and in start() while an older run finishes its current batch.
class TrainRunner {
public:
    TrainRunner() = default;
    ~TrainRunner();

    struct Job {
        std::shared_ptr<const TrainData> data;
        TrainSettings settings; ///< checked
        std::shared_ptr<const TrainState> resumed; ///< null: from the beginning
    };

    /// Ends any training in progress and starts another; returns its number (1, 2, ...).
    int start(Job job);
    void pause();
    void resume();
    /// Asks the training to end with its best model.
    void stop();

    /// Number of the latest run, 0 before the first. Events of older ones are to be ignored.
    int run() const { return m_run; }
    bool active() const; ///< between start() and the push of TrainEnded

    /// The batch in progress: only the latest, made only when asked for.
    LatestLane<TrainProgress>& progress() { return m_progress; }
    EventLane<TrainEvent>& events() { return m_events; }

private:
    struct Control;
    struct Ending;
    void work(int run, const Job& job, Control& control, Ending ending);
    TrainHooks hooksFor(int run, Control& control);

    int m_run = 0;
    LatestLane<TrainProgress> m_progress;
    EventLane<TrainEvent> m_events;
    std::shared_ptr<Control> m_control;
    std::jthread m_thread; ///< last: joined before the lanes go
};

} // namespace thetascope
