// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/descent.h"

#include "core/optim/common_descent.h"
#include "core/optim/optimiser.h"
#include "core/run/loss.h"
#include "core/run/lost_coverage.h"
#include "core/run/reason_text.h"
#include "core/run/scores.h"
#include "core/run/starting_map.h"
#include "core/run/step_schedule.h"
#include "core/run/variables.h"

#include <chrono>
#include <cmath>
#include <new>
#include <stdexcept>
#include <thread>

namespace thetascope {

namespace {

using Clock = std::chrono::steady_clock;

std::unique_ptr<Optimiser> optimiserOf(const Settings& settings, Eigen::Index size) {
    auto optimiser = makeOptimiser(settings.optimiser, size);
    if (optimiser == nullptr) throw std::invalid_argument("descend: no optimiser named " + settings.optimiser);
    return optimiser;
}

/// Settings with nothing left open; an optimiser that chooses its own steps has no use for another's schedule.
ResolvedSettings settingsOf(const Settings& settings, const InitialArrays& arrays, const Signal& signal) {
    ResolvedSettings resolved = resolveWith(settings, arrays, signal.length(), signal.sampleRate);
    if (optimiserOf(settings, 0)->searches()) resolved.schedule = Schedule::constant;
    return resolved;
}

/// One descent from its start to its end; the loop of descend() with its state.
class Descender {
public:
    Descender(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays,
              const DescentHooks& hooks)
        : m_signal(std::move(signal)), m_hooks(hooks),
          m_settings(settingsOf(settings, arrays, *m_signal)), m_pool(settings.threads),
          m_tiling(startingTiling(m_settings, arrays)), m_choosesStart(choosesStart(m_settings, arrays)),
          m_variables(m_settings, m_tiling, m_signal->length()), m_x(m_variables.start()),
          m_optimiser(optimiserOf(settings, m_variables.size())),
          m_schedule(m_settings.schedule, settings.stop, settings.iterations) {
        m_knobs = {settings.step, settings.objective};
        m_result.settings = m_settings;
        if (!m_choosesStart) makeLoss();
    }

    DescentResult run() {
        if (m_hooks.mayContinue) m_pool.setCheckpoint([this, own = std::this_thread::get_id()] { return mayContinue(own); });
        try {
            descendToTheEnd();
        } catch (const Interrupted&) {
            m_result.reason = StopReason::stopped;
        } catch (const std::bad_alloc&) {
            m_result.reason = StopReason::failed;
        }
        m_pool.setCheckpoint(m_hooks.abandoned ? [this] { return !m_hooks.abandoned(); } : std::function<bool()>());
        try {
            return finish();
        } catch (const std::bad_alloc&) {
            throw OutOfMemory(learnedSoFar());
        }
    }

private:
    void descendToTheEnd() {
        if (m_choosesStart) chooseStart();
        evaluate();
        endIteration(0, 0);
        while (!ended()) {
            takeKnobs();
            if (stopRequested() || !iterate()) break;
        }
    }

    void chooseStart() {
        const auto begin = Clock::now();
        m_stoodStill = 0;
        m_tiling.theta = chosenTheta(*m_signal, m_settings, m_tiling, m_pool);
        m_variables = Variables(m_settings, m_tiling, m_signal->length());
        m_x = m_variables.start();
        makeLoss();
        m_seconds += secondsSince(begin) - m_stoodStill;
    }

    /// Asked by every thread; what the descent's own stands still is no computing time.
    bool mayContinue(std::thread::id own) {
        const auto begin = Clock::now();
        const bool goes = m_hooks.mayContinue();
        if (std::this_thread::get_id() == own) m_stoodStill += secondsSince(begin);
        return goes;
    }

    static double secondsSince(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

    bool stopRequested() {
        if (!m_hooks.stopRequested || !m_hooks.stopRequested()) return false;
        m_result.reason = StopReason::stopped;
        return true;
    }

    /// One iteration: as many evaluations as the optimiser asks for. False: stopped, or nothing lower to be found.
    bool iterate() {
        const Vector before = m_optimiser->searches() ? m_x : Vector();
        const double step = m_knobs.step * m_schedule.factor();
        for (;;) {
            const auto begin = Clock::now();
            m_optimiser->propose(m_x, m_objective, m_gradient, step);
            m_seconds += secondsSince(begin);
            evaluate();
            if (m_optimiser->accepts(m_x, m_objective, m_gradient)) break;
            if (m_optimiser->converged()) return !ended();
            if (m_hooks.betweenEvaluations) m_hooks.betweenEvaluations();
            if (stopRequested()) return false;
        }
        endIteration(m_result.iterations + 1, before.size() > 0 ? (m_x - before).abs().maxCoeff() : step);
        return true;
    }

    void makeLoss() {
        m_termwise = nullptr;
        m_common.restart();
        if (m_settings.combine == Combine::sum) {
            m_loss = makeDescentLoss(m_signal, m_settings, m_pool);
            return;
        }
        auto termwise = makeTermwiseLoss(m_signal, m_settings, m_pool);
        m_termwise = termwise.get();
        m_loss = std::move(termwise);
    }

    double sumGradient() {
        const double value = m_loss->gradient(m_tiling, m_tilingGradient);
        m_variables.pullBack(m_x, m_tiling, m_tilingGradient, m_gradient);
        return value;
    }

    /// In place of the gradient: the direction in which every term falls.
    double commonGradient() {
        const double value = m_termwise->gradients(m_tiling, m_termGradients);
        std::vector<Vector> ofTerms(m_termGradients.size());
        for (std::size_t k = 0; k < ofTerms.size(); ++k)
            m_variables.pullBack(m_x, m_tiling, m_termGradients[k], ofTerms[k]);
        m_gradient = m_common.direction(ofTerms);
        return value;
    }

    /// Loss and gradient at x.
    void evaluate() {
        const auto begin = Clock::now();
        m_stoodStill = 0;
        m_variables.toTiling(m_x, m_tiling);
        m_objective = m_termwise != nullptr ? commonGradient() : sumGradient();
        m_seconds += secondsSince(begin) - m_stoodStill;
        ++m_result.evaluations;
        m_finite = std::isfinite(m_objective) && m_gradient.isFinite().all();
    }

    /// A row of the history, maybe a new best, maybe a snapshot.
    void endIteration(int iteration, double step) {
        std::vector<TermValue> terms = m_loss->terms();
        makeRoom(); // from here to the hooks nothing is allocated: the best and its row are there, or neither
        m_result.iterations = iteration;
        // A line search never accepts a rise but within rounding, where slopes know better than values.
        const bool better = m_optimiser->searches() || m_result.history.empty() || m_objective < m_result.bestObjective;
        if (m_finite && better) keepBest(iteration, m_objective);
        if (iteration == 0) m_result.initialObjective = m_objective;
        m_result.history.push_back(rowOf(iteration, step, m_tiling, std::move(terms)));
        tell();
        m_plateau = m_schedule.take(m_objective);
    }

    /// For one more row, and for the best so far.
    void makeRoom() {
        std::vector<IterationRecord>& history = m_result.history;
        if (history.size() == history.capacity()) history.reserve(2 * history.size() + 1);
        if (m_result.bestTiling.positions.size() == 0) m_result.bestTiling = m_tiling;
    }

    void keepBest(int iteration, double objective) {
        m_result.bestIteration = iteration;
        m_result.bestObjective = objective;
        m_result.bestTiling = m_tiling;
    }

    IterationRecord rowOf(int iteration, double step, const Tiling& tiling, std::vector<TermValue> terms) const {
        IterationRecord row;
        row.iteration = iteration;
        row.bestIteration = m_result.bestIteration;
        row.objective = m_objective;
        row.terms = std::move(terms);
        row.step = step;
        row.gradientNorm = m_gradient.matrix().norm();
        row.thetaMean = tiling.theta.mean();
        row.thetaMin = tiling.theta.minCoeff();
        row.thetaMax = tiling.theta.maxCoeff();
        const int frames = tiling.frames();
        row.hopMean = frames > 1 ? (tiling.positions[frames - 1] - tiling.positions[0]) / (frames - 1) : m_settings.H;
        row.seconds = m_seconds;
        return row;
    }

    void tell() {
        const IterationRecord& row = m_result.history.back();
        if (m_hooks.onIteration) m_hooks.onIteration(row, m_tiling);
        if (m_hooks.onSnapshot && m_hooks.wantsSnapshot && m_hooks.wantsSnapshot())
            m_hooks.onSnapshot(row.iteration, m_objective, makeSpectrogram(m_loss->picture(), m_tiling, *m_signal));
    }

    bool ended() {
        if (m_optimiser->converged()) {
            m_result.reason = StopReason::converged;
        } else if (!m_finite) {
            m_result.reason = StopReason::notFinite;
        } else if (m_plateau) {
            m_result.reason = StopReason::plateau;
        } else if (m_result.iterations >= m_settings.iterations) {
            m_result.reason = StopReason::iterationCap;
        } else {
            return stopRequested();
        }
        return true;
    }

    void takeKnobs() {
        if (!m_hooks.knobs) return;
        const LiveKnobs knobs = m_hooks.knobs();
        if (knobs.step != m_knobs.step) m_schedule.restart();
        if (knobs.objective != m_knobs.objective) changeObjective(knobs.objective);
        m_settings.step = m_result.settings.step = knobs.step;
        m_knobs = knobs;
    }

    /// Objectives before and after a change can't be compared: the best is sought anew from here.
    void changeObjective(const std::string& expression) {
        if (!parseObjective(expression)) return; // the window checks before it sends: what can't be read changes nothing
        m_settings.objective = m_result.settings.objective = expression;
        makeLoss();
        m_schedule.restart();
        m_optimiser->restart();
        m_firstIteration = m_result.bestIteration = m_result.iterations;
        m_result.bestTiling = m_tiling; // now: the evaluation may be given up
        evaluate();
        keepBest(m_result.iterations, m_objective);
        m_result.initialObjective = m_objective;
    }

    /// Everything that is reported of the best comes from an exact evaluation in double.
    DescentResult finish() {
        if (m_loss) m_result.engine = m_loss->engine(); // none if it was stopped while it chose its start
        m_loss.reset(); // what the evaluation below needs is never more than what goes here
        m_tilingGradient = {};
        m_optimiser.reset();
        const bool begun = !m_result.history.empty(); // else it was stopped within its first evaluation: the start is the result
        if (m_result.bestTiling.positions.size() == 0) keepBest(0, begun ? m_result.history.front().objective : 0);
        ResolvedSettings exact = m_settings;
        exact.precision = Precision::doublePrecision;
        const auto loss = makeExactLoss(m_signal, exact, m_pool);
        const double value = loss->value(m_result.bestTiling);
        m_result.scores = scoresOf(*loss, value, m_result.bestTiling, m_settings, m_signal->length());
        m_result.best = makeSpectrogram(loss->picture(), m_result.bestTiling, *m_signal);
        m_result.bestSpectrum = std::make_shared<const ComplexFrames>(loss->takeSpectrum());
        m_result.bestObjective = value;
        if (!begun) {
            m_objective = value;
            m_result.history.push_back(rowOf(0, 0, m_result.bestTiling, loss->terms()));
            if (m_hooks.onIteration) m_hooks.onIteration(m_result.history.back(), m_result.bestTiling);
        }
        if (m_result.bestIteration == m_firstIteration) m_result.initialObjective = value;
        m_result.finalObjective =
            m_result.bestIteration == m_result.iterations ? value : m_result.history.back().objective;
        m_result.seconds = m_seconds;
        m_result.reasonText = (begun ? "" : "stopped before the first iteration; this is what it began from: ")
                              + reasonText(m_result, m_gradient, m_variables) + warning();
        return std::move(m_result);
    }

    /// The result without what an evaluation would add.
    std::shared_ptr<const DescentResult> learnedSoFar() {
        m_result.reason = StopReason::failed;
        m_result.best.reset();
        m_result.bestSpectrum.reset();
        if (!m_result.history.empty()) {
            m_result.initialObjective = m_result.history.front().objective;
            m_result.finalObjective = m_result.history.back().objective;
        }
        try {
            m_result.reasonText = "out of memory at iteration " + std::to_string(m_result.iterations);
        } catch (const std::bad_alloc&) {
            m_result.reasonText = "out of memory"; // short enough to need none
        }
        *m_learned = std::move(m_result);
        return m_learned;
    }

    std::string warning() {
        m_variables.toTiling(m_variables.start(), m_tiling);
        const std::string lost = lostCoverage(m_tiling, m_result.bestTiling, m_signal->length());
        return lost.empty() ? lost : "; warning: " + lost;
    }

    std::shared_ptr<const Signal> m_signal;
    const DescentHooks& m_hooks;
    std::shared_ptr<DescentResult> m_learned = std::make_shared<DescentResult>(); ///< empty: a place for it when there is none left
    ResolvedSettings m_settings;
    ThreadPool m_pool;
    std::unique_ptr<Loss> m_loss;
    TwoPassLoss* m_termwise = nullptr; ///< m_loss where several objectives are descended on at once, else null
    CommonDescent m_common;
    std::vector<TilingGradient> m_termGradients;
    Tiling m_tiling;
    bool m_choosesStart;
    Variables m_variables;
    Vector m_x, m_gradient;
    TilingGradient m_tilingGradient;
    std::unique_ptr<Optimiser> m_optimiser;
    StepSchedule m_schedule;
    LiveKnobs m_knobs;
    DescentResult m_result;
    double m_objective = 0; ///< at x
    int m_firstIteration = 0; ///< with the objective in force
    double m_seconds = 0, m_stoodStill = 0;
    bool m_finite = true, m_plateau = false;
};

} // namespace

DescentResult descend(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays,
                      const DescentHooks& hooks) {
    return Descender(std::move(signal), settings, arrays, hooks).run();
}

} // namespace thetascope
