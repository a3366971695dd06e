// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/engine_report.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/model/snapshot.h"
#include "core/run/check_settings.h"

#include <functional>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace thetascope {

/// What may be changed while a descent runs; read at the start of every iteration.
struct LiveKnobs {
    double step = 0.1;
    std::string objective; ///< same grammar as Settings::objective
};

/// How a descent ended; converged: the optimiser itself finds nothing lower.
enum class StopReason { plateau, iterationCap, stopped, notFinite, failed, converged };

/// Scores of the best result, as run.json reports them: from an exact evaluation in double at its parameters.
struct Scores {
    double objective = 0;
    std::vector<TermValue> terms;
    double entropy = 0;            ///< -sum p ln p, p = |S| / sum |S|
    double normalisedEntropy = 0;  ///< entropy / ln(T F)
    double effectiveCells = 0;     ///< exp(entropy)
    double coverage = 0;           ///< share of the signal inside some window
    int atLowerBound = 0, atUpperBound = 0; ///< entries of theta within 1 % of a bound
};

/// The end of a descent. Best is the iteration with the lowest objective (0: the start). Where the objective was changed
/// on the way, initial and best are of the last one, since the change.
struct DescentResult {
    StopReason reason = StopReason::iterationCap;
    std::string reasonText;        ///< in words, e.g. "plateau: 30 iterations under 1e-05; 12 of 862 windows at the upper bound; objective down 0.42 to 9.6 at iteration 131"; with a warning if parts of the signal are lost (lost_coverage.h)
    int iterations = 0;            ///< steps taken
    int evaluations = 0;           ///< of the objective and its gradient: a line search needs more than one per iteration
    int bestIteration = 0;
    double initialObjective = 0, finalObjective = 0, bestObjective = 0;
    double seconds = 0;            ///< computing time
    EngineReport engine;           ///< what descended
    std::vector<IterationRecord> history; ///< iterations 0..iterations
    Tiling bestTiling;
    std::shared_ptr<const Spectrogram> best;      ///< at bestTiling, exact
    std::shared_ptr<const ComplexFrames> bestSpectrum; ///< S [T, F] at bestTiling, exact
    Scores scores;
    ResolvedSettings settings;
};

/// Thrown by descend() where memory doesn't suffice even to evaluate the best: what it had learned until then. Without spectra
/// and scores; objectives are those of the iterations.
struct OutOfMemory : std::bad_alloc {
    explicit OutOfMemory(std::shared_ptr<const DescentResult> learned) : soFar(std::move(learned)) {}
    const char* what() const noexcept override { return "out of memory"; }
    std::shared_ptr<const DescentResult> soFar;
};

/// What a descent tells and asks its caller, between iterations, on the descent's own thread.
struct DescentHooks {
    /// After every iteration, 0 (the start) included, with its tiling.
    std::function<void(const IterationRecord&, const Tiling&)> onIteration;
    /// Whether a snapshot is wanted now; then onSnapshot gets one.
    std::function<bool()> wantsSnapshot;
    std::function<void(int iteration, double objective, std::shared_ptr<const Spectrogram>)> onSnapshot;
    /// Before every step: the knobs in force. May block (pause).
    std::function<LiveKnobs()> knobs;
    /// Between two evaluations of one iteration, within a line search. May block (pause).
    std::function<void()> betweenEvaluations;
    /// Whether to end now: asked after every evaluation.
    std::function<bool()> stopRequested;
    /// Asked every few frames within an iteration, from any of the descent's threads: may block (a pause); false gives the
    /// iteration up and ends the descent with what it had before.
    std::function<bool()> mayContinue;
    /// Whether nobody wants the result any more: asked every few frames of its exact evaluation, from any thread; true ends
    /// descend() with Interrupted (thread_pool.h).
    std::function<bool()> abandoned;
};

/// The main job: descends on theta and positions from the start and returns the best it met. Deterministic but for
/// `seconds`. Settings and arrays must have passed checkSettings(). Every hook may be empty. Out of memory while it descends it
/// ends with what it had (StopReason::failed); while it evaluates that, it throws OutOfMemory; before it began, std::bad_alloc.
DescentResult descend(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays,
                      const DescentHooks& hooks = {});

/// One exact evaluation (in settings.precision) at given parameters: spectrum, scores, and gradients if asked.
struct Evaluation {
    ResolvedSettings settings;
    std::shared_ptr<const Spectrogram> spectrogram;
    std::shared_ptr<const ComplexFrames> spectrum;
    Scores scores;
    TilingGradient gradient;  ///< empty unless asked
    double gradientHop = 0;   ///< dL/dH = sum_i i dL/dt_i
    double seconds = 0;
};
Evaluation evaluate(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays, bool gradients);

/// The same spectrogram at another tiling of the same grid (a moment of the history, a classical window).
std::shared_ptr<const Spectrogram> transformAt(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                               const Tiling& tiling);

} // namespace thetascope
