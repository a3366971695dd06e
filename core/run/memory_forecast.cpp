// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/memory_forecast.h"

#include "core/base/thread_pool.h"
#include "core/choice/candidates.h"
#include "core/objective/objective.h"
#include "core/run/loss.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr double real = sizeof(double), complexReal = 2 * sizeof(double), single = sizeof(float);
/// What is made once, whatever the sizes: plans, stacks of threads, code that is touched for the first time.
constexpr double fixedBytes = 5e6;
/// Pages of a figure at print resolution and the fonts of its text; and of a cell while it is drawn.
constexpr double figureBytes = 18e6, figureBytesPerCell = 26;
/// Rows of length N that a thread keeps: samples, tapers, FFTs (row sources); the frames that direct sums take at a time (32, each with
/// samples, a plan and sums, folded_frame.h), and in two passes their samples and adjoints (direct_frames.cpp).
constexpr double rowsPerThread = 24, sumsRowsPerThread = 32 * 11.5 + 8, directRowsPerThread = sumsRowsPerThread + 32 * 4;
/// 64 frames of N doubles: the signal's gradient frame by frame, of a reconstruction.
constexpr double overlapRows = 64;
/// L-BFGS keeps a step and a change per iteration, of the last ten, its origin, gradient and direction; Adam two moments.
constexpr double lbfgsPairs = 10, lbfgsOwn = 3, adamVectors = 2;
/// The cubics of a cell with its place (cached_rows.cpp), and magnitude and two slopes (one_pass.h), in float.
constexpr double cacheBytes = 40, onePassBytes = 12;
constexpr double recordBytes = 400; ///< an iteration's numbers
constexpr double framesSums = 96;   ///< of a frame, in one pass

struct Sizes {
    double cells, frames, bins, samples, thetas, knots, between, positions, support, threads;
    double variables() const { return knots + positions; }
    double tiling() const { return real * (thetas + frames); }
};

/// As SplineAxis: n cells get ceil((n-1)/spacing) + 1 knots.
double knotsOf(double cells, int spacing) {
    if (spacing <= 1 || cells <= 1) return cells;
    return std::min(cells, std::ceil((cells - 1) / spacing) + 1);
}

Sizes sizesOf(const ResolvedSettings& settings, int signalLength) {
    Sizes s{};
    s.frames = settings.T;
    s.bins = settings.F;
    s.cells = s.frames * s.bins;
    s.samples = signalLength;
    const auto rows = static_cast<double>(thetaRows(settings.thetaMode, settings.T));
    const auto cols = static_cast<double>(thetaCols(settings.thetaMode, settings.F));
    const double knotRows = knotsOf(rows, settings.knots.frames), knotCols = knotsOf(cols, settings.knots.bins);
    s.thetas = rows * cols;
    s.knots = knotRows * knotCols;
    s.between = s.knots < s.thetas ? knotRows * cols + 2 * s.thetas : 0; // the surface and its slopes
    const bool many = settings.positionMode == PositionMode::frames || settings.positionMode == PositionMode::hops;
    s.positions = many ? s.frames : settings.positionMode == PositionMode::hop ? 1 : 0;
    s.support = settings.N;
    s.threads = settings.threads > 0 ? settings.threads : processorCount();
    return s;
}

/// Held from the first iteration to the exact evaluation: the optimiser's view of things but its memory.
double descenderBytes(const Sizes& s, const ResolvedSettings& settings) {
    const double records = recordBytes * std::min(settings.iterations, 100'000);
    return 2 * s.tiling() + real * (3 * s.variables() + s.knots + s.between) + records;
}

double optimiserBytes(const Sizes& s, const ResolvedSettings& settings) {
    if (settings.optimiser == "sgd") return 0;
    const double pairs = std::min(lbfgsPairs, static_cast<double>(settings.iterations));
    return (settings.optimiser == "lbfgs" ? 2 * pairs + lbfgsOwn : adamVectors) * real * s.variables();
}

double termBytes(const Sizes& s, const ResolvedSettings& settings) {
    const auto objective = parseObjective(settings.objective);
    double bytes = 0;
    if (objective)
        for (const auto& weighted : objective->terms()) bytes += weighted.term->workBytes(s.cells, s.thetas);
    return bytes;
}

/// Two passes: S, its cotangent, |S|, its slope, the engine's tiling and its scratch, dS/dp where theta varies over bins.
double twoPassBytes(const Sizes& s, const ResolvedSettings& settings, bool cached, bool positions) {
    const double scalar = settings.precision == Precision::floatPrecision ? single : real;
    const double store = (2 * complexReal + 2 * real) * s.cells + 2 * s.tiling() + termBytes(s, settings);
    if (cached) return store + (cacheBytes + complexReal) * s.cells + rowsPerThread * single * s.threads * s.support;
    if (!variesInFrequency(settings.thetaMode)) return store + rowsPerThread * scalar * s.threads * s.support;
    return store + (positions ? 2 : 1) * complexReal * s.cells + directRowsPerThread * scalar * s.threads * s.support;
}

double termwiseBytes(const Sizes& s, const ResolvedSettings& settings) {
    const auto objective = parseObjective(settings.objective);
    const double terms = objective ? static_cast<double>(objective->terms().size()) : 1;
    const bool cached = variesInFrequency(settings.thetaMode) && settings.precision == Precision::floatPrecision
                        && settings.positionMode == PositionMode::fixed;
    return twoPassBytes(s, settings, cached, settings.positionMode != PositionMode::fixed)
           + terms * (s.tiling() + real * s.variables());
}

double lossBytes(const Sizes& s, const ResolvedSettings& settings) {
    if (settings.combine == Combine::common) return termwiseBytes(s, settings);
    const double scalar = settings.precision == Precision::floatPrecision ? single : real;
    const double scratch = rowsPerThread * scalar * s.threads * s.support;
    switch (descentWay(settings)) {
    case DescentWay::onePassTangents:
    case DescentWay::onePassPairs: return (real + scalar) * s.samples + framesSums * s.frames + s.tiling() + scratch;
    case DescentWay::onePassCache: return real * s.samples + (cacheBytes + onePassBytes) * s.cells + scratch;
    case DescentWay::onePassSums:
        return real * s.samples + onePassBytes / single * scalar * s.cells + framesSums * s.frames
               + sumsRowsPerThread * scalar * s.threads * s.support;
    case DescentWay::twoPassCache: return twoPassBytes(s, settings, true, false);
    case DescentWay::twoPassExact: return twoPassBytes(s, settings, false, settings.positionMode != PositionMode::fixed);
    }
    return 0;
}

/// While the start is chosen. Selection: S, |S|, energies, their cubes and both sums about every cell, the best so far. List: of each
/// candidate |S|, |S|^2 and its power, then energies and sums of the choice (concentration_part.h); of other objectives less.
double startBytes(const Sizes& s, const ResolvedSettings& settings) {
    if (settings.theta || settings.thetaStart == ThetaStart::constant) return 0;
    if (settings.thetaStart == ThetaStart::selection) return (complexReal + 5 * real) * s.cells + 2 * real * s.thetas;
    return (3 * static_cast<double>(defaultThetaList(settings).size()) + 7) * real * s.cells;
}

/// An exact evaluation in double: S, |S|, the picture, and the spectrogram's and the engine's tiling.
double evaluationBytes(const Sizes& s, const ResolvedSettings& settings) {
    const bool direct = variesInFrequency(settings.thetaMode);
    const double scratch = (direct ? directRowsPerThread : rowsPerThread) * real * s.threads * s.support;
    return (complexReal + real + single) * s.cells + 2 * s.tiling() + scratch + termBytes(s, settings);
}

/// What an evaluation leaves: S, the picture and its tiling.
double resultBytes(const Sizes& s) { return (complexReal + single) * s.cells + 2 * s.tiling(); }

/// Sound from S where there is a dual window (rounded as the file will be, and weighted); a figure's pictures.
double outputBytes(const Sizes& s, const ResolvedSettings& settings, bool figures) {
    const double copies = settings.precision == Precision::floatPrecision ? 2 : 1;
    const double sound = variesInFrequency(settings.thetaMode)
                             ? 0
                             : copies * complexReal * s.cells + 5 * real * s.samples + overlapRows * real * s.support;
    return resultBytes(s) + std::max(sound, figures ? figureBytes + figureBytesPerCell * s.cells : 0);
}

} // namespace

double MemoryForecast::peak() const { return std::max({descent, result, output}); }

MemoryForecast forecastMemory(const ResolvedSettings& settings, int signalLength, const MemoryUse& use) {
    const Sizes s = sizesOf(settings, signalLength);
    const double history = std::min(static_cast<double>(use.historyBytes), s.tiling() * (settings.iterations + 1.0));
    const double always = fixedBytes + history + use.pictures * (single * s.cells + s.tiling());
    MemoryForecast forecast;
    if (use.descends) {
        const double descender = descenderBytes(s, settings);
        forecast.descent = always + descender + s.tiling() + optimiserBytes(s, settings)
                           + std::max(lossBytes(s, settings), startBytes(s, settings));
        forecast.result = always + descender + evaluationBytes(s, settings);
    } else {
        ResolvedSettings exact = settings;
        forecast.result = always + evaluationBytes(s, settings)
                          + (use.gradients ? twoPassBytes(s, exact, false, true) - (complexReal + real) * s.cells : 0);
    }
    forecast.output = always + outputBytes(s, settings, use.figures);
    return forecast;
}

namespace {

/// As if the region were so long, or the hop another.
bool fits(ResolvedSettings settings, int length, const MemoryUse& use, double bytes) {
    settings.T = frameCount(settings.frames, length, settings.N, settings.H);
    return forecastMemory(settings, length, use).peak() <= bytes;
}

std::optional<double> longestSeconds(const ResolvedSettings& settings, int signalLength, double sampleRate, const MemoryUse& use,
                                     double bytes) {
    int good = 0, bad = signalLength;
    while (bad - good > 1) {
        const int middle = good + (bad - good) / 2;
        (fits(settings, middle, use, bytes) ? good : bad) = middle;
    }
    const double tenths = std::floor(10 * good / sampleRate) / 10;
    return tenths * sampleRate >= settings.N ? std::optional(tenths) : std::nullopt;
}

std::optional<double> shortestHop(ResolvedSettings settings, int signalLength, const MemoryUse& use, double bytes) {
    for (double hop = 2 * settings.H; hop <= 0.5 * settings.N; hop *= 2) {
        settings.H = hop;
        if (fits(settings, signalLength, use, bytes)) return hop;
    }
    return std::nullopt;
}

} // namespace

MemoryRemedies remediesFor(const ResolvedSettings& settings, int signalLength, double sampleRate, const MemoryUse& use, double bytes) {
    MemoryRemedies remedies;
    remedies.seconds = longestSeconds(settings, signalLength, sampleRate, use, bytes);
    remedies.hop = shortestHop(settings, signalLength, use, bytes);
    if (settings.precision == Precision::doublePrecision) {
        ResolvedSettings other = settings;
        other.precision = Precision::floatPrecision;
        remedies.singlePrecision = forecastMemory(other, signalLength, use).peak() <= bytes;
    }
    return remedies;
}

} // namespace thetascope
