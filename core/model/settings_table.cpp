// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings_table.h"

#include "core/model/settings_names.h"

#include <limits>

namespace thetascope::fields {
namespace {

constexpr double longestRecordingSeconds = 1e9;
constexpr double longestWindow = largestSupport - 1.0;
constexpr double longestHop = 1e9;
constexpr double largestStep = 10;
constexpr double mostIterations = 1e6;
constexpr double mostThreads = 1024;
/// Doubles above 2^53 skip integers; the whole range of a seed is checked by its type.
constexpr double largestSeed = static_cast<double>(std::numeric_limits<std::int64_t>::max());

} // namespace

std::vector<SettingsField> signalFields() {
    const NumberRange times{0, longestRecordingSeconds, 0.1};
    constexpr FieldGroup group = FieldGroup::signal;
    return {
        text(group, {"channel", "Channel", "", "The channel to analyse: a number from 1, or \"mix\", the mean of all."},
             FieldKind::text, &Settings::channel),
        real(group, {"start", "Start", "s", "Where the region to analyse begins; auto: the start of the file."}, times,
             &Settings::startSeconds),
        real(group, {"end", "End", "s", "Where the region to analyse ends; auto: the end of the file."}, times,
             &Settings::endSeconds),
    };
}

std::vector<SettingsField> transformFields() {
    constexpr FieldGroup group = FieldGroup::transform;
    const NumberRange lengths{0, longestWindow, 16};
    return {
        integer(group, {"support", "Support N", "samples",
                        "Samples of the DFT, an even number: N/2+1 bins, bin k at k fs/N Hz, and no window longer than N-1. "
                        "Auto: the power of two nearest 93 ms."},
                {smallestSupport, largestSupport, 2}, &Settings::support),
        real(group, {"hop", "Hop H", "samples",
                     "Distance H from one frame to the next at the start, any positive real number: t_i = t_0 + i H. Auto: N/16."},
             {0, longestHop, 1}, &Settings::hop),
        choice(group, {"frames", "Frame layout", "", "Where the frames lie at the start."}, frameLayouts(),
               &Settings::frames),
        text(group, {"window", "Window", "",
                     "The taper w(y; theta): its shape, stretched to each window length. The gradient needs it to reach "
                     "zero at its edges."},
             FieldKind::choice, &Settings::window),
        choice(group, {"normalise", "Normalise", "",
                       "Scale of the sampled taper, differentiated through. It decides the result once theta varies: without "
                       "it theta buys gain; \"sum\" lets the objective darken quiet regions and brighten loud ones; "
                       "\"energy\", the paper's unit norm, measures concentration as a person means it."},
               normalisations(), &Settings::normalise),
        choice(group, {"theta-mode", "Window length varies", "", "The axes along which the window length theta varies."},
               thetaModes(), &Settings::thetaMode),
        grid(group, {"theta-grid", "Knots", "bins × frames",
                     "Distance between knots, between which ln theta is a cubic spline: the map is smooth, and cells share "
                     "what they learn (a map given as a file starts from the nearest such one). 1x1: every cell its own theta, "
                     "as in the paper. Auto: 6 bins x 3N/16 samples."},
             &Settings::thetaGrid),
        real(group, {"theta", "Window length", "samples",
                     "Window length theta at the start, the length of the taper from edge to edge, w(y) = 0 for |y| > theta/2: long "
                     "windows part what is close in frequency (Hann: 2 fs/theta Hz apart), short ones what is close in time. Auto: "
                     "a descent begins as theta-start says, everything else takes N/2."},
             lengths, &Settings::theta),
        choice(group, {"theta-start", "Start from", "",
                       "Where a descent begins when no window length is given: it finds the nearest minimum from there, on sounds "
                       "of several kinds at once a better one from a map that already fits."},
               thetaStarts(), &Settings::thetaStart),
        real(group, {"theta-min", "Shortest window", "samples",
                     "Lower bound of theta. Auto: two hops, at most N/4, so that no sound falls between windows; 4 where every "
                     "cell has its own theta. Below 1 a window may hold no sample at all: its magnitude is then 0."},
             lengths, &Settings::thetaMin),
        real(group, {"theta-max", "Longest window", "samples",
                     "Upper bound of theta, at most N-1 (Eq. 6). Auto: N-1."},
             lengths, &Settings::thetaMax),
        choice(group, {"position-mode", "Frame positions", "", "The positions that the descent may move."}, positionModes(),
               &Settings::positionMode),
    };
}

std::vector<SettingsField> descentFields() {
    constexpr FieldGroup group = FieldGroup::optimiser;
    SettingsField objective =
        text(FieldGroup::objective,
             {"objective", "Objective", "",
              "What the descent makes small: a weighted sum of terms, such as entropy+0.01*smoothness. Entropy is "
              "-sum p ln p with p = |S| / sum |S|; concentration is the same idea about every cell by itself, of the energy. Terms to "
              "be made large take a negative weight."},
             FieldKind::text, &Settings::objective);
    SettingsField step =
        real(group, {"step", "Step", "",
                     "Step size as a fraction of theta's own scale, |d ln theta| of one Adam step: the same number works in "
                     "every mode."},
             {0, largestStep, 0.01}, &Settings::step);
    objective.live = step.live = true;
    return {
        std::move(objective),
        choice(FieldGroup::objective,
               {"combine", "Several terms", "",
                "What a descent with several terms follows. The objective reported is the weighted sum in either case."},
               combinations(), &Settings::combine),
        text(group, {"optimiser", "Optimiser", "", "The rule that turns gradients into steps."}, FieldKind::choice,
             &Settings::optimiser),
        std::move(step),
        choice(group, {"schedule", "Schedule", "",
                       "How the step changes from iteration to iteration; L-BFGS chooses its own steps."},
               schedules(), &Settings::schedule),
        integer(group, {"iterations", "Iterations", "", "At most this many steps; 0 only transforms at the start."},
                {0, mostIterations, 10}, &Settings::iterations),
        choice(group, {"stop", "Stop", "", "Whether the descent may end before its last iteration."}, stopModes(),
               &Settings::stop),
        integer(group, {"seed", "Seed", "", "Every random choice follows from it: the same seed gives the same result."},
                {0, largestSeed, 1}, &Settings::seed),
        integer(group, {"threads", "Threads", "",
                        "Worker threads, 0 for one per processor. Results do not depend on it."},
                {0, mostThreads, 1}, &Settings::threads),
        choice(group, {"precision", "Precision", "", "Arithmetic of the transform."}, precisions(), &Settings::precision),
        choice(group, {"engine", "Engine", "",
                       "What descends. Whatever it is, the reported results come from the exact engine."},
               engineChoices(), &Settings::engine),
    };
}

} // namespace thetascope::fields
