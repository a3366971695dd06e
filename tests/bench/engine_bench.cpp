// SPDX-License-Identifier: GPL-3.0-or-later
// What an iteration costs, as ratios to yardsticks measured in the same rounds: thread CPU time, every case once per round,
// medians over the rounds. Yardstick Y2: one hot real FFT and its inverse of length N per frame (engines.md, 0).
//   engine_bench [ROUNDS]
#include "core/dstft/engine.h"
#include "core/dstft/oracle.h"
#include "core/run/loss.h"

#include <fftw3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace thetascope;

namespace {

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Case {
    std::string name;
    std::function<void()> run;
    double frames;              ///< that one run computes
    std::vector<double> micros; ///< per frame, one per round
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Every case once per round, so that a drifting machine touches all alike; the ratio is the median of each round's.
void report(const std::string& title, std::vector<Case>& cases, int rounds) {
    for (Case& c : cases) c.run(); // warm
    for (int round = 0; round < rounds; ++round)
        for (Case& c : cases) {
            const double begin = cpuSeconds();
            c.run();
            c.micros.push_back(1e6 * (cpuSeconds() - begin) / c.frames);
        }
    std::printf("\n%s\n", title.c_str());
    for (const Case& c : cases) {
        std::vector<double> ratios;
        for (int round = 0; round < rounds; ++round) ratios.push_back(c.micros[round] / cases[0].micros[round]);
        std::printf("  %-58s %10.2f us/frame %9.2f x\n", c.name.c_str(), median(c.micros), median(ratios));
    }
}

std::shared_ptr<const Signal> noisyChirp(int length) {
    std::mt19937_64 random(1);
    auto signal = std::make_shared<Signal>();
    signal->sampleRate = 44100;
    for (int k = 0; k < length; ++k)
        signal->samples.push_back(std::sin(2e-6 * k * k) + 0.1 * (static_cast<double>(random() >> 11) * 0x1p-53 - 0.5));
    return signal;
}

ResolvedSettings settingsFor(ThetaMode mode, PositionMode positions, Precision precision, int support, int frames) {
    ResolvedSettings settings;
    settings.thetaMode = mode;
    settings.positionMode = positions;
    settings.precision = precision;
    settings.objective = "entropy";
    settings.N = support;
    settings.T = frames;
    settings.F = support / 2 + 1;
    settings.thetaLower = 32;
    settings.thetaUpper = support - 1;
    return settings;
}

/// Random theta, log-uniform in [N/8, N-1]; positions anywhere (or on the sample grid) inside the signal.
Tiling randomTiling(ThetaMode mode, int support, int frames, int length, bool grid) {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    Tiling tiling;
    tiling.support = support;
    tiling.mode = mode;
    tiling.theta.resize(thetaRows(mode, frames), thetaCols(mode, tiling.bins()));
    for (double& theta : tiling.theta.reshaped()) theta = (support - 1) * std::pow(0.125, unit(random));
    tiling.positions.resize(frames);
    const double hop = static_cast<double>(length - support) / frames;
    for (int i = 0; i < frames; ++i) tiling.positions[i] = grid ? std::floor(i * hop) : i * hop + 0.3 * unit(random);
    return tiling;
}

/// On zeros (an FFT takes no short cuts, and c2r(r2c) grows by N each time), planned by measurement: as fast as FFTW can.
Case yardstick(int support, int frames) {
    const auto bins = static_cast<std::size_t>(support) / 2 + 1;
    std::shared_ptr<float> samples(fftwf_alloc_real(static_cast<std::size_t>(support)), fftwf_free);
    std::shared_ptr<float> spectrum(fftwf_alloc_real(2 * bins), fftwf_free);
    auto* cells = reinterpret_cast<fftwf_complex*>(spectrum.get());
    const std::shared_ptr<fftwf_plan_s> forward(
        fftwf_plan_dft_r2c_1d(support, samples.get(), cells, FFTW_MEASURE), fftwf_destroy_plan);
    const std::shared_ptr<fftwf_plan_s> backward(
        fftwf_plan_dft_c2r_1d(support, cells, samples.get(), FFTW_MEASURE), fftwf_destroy_plan);
    std::fill(samples.get(), samples.get() + support, 0.0f);
    return {"Y2: bare real FFT and inverse, float, measured plans", [samples, spectrum, forward, backward, frames] {
                for (int i = 0; i < frames; ++i) {
                    fftwf_execute(forward.get());
                    fftwf_execute(backward.get());
                }
            }, static_cast<double>(frames), {}};
}

Case lossCase(const std::string& name, std::shared_ptr<Loss> loss, Tiling tiling) {
    auto gradient = std::make_shared<TilingGradient>();
    const double frames = tiling.frames();
    return {name, [loss = std::move(loss), tiling = std::move(tiling), gradient] { loss->gradient(tiling, *gradient); }, frames, {}};
}

void perFrameTheta(int support, int rounds) {
    constexpr int frames = 400;
    const int length = support * 20;
    const auto signal = noisyChirp(length);
    ThreadPool pool(1);
    std::vector<Case> cases = {yardstick(support, frames)};
    const auto add = [&](const char* name, PositionMode positions, Precision precision, bool exact) {
        const ResolvedSettings settings = settingsFor(ThetaMode::time, positions, precision, support, frames);
        std::shared_ptr<Loss> loss;
        if (exact) loss = makeExactLoss(signal, settings, pool);
        else loss = makeDescentLoss(signal, settings, pool);
        cases.push_back(lossCase(name, std::move(loss), randomTiling(ThetaMode::time, support, frames, length, false)));
    };
    add("one pass, theta, float", PositionMode::fixed, Precision::floatPrecision, false);
    add("one pass, theta and positions, float", PositionMode::frames, Precision::floatPrecision, false);
    add("one pass, theta, double", PositionMode::fixed, Precision::doublePrecision, false);
    add("exact two passes, theta and positions, double", PositionMode::frames, Precision::doublePrecision, true);
    report("theta per frame, entropy and its gradient, N = " + std::to_string(support) + ", T = 400", cases, rounds);
}

void perCellTheta(int support, int rounds) {
    constexpr int frames = 16, oracleFrames = 1;
    const int length = support * 4;
    const auto signal = noisyChirp(length);
    ThreadPool pool(1);
    std::vector<Case> cases = {yardstick(support, frames * 8)};
    const Tiling tiling = randomTiling(ThetaMode::timeFrequency, support, frames, length, true);
    const auto fixed = settingsFor(ThetaMode::timeFrequency, PositionMode::fixed, Precision::floatPrecision, support, frames);
    cases.push_back(lossCase("interval cache, settled, float", makeDescentLoss(signal, fixed, pool), tiling));
    cases.push_back(lossCase("direct sums, folded, float", makeExactLoss(signal, fixed, pool), tiling));
    const auto moving = settingsFor(ThetaMode::timeFrequency, PositionMode::frames, Precision::floatPrecision, support, frames);
    cases.push_back(lossCase("direct sums, any position, with dS/dt, float", makeExactLoss(signal, moving, pool),
                             randomTiling(ThetaMode::timeFrequency, support, frames, length, false)));
    auto one = std::make_shared<Tiling>(randomTiling(ThetaMode::timeFrequency, support, oracleFrames, length, true));
    const auto taper = makeTaper("hann");
    cases.push_back({"the printed formulas, O(N) per cell, double", [signal, one, taper] {
                         const auto point = [&](double y, double theta) { return taper->at(y, theta); };
                         if (!oracle(*signal, *one, point, Normalisation::none).spectrum.isFinite().all()) std::abort();
                     }, oracleFrames, {}});
    report("theta per cell, entropy and its gradient, N = " + std::to_string(support) + ", T = 16", cases, rounds);
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    for (const int support : {512, 1024, 2048, 4096}) perFrameTheta(support, rounds);
    for (const int support : {512, 1024, 2048}) perCellTheta(support, std::min(rounds, 5));
}
