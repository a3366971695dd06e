// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/kurtosis.h"

#include "core/objective/peak.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr double inverseScale = 1000; // 1000 / K, as published

/// Moments of one frame's spectrum, in units of its peak.
struct FrameMoments {
    double peak = 0, second = 0, fourth = 0; ///< max |S|; mean x^2, mean x^4 with x = |S| / peak

    bool silent() const { return peak < silentPeak; }
    double kurtosis() const { return fourth / (second * second); }
};

FrameMoments moments(const RealFrames& magnitude, Eigen::Index frame) {
    FrameMoments result;
    result.peak = peakMagnitude(magnitude.row(frame));
    if (result.silent())
        return result;
    const double bins = static_cast<double>(magnitude.cols());
    for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin) {
        const double x = magnitude(frame, bin) / result.peak, square = x * x;
        result.second += square / bins;
        result.fourth += square * square / bins;
    }
    return result;
}

/// lambda_i as half the distance between two frames (first and last: neighbour and itself, whole distance).
struct Stretch {
    Eigen::Index before = 0, after = 0;
    double share = 0.5;
    double weight = 1; ///< lambda_i, not below 0
};

Stretch stretch(const Vector& positions, Eigen::Index frame) {
    const Eigen::Index last = positions.size() - 1;
    if (last == 0)
        return {0, 0, 0, 1};
    Stretch result;
    result.before = std::max<Eigen::Index>(frame - 1, 0);
    result.after = std::min(frame + 1, last);
    result.share = frame == 0 || frame == last ? 1.0 : 0.5;
    const double distance = positions[result.after] - positions[result.before];
    result.weight = distance <= 0 ? 0 : result.share * distance;
    return result;
}

/// The sums of K: sum lambda_i K_i and sum lambda_i over frames that are not silent.
struct Mean {
    std::vector<FrameMoments> frames;
    double weighted = 0, weights = 0;

    double kurtosis() const { return weighted / weights; }
};

Mean meanOver(const TermInput& input) {
    Mean mean;
    mean.frames.reserve(static_cast<std::size_t>(input.magnitude.rows()));
    for (Eigen::Index frame = 0; frame < input.magnitude.rows(); ++frame) {
        mean.frames.push_back(moments(input.magnitude, frame));
        if (mean.frames.back().silent())
            continue;
        const double weight = stretch(input.tiling.positions, frame).weight;
        mean.weighted += weight * mean.frames.back().kurtosis();
        mean.weights += weight;
    }
    return mean;
}

/// Adds scale dK_i/d|S_i| = scale 4 |S| / (F A^2) (|S|^2 - B / A), A and B the second and fourth moment.
void addFrameSlope(const RealFrames& magnitude, Eigen::Index frame, const FrameMoments& of, double scale,
                   RealFrames& gradient) {
    const double ratio = of.fourth / of.second;
    const double slope = 4 * scale / (static_cast<double>(magnitude.cols()) * of.second * of.second);
    for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin) {
        const double x = magnitude(frame, bin) / of.peak;
        gradient(frame, bin) += slope * x * (x * x - ratio) / of.peak;
    }
}

} // namespace

TermDescription KurtosisTerm::description() {
    return {"kurtosis",
            "How peaked each frame's spectrum is, averaged over time; good is large, so give it a negative weight "
            "(or a positive one with inverse=1).",
            "K = Σ λᵢ Kᵢ / Σ λᵢ,  Kᵢ = mean |S|⁴ / (mean |S|²)² over bins,  λᵢ the distance to the neighbouring frames",
            true,
            {{"inverse", "0: K, to be maximised; 1: 1000 / K, to be minimised", 0, 0, 1}}};
}

KurtosisTerm::KurtosisTerm(const TermParameters& parameters) : m_inverse(parameters.at("inverse") != 0) {}

double KurtosisTerm::value(const TermInput& input) const {
    const Mean mean = meanOver(input);
    if (mean.weights == 0)
        return 0;
    return m_inverse ? inverseScale / mean.kurtosis() : mean.kurtosis();
}

double KurtosisTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const Mean mean = meanOver(input);
    if (mean.weights == 0)
        return 0;
    const double kurtosis = mean.kurtosis();
    const double outer = weight * (m_inverse ? -inverseScale / (kurtosis * kurtosis) : 1.0) / mean.weights;
    for (Eigen::Index frame = 0; frame < input.magnitude.rows(); ++frame) {
        const FrameMoments& of = mean.frames[static_cast<std::size_t>(frame)];
        const Stretch span = stretch(input.tiling.positions, frame);
        if (of.silent() || span.weight == 0)
            continue;
        addFrameSlope(input.magnitude, frame, of, outer * span.weight, gradient.magnitude);
        const double moved = outer * (of.kurtosis() - kurtosis) * span.share;
        gradient.tiling.positions[span.after] += moved;
        gradient.tiling.positions[span.before] -= moved;
    }
    return m_inverse ? inverseScale / kurtosis : kurtosis;
}

} // namespace thetascope
