// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/model/tiling.h"

#include <cstdint>
#include <optional>
#include <string>

namespace thetascope {

/// Scale of the sampled taper, differentiated through: none; w / sum w; w / sqrt(sum w^2).
enum class Normalisation { none, sum, energy };

/// Default frames: centres at 0, H, 2H... (edges zero-padded), or supports inside the signal (t_i = iH).
enum class FrameLayout { cover, inside };

/// Arithmetic of the transform.
enum class Precision { doublePrecision, floatPrecision };

enum class StopMode { plateau, none };

/// How the step changes from iteration to iteration (core/run/step_schedule.h).
enum class Schedule { plateau, constant, cosine };

/// What a descent with several terms follows: the gradient of their weighted sum, or the direction in which all of them fall.
enum class Combine { sum, common };

/// What descends: the fastest engine that meets its accuracy, or the exact one, the judge of the others.
enum class EngineChoice { automatic, exact };

/// Where theta begins when no theta is given: N/2 everywhere, chosen by local concentration, or the best of a list by
/// coordinate descent on the objective.
enum class ThetaStart { constant, selection, list };

/// Distance between the knots of a smooth theta map, cells; 1 x 1: every cell its own theta.
struct ThetaGrid {
    int bins = 1, frames = 1;
    bool operator==(const ThetaGrid&) const = default;
};

/// Everything a person can set about an analysis and its descent. A plain value; absent optionals are filled in from the
/// signal by resolve(). Keys, units, ranges and sentences are in settings_fields.h.
struct Settings {
    // Signal
    std::string channel = "mix";
    std::optional<double> startSeconds, endSeconds;
    // Transform
    std::optional<int> support;       ///< N
    std::optional<double> hop;        ///< H, samples
    FrameLayout frames = FrameLayout::cover;
    std::string window = "hann";
    Normalisation normalise = Normalisation::energy;
    ThetaMode thetaMode = ThetaMode::timeFrequency;
    std::optional<ThetaGrid> thetaGrid; ///< distance between the knots of ln theta; default defaultThetaGrid()
    std::optional<double> theta;      ///< initial window length, samples; default thetaStart's
    ThetaStart thetaStart = ThetaStart::selection; ///< of descents without a theta
    std::optional<double> thetaMin;   ///< samples; default defaultThetaMin()
    std::optional<double> thetaMax;   ///< samples; default N-1
    PositionMode positionMode = PositionMode::fixed;
    // Objective
    std::string objective = "concentration+0.05*smoothness(log=1)";
    Combine combine = Combine::sum;
    // Optimiser
    std::string optimiser = "adam";
    double step = 0.2;                ///< fraction of theta's own scale: |d ln theta| of one Adam step
    Schedule schedule = Schedule::plateau;
    int iterations = 200;
    StopMode stop = StopMode::plateau;
    std::uint64_t seed = 0;
    int threads = 0;                  ///< 0: all processors
    Precision precision = Precision::floatPrecision;
    EngineChoice engine = EngineChoice::automatic;
};

/// Settings with nothing left open for a given signal.
struct ResolvedSettings : Settings {
    int N = 0;               ///< support
    double H = 0;            ///< initial hop
    double theta0 = 0;       ///< initial window length
    double thetaLower = 4, thetaUpper = 0; ///< bounds of theta
    ThetaGrid knots;         ///< distance between the knots of ln theta
    int T = 0, F = 0;        ///< frames, bins
};

/// Bounds of the support N, samples.
constexpr int smallestSupport = 4, largestSupport = 1 << 24;

/// Most cells T F of an analysis. A descent keeps about 150 bytes per cell (spectrum, gradients, the optimiser's state), so
/// this is some 40 GB: ten minutes at 44.1 kHz with the defaults fit, an hour doesn't.
constexpr std::int64_t largestCellCount = std::int64_t{1} << 28;

/// The support that suits a sample rate: the power of two nearest 93 ms (4096 at 44.1 kHz, 1024 at 8 kHz), at least 16.
int defaultSupport(double sampleRate);

/// The distance between knots that keeps a map of window lengths believable: 6 bins, and as many frames as make 3N/16 samples.
/// Relative to the support, so that the longest window spans about five knots whatever N, hop and sample rate; at 44.1 kHz
/// with the default support that is 65 Hz x 17 ms. hop > 0.
ThetaGrid defaultThetaGrid(int support, double hop);

/// The lower bound of theta that suits a support and a hop: two hops, but at most N/4 and at least 4 samples. Shorter windows
/// leave sound between frames: it is in no window, can't be reconstructed, and a descent finds entropy to gain by losing it.
/// Where every cell has a theta of its own (knots 1 x 1, as in the paper) other cells hold that sound: 4 samples.
double defaultThetaMin(int support, double hop, ThetaGrid knots);

/// Number of frames of the layout: cover 1 + floor(M/H); inside 1 + floor((M-N)/H), at least 1 (a signal shorter than the
/// support gets one frame at t = 0), at most 2^31-1. hop > 0.
int frameCount(FrameLayout layout, int signalLength, int support, double hop);

/// Fills in what is absent for a signal of `length` samples at `sampleRate` Hz. Settings must have passed validate().
/// The optionals that it fills in (support, hop, theta-grid, theta, theta-min, theta-max) are set in the base as well: written to
/// a file, the result reproduces the run; theta stays open where theta-start chooses it from the sound. An absent theta is N/2,
/// kept within its bounds; an absent theta-min makes room for a theta and a theta-max that are given.
ResolvedSettings resolve(const Settings& settings, int length, double sampleRate);

/// Everything wrong with the settings as they would be used on that signal; empty if they can be used. Names of windows,
/// objectives and optimisers are checked by the factories (core/run/check_settings.h), not here.
Problems validate(const Settings& settings, int length, double sampleRate);

/// Adds a problem of `field` (hop, or positions) if there would be more than largestCellCount cells.
void checkCells(const ResolvedSettings& resolved, const char* field, Problems& problems);

/// t_i of the layout, samples: cover t_i = iH - (N-1)/2; inside t_i = iH.
Vector framePositions(FrameLayout layout, int support, double hop, int frames);

/// The tiling a descent starts from when no arrays are given: theta0 everywhere, frames evenly spaced.
Tiling initialTiling(const ResolvedSettings& settings);

} // namespace thetascope
