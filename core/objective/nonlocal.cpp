// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/nonlocal.h"

#include "core/objective/peak.h"
#include "core/objective/variation.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

namespace {

constexpr Eigen::Index patchRadius = 1; // 3 x 3
constexpr double floorShare = 1e-3;     // of the peak: 60 dB below it all cells look alike

RealFrames levels(const RealFrames& magnitude) {
    const double peak = peakMagnitude(magnitude);
    if (!(peak > silentPeak)) return RealFrames::Zero(magnitude.rows(), magnitude.cols());
    return (magnitude / peak + floorShare).log();
}

/// Mean over a window of +-radius cells along the rows (or columns), fewer at the edges.
RealFrames boxMean(const RealFrames& values, bool alongRows) {
    RealFrames mean(values.rows(), values.cols());
    const Eigen::Index size = alongRows ? values.rows() : values.cols();
    for (Eigen::Index k = 0; k < size; ++k) {
        const Eigen::Index first = std::max<Eigen::Index>(0, k - patchRadius), last = std::min(size - 1, k + patchRadius);
        const double count = static_cast<double>(last - first + 1);
        if (alongRows)
            mean.row(k) = values.middleRows(first, last - first + 1).colwise().sum() / count;
        else
            mean.col(k) = values.middleCols(first, last - first + 1).rowwise().sum() / count;
    }
    return mean;
}

/// d^2 of every cell to the one `down` and `right` further, [rows, cols] of the map; 0 where that lies outside.
RealFrames distances(const RealFrames& level, Eigen::Index down, Eigen::Index right, bool alongRows, bool alongCols) {
    RealFrames square = RealFrames::Zero(level.rows(), level.cols());
    const Eigen::Index rows = level.rows() - down, cols = level.cols() - std::abs(right);
    const Eigen::Index from = std::max<Eigen::Index>(0, -right);
    if (rows <= 0 || cols <= 0) return RealFrames::Zero(alongRows ? level.rows() : 1, alongCols ? level.cols() : 1);
    square.block(0, from, rows, cols) =
        (level.block(down, from + right, rows, cols) - level.block(0, from, rows, cols)).square();
    if (alongRows) square = boxMean(square, true);
    if (alongCols) square = boxMean(square, false);
    if (!alongRows) return square.colwise().mean();
    if (!alongCols) return square.rowwise().mean();
    return square;
}

} // namespace

TermDescription NonlocalTerm::description() {
    return {"nonlocal",
            "Window lengths agree where the sound looks alike, and are free where it changes: total variation over a "
            "neighbourhood, weighted by the likeness of patches of the spectrogram at the start.",
            "R = mean √(Σ γ (θ − θ′)² + ε),  γ = exp(−mean (L − L′)² / strength²) over 3×3 patches, L = ln |S|",
            false,
            {{"search", "cells to every side that are compared", 2, 1, 8},
             {"strength", "difference of level, in nepers (8.7 dB), at which likeness falls to 1/e", 1, 0.01, 100},
             {"log", "0: differences of θ in samples; 1: of ln θ, relative changes", 1, 0, 1}}};
}

NonlocalTerm::NonlocalTerm(const TermParameters& parameters, TermContext context)
    : m_context(std::move(context)), m_search(static_cast<Eigen::Index>(parameters.at("search"))),
      m_strength(parameters.at("strength")), m_log(parameters.at("log") != 0) {}

void NonlocalTerm::prepare(Eigen::Index rows, Eigen::Index cols) const {
    if (!m_pairs.empty() && rows == m_rows && cols == m_cols) return;
    m_pairs.clear();
    m_rows = rows;
    m_cols = cols;
    const bool alongRows = rows > 1, alongCols = cols > 1;
    const RealFrames level = m_context.reference ? levels(m_context.reference()) : RealFrames();
    const bool known = (!alongRows || level.rows() == rows) && (!alongCols || level.cols() == cols) && level.size() > 0;
    const Eigen::Index down = alongRows ? m_search : 0, right = alongCols ? m_search : 0;
    for (Eigen::Index r = 0; r <= down; ++r)
        for (Eigen::Index c = r == 0 ? 1 : -right; c <= right; ++c) {
            Pair pair{r, c, {}};
            if (known)
                pair.gamma = (distances(level, r, c, alongRows, alongCols) / -(m_strength * m_strength)).exp().cast<float>();
            m_pairs.push_back(std::move(pair));
        }
}

double NonlocalTerm::evaluate(const TermInput& input, RealFrames* slope) const {
    const RealFrames& theta = input.tiling.theta;
    std::vector<Neighbour> neighbours;
    {
        const std::lock_guard lock(m_mutex);
        prepare(theta.rows(), theta.cols());
        for (const Pair& pair : m_pairs) neighbours.push_back({pair.rows, pair.cols, pair.gamma.size() > 0 ? &pair.gamma : nullptr});
    }
    return variation(m_log ? RealFrames(theta.log()) : theta, neighbours, slope);
}

double NonlocalTerm::value(const TermInput& input) const {
    return evaluate(input, nullptr);
}

double NonlocalTerm::addGradient(const TermInput& input, double weight, TermGradient& gradient) const {
    const RealFrames& theta = input.tiling.theta;
    RealFrames slope = RealFrames::Zero(theta.rows(), theta.cols());
    const double mean = evaluate(input, &slope);
    if (m_log) slope /= theta;
    gradient.tiling.theta += weight * slope;
    return mean;
}

} // namespace thetascope
