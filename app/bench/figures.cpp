// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/figures.h"

#include "app/bench/workloads.h"
#include "core/dstft/oracle.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace thetascope::bench {

namespace {

Workload timeWorkload(int support, int frames) {
    return {.support = support, .frames = frames};
}
Workload cellWorkload(int support, int frames) {
    return {.mode = ThetaMode::timeFrequency, .support = support, .frames = frames};
}

void addSpeedUp(const char* name, const Workload& workload, int rounds, Report& report) {
    const auto signal = noisyChirp(20 * workload.support);
    ThreadPool one(1), two(2);
    std::vector<Case> cases{lossCase("1", signal, workload, true, one), lossCase("2", signal, workload, true, two)};
    measure(cases, rounds, wallSeconds);
    report.figures.push_back({"2 threads, times faster (wall; 2 free cores needed)", name, medianRatio(cases[0], cases[1])});
}

/// Bytes that live on the heap; 0 where nobody counts.
double liveBytes() {
#ifdef __GLIBC__
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
#else
    return 0;
#endif
}

void addMemory(const char* name, const Workload& workload, Report& report) {
    const auto signal = noisyChirp(20 * workload.support);
    ThreadPool pool(1);
    const double before = liveBytes();
    Case kept = lossCase(name, signal, workload, true, pool);
    kept.run();
    const double cells = static_cast<double>(workload.frames) * (workload.support / 2 + 1);
    report.figures.push_back({"bytes per cell: engine, theta and gradient", name, (liveBytes() - before) / cells});
}

void addGrowth(const char* name, const std::vector<Workload>& workloads, int rounds, Report& report) {
    ThreadPool pool(1);
    std::vector<Case> cases;
    for (const Workload& w : workloads) {
        cases.push_back(lossCase(name, noisyChirp(20 * w.support), w, true, pool));
        cases.back().name += ", T = " + std::to_string(w.frames) + ", F = " + std::to_string(w.support / 2 + 1);
        cases.back().frames *= 1e-3 * (w.support / 2 + 1); // nanoseconds per cell
    }
    measure(cases, rounds, threadSeconds);
    for (const Case& c : cases) report.figures.push_back({"growth: ns per cell", c.name, median(c.micros)});
}

/// Largest error of |S| against the printed formulas in double, of the largest |S|.
void addAccuracy(const char* name, Workload workload, Report& report) {
    workload.support = 256;
    workload.frames = 12;
    const auto signal = noisyChirp(8 * workload.support);
    ThreadPool pool(1);
    const Tiling tiling = randomTiling(workload, signal->length(), true);
    const auto loss = makeDescentLoss(signal, settingsFor(workload), pool);
    TilingGradient gradient;
    loss->gradient(tiling, gradient);
    const auto taper = makeTaper("hann");
    const RealFrames exact =
        oracle(*signal, tiling, [&](double y, double theta) { return taper->at(y, theta); }, Normalisation::energy).spectrum.abs();
    const double error = (loss->picture().cast<double>() - exact).abs().maxCoeff() / exact.maxCoeff();
    report.figures.push_back({"largest error of |S| against the printed formulas (pictures are float: 1e-7 is theirs)", name, error});
}

} // namespace

void addFigures(int rounds, Report& report) {
    addSpeedUp("theta per frame, N = 1024, T = 2000", timeWorkload(1024, 2000), rounds, report);
    addSpeedUp("theta per cell, N = 1024, T = 1000", cellWorkload(1024, 1000), rounds, report);
    addMemory("theta per frame", timeWorkload(1024, 2000), report);
    addMemory("theta per cell", cellWorkload(1024, 1000), report);
    Workload exact = cellWorkload(1024, 200);
    exact.engine = EngineChoice::exact;
    addMemory("theta per cell, exact engine", exact, report);
    addGrowth("theta per frame", {timeWorkload(1024, 250), timeWorkload(1024, 1000), timeWorkload(1024, 4000), timeWorkload(4096, 1000)},
              rounds, report);
    addGrowth("theta per cell", {cellWorkload(1024, 125), cellWorkload(1024, 500), cellWorkload(1024, 2000), cellWorkload(4096, 500)},
              rounds, report);
    for (const bool single : {true, false}) {
        const Precision precision = single ? Precision::floatPrecision : Precision::doublePrecision;
        addAccuracy(single ? "theta per frame, one pass, float" : "theta per frame, one pass, double", {.precision = precision}, report);
        addAccuracy(single ? "theta per cell, interval cache, float" : "theta per cell, direct sums, double",
                    {.mode = ThetaMode::timeFrequency, .precision = precision}, report);
    }
}

} // namespace thetascope::bench
