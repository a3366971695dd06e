// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/engine.h"
#include "core/model/snapshot.h"
#include "core/objective/objective.h"

#include <memory>
#include <vector>

namespace thetascope {

/// The objective as a function of the tiling: transform, terms and gradients joined. Owned and called by one thread.
class Loss {
public:
    virtual ~Loss() = default;

    /// L(tiling) and dL/dtheta, dL/dt_i (zero unless settings.positionMode lets them move).
    virtual double gradient(const Tiling& tiling, TilingGradient& gradient) = 0;

    /// |S| [T, F] of the last evaluation, as views draw it.
    virtual FrameArray<float> picture() = 0;

    /// Which engine this is.
    virtual EngineReport engine() const = 0;

    /// The terms of the last evaluation.
    const std::vector<TermValue>& terms() const { return m_terms; }

protected:
    std::vector<TermValue> m_terms;
};

/// Two passes: forward for all of S, the terms, then backward. Any objective; the exact engine, or an interpolating one.
class TwoPassLoss : public Loss {
public:
    /// The pool, which must outlive the loss, is shared with the terms.
    TwoPassLoss(std::shared_ptr<const Signal> signal, Objective objective, std::unique_ptr<Engine> engine, Wanted wanted,
                ThreadPool& pool)
        : m_signal(std::move(signal)), m_objective(std::move(objective)), m_engine(std::move(engine)), m_wanted(wanted),
          m_pool(pool) {}

    /// L(tiling) alone.
    double value(const Tiling& tiling);
    double gradient(const Tiling& tiling, TilingGradient& gradient) override;
    /// L(tiling), and the gradient of every term by itself, times its weight, in the order of terms(): one backward pass for each
    /// that looks at the spectrogram.
    double gradients(const Tiling& tiling, std::vector<TilingGradient>& gradients);

    FrameArray<float> picture() override { return m_magnitude.cast<float>(); }
    EngineReport engine() const override { return m_engine->report(); }
    const ComplexFrames& spectrum() const { return m_spectrum; } ///< S [T, F] of the last evaluation
    ComplexFrames takeSpectrum() { return std::move(m_spectrum); } ///< the same, for good: the loss has none until the next
    const RealFrames& magnitude() const { return m_magnitude; }  ///< |S| [T, F]

private:
    void transform(const Tiling& tiling, Wanted wanted);
    void pullBack(bool viaSpectrogram, TilingGradient& gradient);

    std::shared_ptr<const Signal> m_signal;
    Objective m_objective;
    std::unique_ptr<Engine> m_engine;
    Wanted m_wanted;
    ThreadPool& m_pool;
    ComplexFrames m_spectrum, m_cotangent;
    RealFrames m_magnitude;
    TermGradient m_termGradient;
};

/// The judge: two passes over the exact engine, in settings.precision. Throws std::invalid_argument for names that
/// checkSettings() rejects. The pool must outlive the loss.
std::unique_ptr<TwoPassLoss> makeExactLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool);

/// For descents on several objectives at once: two passes over the engine that is good enough to descend with.
std::unique_ptr<TwoPassLoss> makeTermwiseLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool);

/// How a descent evaluates its objective: see makeDescentLoss().
enum class DescentWay { onePassTangents, onePassPairs, onePassCache, onePassSums, twoPassCache, twoPassExact };

/// The way that makeDescentLoss() takes. Throws std::invalid_argument for names that checkSettings() rejects.
DescentWay descentWay(const ResolvedSettings& settings);

/// The fastest loss that is good enough to descend with, by what is to be descended on:
///   theta shared or per frame, one separable spectrogram term:  one pass over tangent rows (one complex FFT per frame; 1.5 with
///                                                               positions), exact to rounding in settings.precision
///   theta shared or per frame, one term of every frame's moments (kurtosis): one pass over pairs of frames, one complex FFT per
///                                                               frame whatever the parameters, exact to rounding
///   theta per frequency or cell, frames fixed, smooth taper, float: one pass over the interval cache if the spectrogram term
///                                                               separates, else two passes over it
///   theta per frequency or cell otherwise, one separable spectrogram term: one pass over direct sums, exact to rounding in
///                                                               settings.precision (also with settings.engine exact)
///   anything else:                                              makeExactLoss()
std::unique_ptr<Loss> makeDescentLoss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool);

} // namespace thetascope
