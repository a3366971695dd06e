// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/lost_coverage.h"

#include "core/objective/term.h"

#include <cstdio>

namespace thetascope {

double uncoveredShare(const Tiling& tiling, int signalLength) {
    Tiling longest = tiling;
    longest.mode = variesInTime(tiling.mode) ? ThetaMode::time : ThetaMode::shared;
    longest.theta = tiling.theta.rowwise().maxCoeff();
    const RealFrames none; // coverage looks at the tiling alone
    return 1 - makeTerm("coverage", {})->value({none, longest, signalLength});
}

std::string lostCoverage(const Tiling& start, const Tiling& end, int signalLength) {
    const double before = uncoveredShare(start, signalLength), after = uncoveredShare(end, signalLength);
    if (!((after - before) * signalLength >= 1)) return {};
    char text[200];
    std::snprintf(text, sizeof text,
                  "%.2g %% of the signal lies in no window (%.2g %% at the start) and can't be reconstructed; raise theta-min, or "
                  "add -1*coverage to the objective",
                  100 * after, 100 * before);
    return text;
}

} // namespace thetascope
