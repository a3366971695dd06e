// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choice/candidates.h"

#include "core/dstft/engine.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace thetascope {
namespace {

constexpr double shortestListed = 64, longestListed = 4096;

} // namespace

std::vector<double> defaultThetaList(const ResolvedSettings& settings) {
    std::vector<double> thetas;
    for (double theta = shortestListed; theta <= longestListed; theta *= 2) {
        if (theta < settings.thetaLower)
            continue;
        thetas.push_back(std::min(theta, settings.thetaUpper));
        if (theta >= settings.thetaUpper)
            break;
    }
    if (thetas.empty())
        thetas.push_back(settings.thetaUpper);
    return thetas;
}

std::vector<double> thetaGridOf(const ResolvedSettings& settings, int count) {
    std::vector<double> thetas;
    const double ratio = std::log(settings.thetaUpper / settings.thetaLower);
    for (int i = 0; i < count; ++i)
        thetas.push_back(std::min(settings.thetaUpper, settings.thetaLower * std::exp(ratio * i / (count - 1))));
    return thetas;
}

Candidates makeCandidates(const Signal& signal, const ResolvedSettings& settings, const Tiling& grid,
        std::vector<double> thetas,
                          ThreadPool& pool) {
    if (thetas.empty())
        throw std::invalid_argument("makeCandidates: no window lengths");
    std::sort(thetas.begin(), thetas.end());
    Candidates candidates{std::move(thetas), {}, grid, signal.length()};
    candidates.grid.mode = ThetaMode::shared;
    const auto engine = makeExactEngine(signal, makeTaper(settings.window), settings.normalise, Precision::doublePrecision,
            pool);
    ComplexFrames spectrum;
    for (const double theta : candidates.thetas) {
        candidates.grid.theta = RealFrames::Constant(1, 1, theta);
        engine->forward(candidates.grid, {false, false}, spectrum);
        candidates.magnitude.push_back(spectrum.abs());
    }
    return candidates;
}

Tiling tilingOf(const Candidates& candidates, const ThetaChoice& choice) {
    Tiling tiling = candidates.grid;
    tiling.mode = choice.mode;
    tiling.theta = choice.index.unaryExpr([&](int k) { return candidates.thetas[static_cast<std::size_t>(k)]; });
    return tiling;
}

RealFrames magnitudeOf(const Candidates& candidates, const ThetaChoice& choice) {
    const RealFrames& first = candidates.magnitude.front();
    RealFrames magnitude(first.rows(), first.cols());
    const bool byFrame = choice.index.rows() > 1, byBin = choice.index.cols() > 1;
    for (Eigen::Index i = 0; i < magnitude.rows(); ++i)
        for (Eigen::Index f = 0; f < magnitude.cols(); ++f) {
            const int k = choice.index(byFrame ? i : 0, byBin ? f : 0);
            magnitude(i, f) = candidates.magnitude[static_cast<std::size_t>(k)](i, f);
        }
    return magnitude;
}

} // namespace thetascope
