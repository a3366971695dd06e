// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/runs.h"

#include "app/bench/workloads.h"
#include "core/optim/adam.h"

#include <algorithm>

namespace thetascope::bench {

namespace {

constexpr int iterations = 100, runFrames = 250, runRounds = 5;
constexpr double stepSamples = 2, startShare = 0.3; ///< Adam's step; theta at the start, of N
constexpr double goalTimesNaive = 300;

double goalTimesDirect(int support) {
    return support <= 512 ? 2.5 : support <= 1024 ? 3 : 5;
}

/// The descent, from the start to its last iteration.
Case runCase(const std::string& name, const std::shared_ptr<const Signal>& signal, const Workload& workload, ThreadPool& pool) {
    Tiling start = randomTiling(workload, signal->length(), true);
    start.theta.setConstant(startShare * workload.support);
    return {name, [signal, workload, start, &pool] {
                const ResolvedSettings settings = settingsFor(workload);
                const std::shared_ptr<Loss> loss = makeDescentLoss(signal, settings, pool);
                Tiling tiling = start;
                TilingGradient gradient;
                Adam adam(tiling.theta.size());
                Vector theta = tiling.theta.reshaped<Eigen::RowMajor>(), slope = theta;
                for (int k = 0; k < iterations; ++k) {
                    loss->gradient(tiling, gradient);
                    slope = gradient.theta.reshaped<Eigen::RowMajor>();
                    adam.advance(theta, slope, stepSamples);
                    for (int i = 0; i < tiling.frames(); ++i) { // both copies while they are in the cache
                        auto frame = theta.segment(static_cast<Eigen::Index>(i) * tiling.bins(), tiling.bins());
                        frame = frame.max(settings.thetaLower).min(settings.thetaUpper);
                        tiling.theta.row(i) = frame.transpose();
                    }
                }
            }, static_cast<double>(workload.frames) * iterations, {}};
}

} // namespace

void addRuns(int support, int rounds, Report& report) {
    const auto signal = noisyChirp(20 * support);
    ThreadPool pool(1);
    Workload workload{.mode = ThetaMode::timeFrequency, .support = support, .frames = runFrames};
    std::vector<Case> cases{runCase("100 iterations with the interval cache, float", signal, workload, pool)};
    workload.engine = EngineChoice::exact;
    cases.push_back(runCase("100 iterations with direct sums, float", signal, workload, pool));
    cases.push_back(naiveSums(support));
    measure(cases, std::min(rounds, runRounds), threadSeconds);
    const std::string group = "whole runs, theta per cell, N = " + std::to_string(support) + ", T = 250 (per frame and iteration)";
    const Case &cached = cases[0], &direct = cases[1], &naive = cases[2];
    report.rows.push_back({group, cached.name, cached.name, median(cached.micros), 1, 0, false});
    report.rows.push_back({group, direct.name, "the cache's", median(direct.micros), medianRatio(direct, cached), goalTimesDirect(support), true});
    report.rows.push_back({group, naive.name, "the cache's", median(naive.micros), medianRatio(naive, cached), goalTimesNaive, true});
}

} // namespace thetascope::bench
