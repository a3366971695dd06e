// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inverse/conjugate_gradients.h"
#include "core/inverse/uncovered.h"

#include "core/base/array.h"
#include "core/base/thread_pool.h"
#include "core/model/settings.h"
#include "core/model/tiling.h"
#include "core/window/taper.h"

#include <memory>
#include <optional>
#include <vector>

namespace thetascope {

/// What a spectrum is the transform of, and how it was kept.
struct SpectrumOrigin {
    Tiling tiling;
    std::shared_ptr<const Taper> taper;
    Normalisation normalisation = Normalisation::energy;
    int length = 0;                                  ///< M, samples
    Precision stored = Precision::doublePrecision;   ///< in which S was rounded
};

/// A signal made from a spectrum.
struct Reconstruction {
    std::vector<double> samples;    ///< [M]; 0 where nothing covers
    std::vector<Stretch> uncovered; ///< samples in no window, or only where tapers have all but vanished
    double unseen = 0;              ///< share of samples x bins that lie in no window, 0..1
    double conditioning = 0;        ///< largest over least density of the covered samples, >= 1; 0 if nothing is covered
    bool exact = false;             ///< by the dual window: nothing was iterated
    SolverReport solver;            ///< of conjugate gradients, if not exact
};

/// Whether reconstruction is a sum over frames (dual window) rather than an iteration.
inline bool hasDualWindow(ThetaMode mode) { return !variesInFrequency(mode); }

/// The signal whose transform is nearest to S [T, F] (least squares over the two-sided spectrum), always in double.
///
///   theta shared or per frame, any positions: the canonical dual frame, s = sum_i w_i/n_i x_i / sum_i (w_i/n_i)^2 with x_i
/// the
///       inverse DFT of frame i. Exact: rounding alone remains.
///   theta per frequency or per cell: conjugate gradients on A* A s = A* S, preconditioned by 1/D, within `limits`.
///
/// Deterministic; doesn't depend on the threads. Throws std::invalid_argument if the shapes don't fit.
Reconstruction reconstruct(const ComplexFrames& spectrum, const SpectrumOrigin& origin, const SolverLimits& limits,
                           ThreadPool& pool);

/// 10 lg (sum s^2 / sum (s - estimate)^2), dB, over the samples outside `left out`; infinite if they are equal; nothing if s
/// is silent there. s and estimate [M].
std::optional<double> signalToErrorDb(const std::vector<double>& signal, const std::vector<double>& estimate,
                                      const std::vector<Stretch>& leftOut = {});

/// What signalToErrorDb() would be for theta shared or per frame, from the density alone, fit for a live gauge: lost are the
/// samples that nothing covers, and rounding of S to float leaves an error of variance sigma^2 / D[k], sigma^2 = 0.045 eps^2
/// times the mean square of a frame's windowed samples (inverse_test.cpp: within 2 dB of the true one; for spectra kept in
/// double, where the rounding of the FFTs counts as well, it is only an order of magnitude). Nothing if s is silent or theta
/// varies along frequency.
std::optional<double> expectedSnrDb(const std::vector<double>& signal, const SpectrumOrigin& origin, ThreadPool& pool);

} // namespace thetascope
