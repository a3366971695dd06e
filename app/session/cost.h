// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/memory_forecast.h"

#include <array>
#include <string>

namespace thetascope {

/// What a descent would take.
struct RunCost {
    double cells = 0;   ///< T F
    double bytes = 0;   ///< of memory at its peak, the program's own not counted
    double seconds = 0; ///< for all the iterations it may take; most descents end earlier

    /// Whether a person should be asked first.
    bool large() const;
    /// "862 × 2049 cells, 0.3 GB, at most 4 min".
    std::string sentence() const;

    int frames = 0, bins = 0;
};

/// What goes with a run in the window.
MemoryUse windowUse();

/// Estimates descents from the time that those before took per cell and iteration, by how theta varies. GUI thread.
class CostModel {
public:
    RunCost estimate(const ResolvedSettings& settings, const MemoryUse& use) const;
    /// A descent took that long per iteration.
    void learn(const ResolvedSettings& settings, double millisecondsPerIteration);

    /// ns per cell and iteration, by ThetaMode; to be remembered between sessions.
    const std::array<double, 4>& nanoseconds() const { return m_nanoseconds; }
    void setNanoseconds(const std::array<double, 4>& nanoseconds) { m_nanoseconds = nanoseconds; }

private:
    /// Measured on the two-core machine of README's tables until a run has been seen.
    std::array<double, 4> m_nanoseconds{60, 60, 250, 280};
};

} // namespace thetascope
