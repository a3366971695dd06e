// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choice/concentration_part.h"

#include "core/objective/peak.h"
#include "core/objective/power_sums.h"

#include <algorithm>

namespace thetascope {
namespace {

/// Cells from (top, left), `rows` x `cols` of them.
struct Rectangle {
    Eigen::Index top = 0, left = 0, rows = 0, cols = 0;
};

/// The cells that share the entry (row, col) of a choice on a grid of T x F.
Rectangle cellsOf(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, Eigen::Index T, Eigen::Index F) {
    const bool byFrame = choice.index.rows() > 1, byBin = choice.index.cols() > 1;
    return {byFrame ? row : 0, byBin ? col : 0, byFrame ? 1 : T, byBin ? 1 : F};
}

Rectangle grown(const Rectangle& cells, Neighbourhood half, Eigen::Index T, Eigen::Index F) {
    const Eigen::Index top = std::max<Eigen::Index>(cells.top - half.frames, 0);
    const Eigen::Index left = std::max<Eigen::Index>(cells.left - half.bins, 0);
    return {top, left, std::min(cells.top + cells.rows + half.frames, T) - top,
            std::min(cells.left + cells.cols + half.bins, F) - left};
}

} // namespace

ConcentrationPart::ConcentrationPart(const ConcentrationTerm& term, double weight, const Candidates& candidates)
    : m_term(term), m_weight(weight) {
    double peak = 0;
    for (const RealFrames& magnitude : candidates.magnitude)
        peak = std::max(peak, peakMagnitude(magnitude));
    for (const RealFrames& magnitude : candidates.magnitude) {
        m_energy.push_back(peak < silentPeak ? RealFrames::Zero(magnitude.rows(), magnitude.cols())
                                             : RealFrames((magnitude / peak).square()));
        m_powered.push_back(m_energy.back().unaryExpr([&](double e) { return powerOf(e, term.alpha()); }));
    }
}

void ConcentrationPart::total(const ThetaChoice& choice) {
    const Eigen::Index rows = m_energy.front().rows(), cols = m_energy.front().cols();
    RealFrames energy(rows, cols), powered(rows, cols);
    for (Eigen::Index i = 0; i < rows; ++i)
        for (Eigen::Index f = 0; f < cols; ++f) {
            const int k = choice.index(choice.index.rows() > 1 ? i : 0, choice.index.cols() > 1 ? f : 0);
            energy(i, f) = m_energy[static_cast<std::size_t>(k)](i, f);
            powered(i, f) = m_powered[static_cast<std::size_t>(k)](i, f);
        }
    boxSums(energy, m_term.neighbourhood(), m_total);
    boxSums(powered, m_term.neighbourhood(), m_upper);
    m_shares.resize(rows, cols);
    m_sum = {};
    for (Eigen::Index c = 0; c < m_total.size(); ++c) {
        const Share share = m_term.shareOf(m_total.data()[c], m_upper.data()[c]);
        m_shares.data()[c] = share;
        m_sum.weight += share.weight;
        m_sum.weighted += share.weighted;
    }
}

template <class Visit>
void ConcentrationPart::forChanged(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to, Visit visit) const {
    const Eigen::Index rows = m_total.rows(), cols = m_total.cols();
    const Rectangle cells = cellsOf(choice, row, col, rows, cols);
    const Rectangle around = grown(cells, m_term.neighbourhood(), rows, cols);
    const auto from = static_cast<std::size_t>(choice.index(row, col)), next = static_cast<std::size_t>(to);
    const auto change = [&](const std::vector<RealFrames>& of) {
        return of[next].block(cells.top, cells.left, cells.rows, cells.cols)
               - of[from].block(cells.top, cells.left, cells.rows, cells.cols);
    };
    if (cells.rows == 1 && cells.cols == 1) { // every neighbourhood that has the cell changes alike
        const double energy = change(m_energy)(0, 0), powered = change(m_powered)(0, 0);
        for (Eigen::Index i = around.top; i < around.top + around.rows; ++i)
            for (Eigen::Index f = around.left; f < around.left + around.cols; ++f)
                visit(i, f, energy, powered);
        return;
    }
    RealFrames changes = RealFrames::Zero(around.rows, around.cols), energy, powered;
    auto inner = changes.block(cells.top - around.top, cells.left - around.left, cells.rows, cells.cols);
    inner = change(m_energy);
    boxSums(changes, m_term.neighbourhood(), energy);
    inner = change(m_powered);
    boxSums(changes, m_term.neighbourhood(), powered);
    for (Eigen::Index i = 0; i < around.rows; ++i)
        for (Eigen::Index f = 0; f < around.cols; ++f)
            visit(around.top + i, around.left + f, energy(i, f), powered(i, f));
}

double ConcentrationPart::valueAfter(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to) const {
    Share sum = m_sum;
    forChanged(choice, row, col, to, [&](Eigen::Index i, Eigen::Index f, double energy, double powered) {
        const Share share = m_term.shareOf(m_total(i, f) + energy, m_upper(i, f) + powered), before = m_shares(i, f);
        sum.weight += share.weight - before.weight;
        sum.weighted += share.weighted - before.weighted;
    });
    return sum.weight > 0 ? m_weight * sum.weighted / sum.weight : 0;
}

void ConcentrationPart::move(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to) {
    forChanged(choice, row, col, to, [&](Eigen::Index i, Eigen::Index f, double energy, double powered) {
        const Share share = m_term.shareOf(m_total(i, f) += energy, m_upper(i, f) += powered), before = m_shares(i, f);
        m_sum.weight += share.weight - before.weight;
        m_sum.weighted += share.weighted - before.weighted;
        m_shares(i, f) = share;
    });
}

} // namespace thetascope
