// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/signal.h"

#include <cstdint>

namespace thetascope::testing {

/// A random signal, a tiling of random theta in [thetaMin, N-1] and random non-integer positions with frames over both
/// ends, and a random cotangent: what engines are compared on. Same seed, same case.
struct RandomCase {
    Signal signal;
    Tiling tiling;
    ComplexFrames cotangent;
};

struct RandomCaseSpec {
    ThetaMode mode = ThetaMode::shared;
    int support = 64;
    int frames = 9;
    int length = 300;
    double thetaMin = 4;
    bool gridPositions = false; ///< centres on the sample grid or midway, so that the direct engine folds
    std::uint64_t seed = 1;
};

RandomCase makeRandomCase(const RandomCaseSpec& spec);

} // namespace thetascope::testing
