// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/suite.h"

#include "app/bench/figures.h"
#include "app/bench/runs.h"
#include "app/bench/workloads.h"

namespace thetascope::bench {

namespace {

/// Goals on AVX-512 (engines.md, 1.6 and 2.6), ratios to Y2 unless said.
constexpr double goalTheta = 0.85, goalPositions = 1.25, goalDouble = 1.8, goalDoublePositions = 2.7, goalSettled = 1.7;
constexpr double goalMoments = 1.0, goalMomentsDouble = 2.1, goalPaperTimesFaster = 4, goalPaperTimesFasterDouble = 2.5;
constexpr double goalFoldedTimesFaster = 50, goalUnfoldedTimesFaster = 30;

/// Direct sums against one real FFT.
double goalFolded(int support) {
    return support <= 512 ? 30 : support <= 1024 ? 35 : 50;
}

Row rowOf(const std::string& group, const Case& c, const Case& yardstick, double goal) {
    return {group, c.name, yardstick.name, median(c.micros), medianRatio(c, yardstick), goal, false};
}

void perFrame(int support, int rounds, Report& report) {
    constexpr int frames = 400;
    const auto signal = noisyChirp(20 * support);
    ThreadPool pool(1);
    Workload workload{.support = support, .frames = frames};
    std::vector<Case> cases{bareFftPair(support, frames)};
    std::vector<double> goals{0};
    const auto add = [&](const char* name, PositionMode positions, Precision precision, EngineChoice engine, double goal) {
        workload.positions = positions;
        workload.precision = precision;
        workload.engine = engine;
        cases.push_back(lossCase(name, signal, workload, false, pool));
        goals.push_back(goal);
    };
    using enum Precision;
    add("theta, one pass, float", PositionMode::fixed, floatPrecision, EngineChoice::automatic, goalTheta);
    add("theta and positions, one pass, float", PositionMode::frames, floatPrecision, EngineChoice::automatic, goalPositions);
    add("theta, one pass, double", PositionMode::fixed, doublePrecision, EngineChoice::automatic, goalDouble);
    add("theta and positions, one pass, double", PositionMode::frames, doublePrecision, EngineChoice::automatic, goalDoublePositions);
    add("theta and positions, exact two passes, double", PositionMode::frames, doublePrecision, EngineChoice::exact, 0);
    workload.objective = "-1*kurtosis";
    add("kurtosis, theta and positions, one pass, float", PositionMode::frames, floatPrecision, EngineChoice::automatic, goalMoments);
    add("kurtosis, theta and positions, one pass, double", PositionMode::frames, doublePrecision, EngineChoice::automatic, goalMomentsDouble);
    const std::size_t paper = cases.size();
    cases.push_back(paperScheme<float>(support));
    cases.push_back(paperScheme<double>(support));
    measure(cases, rounds, threadSeconds);
    const std::string group = "theta per frame, N = " + std::to_string(support);
    for (std::size_t k = 0; k < paper; ++k) report.rows.push_back(rowOf(group, cases[k], cases.front(), goals[k]));
    const auto compare = [&](const Case& scheme, const Case& fast, double goal) {
        report.rows.push_back({group, scheme.name, fast.name, median(scheme.micros), medianRatio(scheme, fast), goal, true});
    };
    compare(cases[paper], cases[2], goalPaperTimesFaster);
    compare(cases[paper + 1], cases[4], goalPaperTimesFasterDouble);
}

void perCell(int support, int rounds, Report& report) {
    constexpr int settledFrames = 250, directFrames = 32;
    const auto signal = noisyChirp(8 * support);
    ThreadPool pool(1);
    Workload workload{.mode = ThetaMode::timeFrequency, .support = support, .frames = settledFrames};
    std::vector<Case> cases{bareFftPair(support, settledFrames), bareFft(support, settledFrames), naiveSums(support)};
    cases.push_back(lossCase("theta per cell, interval cache, settled, float", signal, workload, true, pool));
    workload.frames = directFrames;
    workload.engine = EngineChoice::exact;
    cases.push_back(lossCase("theta per cell, direct sums, folded, float", signal, workload, true, pool));
    workload.positions = PositionMode::frames;
    cases.push_back(lossCase("theta per cell and positions, direct sums, float", signal, workload, false, pool));
    measure(cases, rounds, threadSeconds);
    const std::string group = "theta per cell, N = " + std::to_string(support);
    const Case &pair = cases[0], &fft = cases[1], &naive = cases[2], &settled = cases[3], &folded = cases[4], &moving = cases[5];
    report.rows.push_back(rowOf(group, pair, pair, 0));
    report.rows.push_back(rowOf(group, settled, pair, goalSettled));
    report.rows.push_back(rowOf(group, folded, fft, goalFolded(support)));
    report.rows.push_back({group, naive.name, folded.name, median(naive.micros), medianRatio(naive, folded), goalFoldedTimesFaster, true});
    report.rows.push_back(rowOf(group, moving, fft, 0));
    report.rows.push_back({group, naive.name, moving.name, median(naive.micros), medianRatio(naive, moving), goalUnfoldedTimesFaster, true});
}

} // namespace

Report runSuite(const Options& options) {
    Report report;
    for (const int support : options.supports) perFrame(support, options.rounds, report);
    for (const int support : options.supports) perCell(support, options.rounds, report);
    if (options.runs)
        for (const int support : options.supports) addRuns(support, options.rounds, report);
    if (options.figures) addFigures(options.rounds, report);
    return report;
}

} // namespace thetascope::bench
