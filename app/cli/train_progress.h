// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress.h"
#include "core/learn/train.h"

#include <chrono>
#include <string>

namespace thetascope {

/// Tells a training's progress on stderr: a bar with the time left, or a JSON object per epoch. One thread; the bar is erased when
/// it goes.
class TrainReport {
public:
    /// title: before the numbers of the bar; epochs: of the whole training.
    TrainReport(ProgressMode mode, std::string title, int epochs);
    ~TrainReport();
    TrainReport(const TrainReport&) = delete;
    TrainReport& operator=(const TrainReport&) = delete;

    void tell(const TrainProgress& progress);
    void tell(const EpochRecord& record);

private:
    ProgressMode m_mode;
    std::string m_title;
    int m_epochs;
    double m_doneBefore = -1; ///< epochs a resumed training had done; negative before anything was told
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now(), m_drawn;
};

} // namespace thetascope
