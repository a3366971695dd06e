// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/result_data.h"

#include <limits>

namespace thetascope {
namespace {

ResultData withScores(const Scores& scores) {
    ResultData data;
    data.terms = scores.terms;
    data.normalisedEntropy = scores.normalisedEntropy;
    data.effectiveCells = scores.effectiveCells;
    data.coverage = scores.coverage;
    data.atLowerBound = scores.atLowerBound;
    data.atUpperBound = scores.atUpperBound;
    return data;
}

double meanHop(const Vector& positions, double initial) {
    const Eigen::Index count = positions.size();
    return count > 1 ? (positions[count - 1] - positions[0]) / static_cast<double>(count - 1) : initial;
}

/// The row of history.csv that an evaluation makes: no step was taken, and no optimiser had variables to measure a norm in.
IterationRecord startingPoint(const Evaluation& evaluation) {
    const Tiling& tiling = evaluation.spectrogram->tiling;
    IterationRecord record;
    record.objective = evaluation.scores.objective;
    record.terms = evaluation.scores.terms;
    record.gradientNorm = std::numeric_limits<double>::quiet_NaN();
    record.thetaMean = tiling.theta.mean();
    record.thetaMin = tiling.theta.minCoeff();
    record.thetaMax = tiling.theta.maxCoeff();
    record.hopMean = meanHop(tiling.positions, evaluation.settings.H);
    record.seconds = evaluation.seconds;
    return record;
}

} // namespace

const char* stopReasonName(StopReason reason) {
    switch (reason) {
    case StopReason::plateau: return "plateau";
    case StopReason::converged: return "converged";
    case StopReason::iterationCap: return "iterations";
    case StopReason::stopped: return "stopped";
    case StopReason::notFinite: return "not finite";
    case StopReason::failed: break;
    }
    return "failed";
}

ResultData resultData(const DescentResult& result) {
    ResultData data = withScores(result.scores);
    data.settings = result.settings;
    data.spectrogram = result.best;
    data.spectrum = result.bestSpectrum;
    data.history = result.history;
    data.stopReason = stopReasonName(result.reason);
    data.iterations = result.iterations;
    data.evaluations = result.evaluations;
    data.bestIteration = result.bestIteration;
    data.engine = result.engine;
    data.seconds = result.seconds;
    data.initialObjective = result.initialObjective;
    data.finalObjective = result.finalObjective;
    data.bestObjective = result.bestObjective;
    return data;
}

ResultData resultData(const Evaluation& evaluation) {
    ResultData data = withScores(evaluation.scores);
    data.settings = evaluation.settings;
    data.spectrogram = evaluation.spectrogram;
    data.spectrum = evaluation.spectrum;
    data.history = {startingPoint(evaluation)};
    data.stopReason = "evaluated";
    data.evaluations = 1;
    data.seconds = evaluation.seconds;
    data.initialObjective = data.finalObjective = data.bestObjective = evaluation.scores.objective;
    if (evaluation.gradient.theta.size() > 0) {
        data.gradient = evaluation.gradient;
        data.gradientHop = evaluation.gradientHop;
    }
    return data;
}

} // namespace thetascope
