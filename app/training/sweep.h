// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/train.h"
#include "core/model/training.h"

#include <string>
#include <vector>

namespace thetascope {

/// One row of the paper's Table 1: theta fixed, or learned from a start, with several seeds.
struct SweepRow {
    double theta = 0; ///< fixed at, or from; samples
    bool joint = false;

    /// What one seed gave.
    struct Run {
        std::uint64_t seed = 0;
        double trainLoss = 0, validationLoss = 0, testLoss = 0, testAccuracy = 0, theta = 0;
        double secondsPerEpoch = 0; ///< median
        std::vector<EpochRecord> history;
    };
    std::vector<Run> runs;

    std::string name() const; ///< "θ = 30", "joint from 10"
};

/// A run's numbers.
SweepRow::Run sweepRun(std::uint64_t seed, const TrainResult& result);

/// Table 1 as Markdown: means over the seeds, with standard deviations (of the sample) where there are several.
std::string sweepTable(const std::vector<SweepRow>& rows);

/// A line per run: kind,theta,seed,train_loss,validation_loss,test_loss,test_accuracy,final_theta,seconds_per_epoch.
std::string sweepCsv(const std::vector<SweepRow>& rows);

/// The mean over the seeds, epoch by epoch, as far as all of them got.
std::vector<EpochRecord> meanHistory(const SweepRow& row);

} // namespace thetascope
