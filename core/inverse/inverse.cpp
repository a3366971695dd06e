// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inverse/inverse.h"

#include "core/inverse/frame_density.h"
#include "core/inverse/frame_operator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace thetascope {
namespace {

/// Of a rounded number of random mantissa m in [1, 2), over (eps x)^2: the mean of 1/m^2 over 12.
constexpr double roundingVariance = 0.541 / 12;

void checkShapes(const ComplexFrames& spectrum, const SpectrumOrigin& origin) {
    const Tiling& tiling = origin.tiling;
    const bool fits = spectrum.rows() == tiling.frames() && spectrum.cols() == tiling.bins()
                      && tiling.theta.rows() == thetaRows(tiling.mode, tiling.frames())
                      && tiling.theta.cols() == thetaCols(tiling.mode, tiling.bins());
    if (!fits)
        throw std::invalid_argument("reconstruct: the spectrum doesn't have the tiling's shape");
}

/// 1/D, and 0 in the stretches.
std::vector<double> reciprocalOf(std::vector<double> density, const std::vector<Stretch>& uncovered) {
    for (const Stretch& stretch : uncovered)
        std::fill(density.begin() + stretch.begin, density.begin() + stretch.end, 0.0);
    for (double& value : density)
        value = value > 0 ? 1 / value : 0;
    return density;
}

/// max D / min D where D > 0, from 1/D.
double conditioningOf(const std::vector<double>& reciprocal) {
    double most = 0, least = std::numeric_limits<double>::infinity();
    for (const double value : reciprocal) {
        if (value <= 0)
            continue;
        most = std::max(most, value);
        least = std::min(least, value);
    }
    return most > 0 ? most / least : 0;
}

void solve(FrameOperator& frames, const std::vector<double>& projected, const std::vector<double>& reciprocal,
           const SolverLimits& limits, Reconstruction& result) {
    ComplexFrames spectrum;
    const auto apply = [&](const std::vector<double>& x, std::vector<double>& product) {
        frames.analyse(x, spectrum);
        frames.synthesise(spectrum, product);
    };
    result.solver = solveByConjugateGradients(apply, projected, reciprocal, limits, result.samples);
}

} // namespace

Reconstruction reconstruct(const ComplexFrames& spectrum, const SpectrumOrigin& origin, const SolverLimits& limits,
                           ThreadPool& pool) {
    checkShapes(spectrum, origin);
    Reconstruction result;
    const std::vector<double> density = frameDensity(origin.tiling, *origin.taper, origin.normalisation, origin.length,
            pool);
    result.uncovered = uncoveredStretches(density, densityFloor(origin.stored));
    result.unseen = unseenShare(origin.tiling, origin.length);
    const std::vector<double> reciprocal = reciprocalOf(density, result.uncovered);
    result.conditioning = conditioningOf(reciprocal);
    result.exact = hasDualWindow(origin.tiling.mode);

    FrameOperator frames(origin.tiling, origin.taper, origin.normalisation, origin.length, Precision::doublePrecision, pool);
    std::vector<double> projected;
    frames.synthesise(spectrum, projected);
    result.samples.resize(projected.size());
    for (std::size_t k = 0; k < projected.size(); ++k) // the dual window; where theta varies along frequency, a first guess
        result.samples[k] = projected[k] * reciprocal[k];
    if (!result.exact)
        solve(frames, projected, reciprocal, limits, result);
    return result;
}

std::optional<double> signalToErrorDb(const std::vector<double>& signal, const std::vector<double>& estimate,
                                      const std::vector<Stretch>& leftOut) {
    double power = 0, error = 0;
    const auto add = [&](int begin, int end) {
        for (int k = begin; k < end; ++k) {
            const auto at = static_cast<std::size_t>(k);
            power += signal[at] * signal[at];
            error += (signal[at] - estimate[at]) * (signal[at] - estimate[at]);
        }
    };
    int from = 0;
    for (const Stretch& stretch : leftOut) {
        add(from, stretch.begin);
        from = stretch.end;
    }
    add(from, static_cast<int>(signal.size()));
    if (!(power > 0))
        return std::nullopt;
    return error > 0 ? 10 * std::log10(power / error) : std::numeric_limits<double>::infinity();
}

std::optional<double> expectedSnrDb(const std::vector<double>& signal, const SpectrumOrigin& origin, ThreadPool& pool) {
    if (!hasDualWindow(origin.tiling.mode))
        return std::nullopt;
    const std::vector<double> density = frameDensity(origin.tiling, *origin.taper, origin.normalisation, origin.length,
            pool);
    const std::vector<double> reciprocal = reciprocalOf(density, uncoveredStretches(density, densityFloor(origin.stored)));
    const double epsilon = origin.stored == Precision::doublePrecision ? std::numeric_limits<double>::epsilon()
                                                                       : double(std::numeric_limits<float>::epsilon());
    double power = 0, lost = 0, seen = 0, gain = 0;
    for (std::size_t k = 0; k < signal.size(); ++k) {
        const double energy = signal[k] * signal[k];
        power += energy;
        (reciprocal[k] > 0 ? seen : lost) += reciprocal[k] > 0 ? density[k] * energy : energy;
        gain += reciprocal[k];
    }
    if (!(power > 0))
        return std::nullopt;
    const double points = static_cast<double>(origin.tiling.frames()) * origin.tiling.support;
    const double rounding = roundingVariance * epsilon * epsilon * seen / points * gain;
    return 10 * std::log10(power / (lost + rounding));
}

} // namespace thetascope
