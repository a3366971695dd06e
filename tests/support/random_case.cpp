// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_case.h"

#include <cmath>
#include <random>

namespace thetascope::testing {

RandomCase makeRandomCase(const RandomCaseSpec& spec) {
    std::mt19937_64 engine(spec.seed);
    std::uniform_real_distribution<double> unit(0, 1);
    const auto uniform = [&](double lower, double upper) { return lower + (upper - lower) * unit(engine); };

    RandomCase result;
    result.signal.sampleRate = 1;
    for (int k = 0; k < spec.length; ++k) result.signal.samples.push_back(std::sin(0.001 * k * k) + uniform(-0.3, 0.3));

    Tiling& tiling = result.tiling;
    tiling.support = spec.support;
    tiling.mode = spec.mode;
    tiling.positions.resize(spec.frames);
    for (int i = 0; i < spec.frames; ++i) {
        const double position = -0.7 * spec.support + i * (spec.length + 0.4 * spec.support) / (spec.frames - 1) + uniform(-3, 3);
        tiling.positions[i] = spec.gridPositions ? std::round(position * 2) / 2 : position;
    }
    tiling.theta.resize(thetaRows(spec.mode, spec.frames), thetaCols(spec.mode, tiling.bins()));
    for (double& theta : tiling.theta.reshaped()) theta = uniform(spec.thetaMin, spec.support - 1);

    result.cotangent.resize(spec.frames, tiling.bins());
    for (auto& g : result.cotangent.reshaped()) g = {uniform(-1, 1), uniform(-1, 1)};
    return result;
}

} // namespace thetascope::testing
