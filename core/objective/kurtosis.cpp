// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/kurtosis.h"

#include "core/objective/peak.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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
    double weight = 1; ///< lambda_i >= 0
};

/// Of every frame, its neighbours being those next to it in the signal, whatever their numbers.
std::vector<Stretch> stretches(const Vector& positions) {
    const Eigen::Index count = positions.size(), last = count - 1;
    std::vector<Stretch> all(static_cast<std::size_t>(count));
    if (count == 1) {
        all[0].share = 0;
        return all;
    }
    if (!positions.isFinite().all()) { // no order to speak of
        for (Stretch& each : all) each.weight = std::numeric_limits<double>::quiet_NaN();
        return all;
    }
    std::vector<Eigen::Index> order(all.size());
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return positions[a] < positions[b]; });
    const auto at = [&](Eigen::Index rank) { return order[static_cast<std::size_t>(std::clamp<Eigen::Index>(rank, 0, last))]; };
    for (Eigen::Index rank = 0; rank < count; ++rank) {
        Stretch& of = all[static_cast<std::size_t>(at(rank))];
        of.before = at(rank - 1);
        of.after = at(rank + 1);
        of.share = rank == 0 || rank == last ? 1.0 : 0.5;
        of.weight = of.share * (positions[of.after] - positions[of.before]);
    }
    return all;
}

/// How frames are weighted, and what of their kurtosis is averaged.
enum Spacing { alike = 0, byDistance = 1, byFixedDistance = 2 };
enum Inverse { plain = 0, inverseOfMean = 1, meanOfInverses = 2 };

/// The sums of the mean: sum lambda_i k_i and sum lambda_i over frames that are not silent.
struct Mean {
    std::vector<Stretch> stretches;
    double weighted = 0, weights = 0;

    double value() const { return weighted / weights; }
};

Mean meanOver(std::span<const MomentTerm::FrameValue> frames, const Vector& positions, int spacing) {
    Mean mean;
    mean.stretches = stretches(positions);
    for (std::size_t frame = 0; frame < frames.size(); ++frame) {
        if (frames[frame].silent)
            continue;
        const double weight = spacing == alike ? 1 : mean.stretches[frame].weight;
        mean.weighted += weight * frames[frame].value;
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
            {{"inverse", "0: K, to be maximised; 1: 1000 / K, to be minimised; 2: the mean of 1000 / Kᵢ, to be minimised", 0, 0, 2},
             {"spacing", "1: λ as above; 2: λ without its own gradient; 0: every frame alike", 1, 0, 2}}};
}

KurtosisTerm::KurtosisTerm(const TermParameters& parameters)
    : m_inverse(static_cast<int>(parameters.at("inverse"))), m_spacing(static_cast<int>(parameters.at("spacing"))) {}

double KurtosisTerm::frameValue(double kurtosis) const {
    return m_inverse == meanOfInverses ? inverseScale / kurtosis : kurtosis;
}

double KurtosisTerm::frameSlope(double kurtosis) const {
    return m_inverse == meanOfInverses ? -inverseScale / (kurtosis * kurtosis) : 1;
}

MomentTerm::FrameValue KurtosisTerm::ofFrame(double second, double fourth, int bins) const {
    if (!(second > 0))
        return {};
    const double kurtosis = bins * fourth / (second * second), slope = frameSlope(kurtosis);
    return {frameValue(kurtosis), slope * -2 * kurtosis / second, slope * bins / (second * second), false};
}

double KurtosisTerm::combine(std::span<const FrameValue> frames, const Vector& positions, double weight, std::span<double> slopes,
                             TilingGradient& gradient) const {
    std::fill(slopes.begin(), slopes.end(), 0.0);
    const Mean mean = meanOver(frames, positions, m_spacing);
    if (mean.weights == 0)
        return 0;
    const double value = mean.value();
    const double outer = weight * (m_inverse == inverseOfMean ? -inverseScale / (value * value) : 1.0) / mean.weights;
    for (std::size_t frame = 0; frame < frames.size(); ++frame) {
        const Stretch& span = mean.stretches[frame];
        const double share = m_spacing == alike ? 1 : span.weight;
        if (frames[frame].silent || share == 0)
            continue;
        slopes[frame] = outer * share;
        if (m_spacing != byDistance)
            continue;
        const double moved = outer * (frames[frame].value - value) * span.share;
        gradient.positions[span.after] += moved;
        gradient.positions[span.before] -= moved;
    }
    return m_inverse == inverseOfMean ? inverseScale / value : value;
}

double KurtosisTerm::value(const TermInput& input) const {
    std::vector<FrameValue> frames;
    for (Eigen::Index frame = 0; frame < input.magnitude.rows(); ++frame) {
        const FrameMoments of = moments(input.magnitude, frame);
        frames.push_back(of.silent() ? FrameValue{} : FrameValue{frameValue(of.kurtosis()), 0, 0, false});
    }
    const Mean mean = meanOver(frames, input.tiling.positions, m_spacing);
    if (mean.weights == 0)
        return 0;
    return m_inverse == inverseOfMean ? inverseScale / mean.value() : mean.value();
}

double KurtosisTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    std::vector<FrameMoments> ofFrames;
    std::vector<FrameValue> frames;
    for (Eigen::Index frame = 0; frame < input.magnitude.rows(); ++frame) {
        const FrameMoments& of = ofFrames.emplace_back(moments(input.magnitude, frame));
        frames.push_back(of.silent() ? FrameValue{} : FrameValue{frameValue(of.kurtosis()), 0, 0, false});
    }
    std::vector<double> slopes(frames.size());
    const double value = combine(frames, input.tiling.positions, weight, slopes, gradient.tiling);
    for (std::size_t frame = 0; frame < frames.size(); ++frame)
        if (slopes[frame] != 0)
            addFrameSlope(input.magnitude, static_cast<Eigen::Index>(frame), ofFrames[frame],
                          slopes[frame] * frameSlope(ofFrames[frame].kurtosis()), gradient.magnitude);
    return value;
}

} // namespace thetascope
