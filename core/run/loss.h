// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/engine.h"
#include "core/model/snapshot.h"
#include "core/objective/objective.h"

#include <memory>
#include <vector>

namespace thetascope {

/// exact: the exact engine in settings.precision. fast: the fastest engine that is good enough to descend with.
enum class Accuracy { exact, fast };

/// The objective as a function of the tiling: transform, terms and gradients joined. Owned and called by one thread.
class Loss {
public:
    /// In settings.precision; gradients in positions too if settings.positionMode lets them move. The pool must outlive it.
    /// Throws std::invalid_argument for names that checkSettings() rejects.
    Loss(std::shared_ptr<const Signal> signal, const ResolvedSettings& settings, ThreadPool& pool, Accuracy accuracy);

    /// L(tiling); the magnitudes and terms of this evaluation stay readable until the next.
    double value(const Tiling& tiling);

    /// L(tiling) and dL/dtheta, dL/dt_i.
    double gradient(const Tiling& tiling, TilingGradient& gradient);

    const ComplexFrames& spectrum() const { return m_spectrum; } ///< S [T, F] of the last evaluation
    const RealFrames& magnitude() const { return m_magnitude; }  ///< |S| [T, F]
    const std::vector<TermValue>& terms() const { return m_terms; }

    /// Replaces the weights and terms from the next evaluation on.
    void setObjective(Objective objective) { m_objective = std::move(objective); }

private:
    void transform(const Tiling& tiling, Wanted wanted);

    std::shared_ptr<const Signal> m_signal;
    Wanted m_wanted;
    Objective m_objective;
    std::unique_ptr<Engine> m_engine;
    ComplexFrames m_spectrum, m_cotangent;
    RealFrames m_magnitude;
    std::vector<TermValue> m_terms;
    TermGradient m_termGradient;
};

} // namespace thetascope
