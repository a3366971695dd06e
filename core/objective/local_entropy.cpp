// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/local_entropy.h"

#include "core/objective/peak.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

/// Sums over the cells of a tile or patch, q = |S| / peak; and, later, what multiplies their slopes.
struct Sums {
    double total = 0, weighted = 0, energy = 0; ///< sum q, sum q ln q, sum q^2

    Sums& operator+=(const Sums& other) {
        total += other.total;
        weighted += other.weighted;
        energy += other.energy;
        return *this;
    }
    double entropy() const { return std::log(total) - weighted / total; }
};

/// Half-patches of `frames` x `bins` cells, the last ones smaller: a patch is two by two of them.
struct Tiles {
    Tiles(Eigen::Index rows, Eigen::Index cols, Eigen::Index height, Eigen::Index width)
        : down((rows + height - 1) / height), right((cols + width - 1) / width), frames(height), bins(width),
          sums(static_cast<std::size_t>(down * right)) {}

    Sums& at(Eigen::Index row, Eigen::Index col) { return sums[static_cast<std::size_t>(row * right + col)]; }
    Sums& of(Eigen::Index frame, Eigen::Index bin) { return at(frame / frames, bin / bins); }

    /// Calls visit(row, col of a tile) for the tiles of the patch that begins at one.
    template <class Visit>
    void forTiles(Eigen::Index row, Eigen::Index col, Visit visit) const {
        for (Eigen::Index r = row; r < std::min(row + 2, down); ++r)
            for (Eigen::Index c = col; c < std::min(col + 2, right); ++c) visit(r, c);
    }
    /// Calls visit(row, col) for the first tile of every patch.
    template <class Visit>
    void forPatches(Visit visit) const {
        for (Eigen::Index r = 0; r < std::max<Eigen::Index>(down - 1, 1); ++r)
            for (Eigen::Index c = 0; c < std::max<Eigen::Index>(right - 1, 1); ++c) visit(r, c);
    }

    Eigen::Index down, right, frames, bins;
    std::vector<Sums> sums;
};

double logarithm(double q) {
    return q > 0 ? std::log(q) : 0;
}

} // namespace

TermDescription LocalEntropyTerm::description() {
    return {"local_entropy",
            "Entropy patch by patch, averaged by a low power of the patches' energy: sharpens quiet regions too, not only the "
            "loudest.",
            "L = Σ w H / Σ w over patches,  H = −Σ p ln p,  p = |S| / Σ|S|,  w = (Σ|S|²)^power",
            false,
            {{"frames", "length of a patch", 8, 2, 1024},
             {"bins", "height of a patch", 32, 2, 1048576},
             {"power", "of a patch's energy: 0, all alike; 1, by energy", 0.25, 0, 1}}};
}

LocalEntropyTerm::LocalEntropyTerm(const TermParameters& parameters)
    : m_frames(static_cast<Eigen::Index>(parameters.at("frames")) / 2),
      m_bins(static_cast<Eigen::Index>(parameters.at("bins")) / 2), m_power(parameters.at("power")) {}

double LocalEntropyTerm::value(const TermInput& input) const {
    return evaluate(input.magnitude, 0, nullptr);
}

double LocalEntropyTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    return evaluate(input.magnitude, weight, &gradient.magnitude);
}

double LocalEntropyTerm::evaluate(const RealFrames& magnitude, double weight, RealFrames* gradient) const {
    const double peak = peakMagnitude(magnitude);
    if (peak < silentPeak) return 0;
    Tiles tiles(magnitude.rows(), magnitude.cols(), m_frames, m_bins);
    for (Eigen::Index frame = 0; frame < magnitude.rows(); ++frame)
        for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin) {
            const double q = magnitude(frame, bin) / peak;
            tiles.of(frame, bin) += {q, q * logarithm(q), q * q};
        }
    double total = 0, weights = 0;
    const auto patchSums = [&](Eigen::Index row, Eigen::Index col) {
        Sums sums;
        tiles.forTiles(row, col, [&](Eigen::Index r, Eigen::Index c) { sums += tiles.at(r, c); });
        return sums;
    };
    tiles.forPatches([&](Eigen::Index row, Eigen::Index col) {
        const Sums sums = patchSums(row, col);
        if (!(sums.energy > 0)) return;
        const double w = std::pow(sums.energy, m_power);
        weights += w;
        total += w * sums.entropy();
    });
    const double mean = total / weights;
    if (gradient == nullptr) return mean;

    // dL/dq = sum over a cell's patches of w/W (B/A - ln q)/A + (H - L)/W dw/dE 2q
    Tiles slopes(magnitude.rows(), magnitude.cols(), m_frames, m_bins);
    tiles.forPatches([&](Eigen::Index row, Eigen::Index col) {
        const Sums sums = patchSums(row, col);
        if (!(sums.energy > 0)) return;
        const double w = std::pow(sums.energy, m_power), share = w / weights / sums.total;
        const double byEnergy = (sums.entropy() - mean) / weights * m_power * w / sums.energy * 2;
        tiles.forTiles(row, col, [&](Eigen::Index r, Eigen::Index c) {
            slopes.at(r, c) += {share * sums.weighted / sums.total, share, byEnergy};
        });
    });
    for (Eigen::Index frame = 0; frame < magnitude.rows(); ++frame)
        for (Eigen::Index bin = 0; bin < magnitude.cols(); ++bin) {
            const double q = magnitude(frame, bin) / peak;
            if (!(q > 0)) continue;
            const Sums& slope = slopes.of(frame, bin);
            (*gradient)(frame, bin) += weight * (slope.total - slope.weighted * logarithm(q) + slope.energy * q) / peak;
        }
    return mean;
}

} // namespace thetascope
