// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thetascope {
namespace {

/// Length of the default support: long enough to tell neighbouring semitones above 200 Hz apart.
constexpr double defaultSupportSeconds = 0.093;
constexpr int smallestDefaultSupport = 16;
/// Default hop as a fraction of the support: one sixteenth.
constexpr double framesPerSupport = 16;
/// Default distance between knots: bins, and a share of the support.
constexpr int binsPerKnot = 6;
constexpr double supportsPerKnot = 3.0 / 16;
/// Default lower bound of theta.
constexpr double shortestWindow = 4, hopsPerShortest = 2, largestShortestShare = 0.25;

} // namespace

int defaultSupport(double sampleRate) {
    const double exponent = std::round(std::log2(sampleRate * defaultSupportSeconds));
    const double support = std::exp2(exponent);
    if (!(support > smallestDefaultSupport))
        return smallestDefaultSupport;
    return static_cast<int>(std::min(support, static_cast<double>(largestSupport)));
}

ThetaGrid defaultThetaGrid(int support, double hop) {
    const double frames = std::round(supportsPerKnot * support / hop);
    return {binsPerKnot, static_cast<int>(std::clamp(frames, 1.0, static_cast<double>(largestSupport)))};
}

double defaultThetaMin(int support, double hop, ThetaGrid knots) {
    if (knots == ThetaGrid{})
        return shortestWindow;
    return std::max(shortestWindow, std::min(hopsPerShortest * hop, largestShortestShare * support));
}

int frameCount(FrameLayout layout, int signalLength, int support, double hop) {
    const double span = layout == FrameLayout::cover ? signalLength : std::max(0, signalLength - support);
    const double count = 1 + std::floor(span / hop);
    return static_cast<int>(std::min(count, static_cast<double>(std::numeric_limits<int>::max())));
}

ResolvedSettings resolve(const Settings& settings, int length, double sampleRate) {
    ResolvedSettings resolved;
    static_cast<Settings&>(resolved) = settings;
    resolved.N = settings.support.value_or(defaultSupport(sampleRate));
    resolved.H = settings.hop.value_or(resolved.N / framesPerSupport);
    resolved.thetaUpper = settings.thetaMax.value_or(resolved.N - 1.0);
    resolved.knots = settings.thetaGrid.value_or(defaultThetaGrid(resolved.N, resolved.H));
    const double shortest = shortestWindow < resolved.thetaUpper ? shortestWindow : 0.5 * resolved.thetaUpper;
    const double room = std::max(shortest, std::min(settings.theta.value_or(resolved.N), 0.5 * resolved.thetaUpper));
    resolved.thetaLower = settings.thetaMin.value_or(std::min(defaultThetaMin(resolved.N, resolved.H, resolved.knots), room));
    const double middle = std::max(resolved.thetaLower, std::min(0.5 * resolved.N, resolved.thetaUpper));
    resolved.theta0 = settings.theta.value_or(middle);
    resolved.T = frameCount(settings.frames, length, resolved.N, resolved.H);
    resolved.F = resolved.N / 2 + 1;
    resolved.support = resolved.N;
    resolved.hop = resolved.H;
    resolved.thetaGrid = resolved.knots;
    if (settings.thetaStart == ThetaStart::constant)
        resolved.theta = resolved.theta0;
    resolved.thetaMin = resolved.thetaLower;
    resolved.thetaMax = resolved.thetaUpper;
    return resolved;
}

Vector framePositions(FrameLayout layout, int support, double hop, int frames) {
    const double first = layout == FrameLayout::cover ? -0.5 * (support - 1) : 0.0;
    Vector positions(frames);
    for (int i = 0; i < frames; ++i)
        positions[i] = first + i * hop;
    return positions;
}

Tiling initialTiling(const ResolvedSettings& settings) {
    Tiling tiling;
    tiling.support = settings.N;
    tiling.mode = settings.thetaMode;
    tiling.theta.setConstant(thetaRows(settings.thetaMode, settings.T), thetaCols(settings.thetaMode, settings.F),
                             settings.theta0);
    tiling.positions = framePositions(settings.frames, settings.N, settings.H, settings.T);
    return tiling;
}

} // namespace thetascope
