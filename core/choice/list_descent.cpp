// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choice/list_descent.h"

#include "core/choice/concentration_part.h"
#include "core/objective/separable.h"

#include <algorithm>
#include <limits>
#include <string>

namespace thetascope {
namespace {

constexpr int mostSweeps = 50;

/// A gain below this share of the objective is rounding.
constexpr double leastGain = 1e-13;

using Sums = SeparableTerm::Sums;

Sums difference(Sums a, Sums b) { return {a.u1 - b.u1, a.u2 - b.u2}; }
void add(Sums& a, Sums b) {
    a.u1 += b.u1;
    a.u2 += b.u2;
}

/// A separable term with its sums over each entry of theta, for each candidate, and over all cells at the present choice.
class SeparablePart {
public:
    SeparablePart(const SeparableTerm& term, double weight, const Candidates& candidates, const ThetaChoice& shape)
        : m_term(term), m_weight(weight), m_rows(shape.index.rows()), m_cols(shape.index.cols()) {
        for (const RealFrames& magnitude : candidates.magnitude)
            m_sums.push_back(sumsOf(magnitude));
    }

    void total(const ThetaChoice& choice) {
        m_total = {};
        for (Eigen::Index e = 0; e < choice.index.size(); ++e)
            add(m_total, at(choice.index.data()[e], e));
    }
    double value() const { return m_weight * m_term.combine(m_total).value; }
    double valueAfter(Eigen::Index entry, int from, int to) const {
        Sums sums = m_total;
        add(sums, difference(at(to, entry), at(from, entry)));
        return m_weight * m_term.combine(sums).value;
    }
    void move(Eigen::Index entry, int from, int to) { add(m_total, difference(at(to, entry), at(from, entry))); }

private:
    const Sums& at(int candidate, Eigen::Index entry) const {
        return m_sums[static_cast<std::size_t>(candidate)][static_cast<std::size_t>(entry)];
    }

    /// Of every entry [rows x cols]: the cells that share it.
    std::vector<Sums> sumsOf(const RealFrames& magnitude) const {
        std::vector<Sums> sums(static_cast<std::size_t>(m_rows * m_cols));
        double slope1 = 0, slope2 = 0;
        for (Eigen::Index i = 0; i < magnitude.rows(); ++i)
            for (Eigen::Index f = 0; f < magnitude.cols(); ++f) {
                const Eigen::Index entry = (m_rows > 1 ? i : 0) * m_cols + (m_cols > 1 ? f : 0);
                add(sums[static_cast<std::size_t>(entry)], m_term.row(1, &magnitude(i, f), &slope1, &slope2));
            }
        return sums;
    }

    const SeparableTerm& m_term;
    double m_weight;
    Eigen::Index m_rows, m_cols;
    std::vector<std::vector<Sums>> m_sums; ///< [candidates][entries]
    Sums m_total;
};

/// Smoothness of the map of thetas: a mean over entries of roots in which an entry meets its neighbours only, so that a
/// change is seen by roots of entries beside it, and by nothing beyond the entries that those meet: 5 x 5 about it.
class SmoothPart {
public:
    static constexpr Eigen::Index reach = 2;

    SmoothPart(const Objective::WeightedTerm& weighted, const Candidates& candidates, const ThetaChoice& shape)
        : m_term(*weighted.term), m_candidates(candidates),
                m_around(weighted.name.find("neighbours=4") != std::string::npos),
          m_factor(weighted.weight / meanCount(shape.index.rows(), shape.index.cols())) {}

    /// How much the term changes (weighted) if the entry goes to another candidate.
    double change(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to) {
        const Eigen::Index top = std::max(row - reach, zero), left = std::max(col - reach, zero);
        const Eigen::Index rows = std::min(row + reach + 1, choice.index.rows()) - top;
        const Eigen::Index cols = std::min(col + reach + 1, choice.index.cols()) - left;
        m_patch.mode = choice.mode;
        m_patch.theta.resize(rows, cols);
        for (Eigen::Index r = 0; r < rows; ++r)
            for (Eigen::Index c = 0; c < cols; ++c)
                m_patch.theta(r, c) = thetaOf(choice.index(top + r, left + c));
        const double before = value();
        m_patch.theta(row - top, col - left) = thetaOf(to);
        return m_factor * meanCount(rows, cols) * (value() - before);
    }

private:
    static constexpr Eigen::Index zero = 0;

    /// Entries that the mean is over: all, or those that have both forward neighbours.
    double meanCount(Eigen::Index rows, Eigen::Index cols) const {
        if (m_around)
            return static_cast<double>(rows * cols);
        return static_cast<double>(std::max<Eigen::Index>(rows - 1, 1) * std::max<Eigen::Index>(cols - 1, 1));
    }
    double thetaOf(int candidate) const { return m_candidates.thetas[static_cast<std::size_t>(candidate)]; }
    double value() const { return m_term.value({m_nothing, m_patch, m_candidates.signalLength}); }

    const ObjectiveTerm& m_term;
    const Candidates& m_candidates;
    bool m_around; ///< four neighbours count, not the two forward ones
    double m_factor;
    Tiling m_patch;
    RealFrames m_nothing;
};

class CoordinateDescent {
public:
    CoordinateDescent(const Candidates& candidates, const Objective& objective, ThetaChoice choice, const ThreadPool& pool)
        : m_candidates(candidates), m_pool(pool), m_choice(std::move(choice)) {
        for (const Objective::WeightedTerm& each : objective.terms()) {
            if (const auto* separable = dynamic_cast<const SeparableTerm*>(each.term.get()))
                m_separable.emplace_back(*separable, each.weight, candidates, m_choice);
            else if (const auto* local = dynamic_cast<const ConcentrationTerm*>(each.term.get())) {
                m_local.emplace_back(*local, each.weight, candidates);
                seenFrom(2 * Eigen::Index{local->neighbourhood().frames}, 2 * Eigen::Index{local->neighbourhood().bins});
            } else if (each.name.starts_with("smoothness") && each.name.find("nonlocal") == std::string::npos
                    && !each.term->usesSpectrogram() && m_choice.index.size() > 1) {
                m_smooth.emplace_back(each, candidates, m_choice);
                seenFrom(SmoothPart::reach, SmoothPart::reach);
            }
        }
        m_awake.setConstant(m_choice.index.rows(), m_choice.index.cols(), true);
    }

    /// Sweeps over all entries at first and at the end, between them over those that a change may have reached.
    int run() {
        bool everywhere = true;
        for (int sweep = 1; sweep <= mostSweeps; ++sweep) {
            for (SeparablePart& part : m_separable)
                part.total(m_choice); // anew, so that rounding doesn't gather
            for (ConcentrationPart& part : m_local)
                part.total(m_choice);
            const bool changed = sweepOnce(everywhere);
            if (everywhere && !changed)
                return sweep;
            everywhere = !changed;
        }
        return mostSweeps;
    }

    const ThetaChoice& choice() const { return m_choice; }

private:
    bool sweepOnce(bool everywhere) {
        bool changed = false;
        for (Eigen::Index row = 0; row < m_choice.index.rows(); ++row)
            for (Eigen::Index col = 0; col < m_choice.index.cols(); ++col) {
                if (!everywhere && !m_awake(row, col))
                    continue;
                m_pool.checkpoint();
                m_awake(row, col) = false;
                if (!improve(row, col))
                    continue;
                wakeAround(row, col);
                changed = true;
            }
        return changed;
    }

    /// A change of an entry is seen by others up to so far away.
    void seenFrom(Eigen::Index rows, Eigen::Index cols) {
        m_reachRows = std::max(m_reachRows, rows);
        m_reachCols = std::max(m_reachCols, cols);
    }

    void wakeAround(Eigen::Index row, Eigen::Index col) {
        const Eigen::Index top = std::max<Eigen::Index>(row - m_reachRows, 0), left = std::max<Eigen::Index>(col - m_reachCols, 0);
        const Eigen::Index bottom = std::min(row + m_reachRows + 1, m_awake.rows());
        const Eigen::Index right = std::min(col + m_reachCols + 1, m_awake.cols());
        m_awake.block(top, left, bottom - top, right - left).setConstant(true);
        m_awake(row, col) = false; // at its best until one of those moves
    }

    bool improve(Eigen::Index row, Eigen::Index col) {
        const Eigen::Index entry = row * m_choice.index.cols() + col;
        const int from = m_choice.index(row, col);
        double now = 0;
        for (const SeparablePart& part : m_separable)
            now += part.value();
        for (const ConcentrationPart& part : m_local)
            now += part.value();
        int best = from;
        double least = now - leastGain * std::abs(now);
        for (int to = 0; to < m_candidates.count(); ++to) {
            if (to == from)
                continue;
            const double value = trial(row, col, entry, from, to);
            if (value < least) {
                least = value;
                best = to;
            }
        }
        if (best == from)
            return false;
        for (SeparablePart& part : m_separable)
            part.move(entry, from, best);
        for (ConcentrationPart& part : m_local)
            part.move(m_choice, row, col, best);
        m_choice.index(row, col) = best;
        return true;
    }

    double trial(Eigen::Index row, Eigen::Index col, Eigen::Index entry, int from, int to) {
        double value = 0;
        for (const SeparablePart& part : m_separable)
            value += part.valueAfter(entry, from, to);
        for (const ConcentrationPart& part : m_local)
            value += part.valueAfter(m_choice, row, col, to);
        for (SmoothPart& part : m_smooth)
            value += part.change(m_choice, row, col, to);
        return value;
    }

    const Candidates& m_candidates;
    const ThreadPool& m_pool;
    ThetaChoice m_choice;
    FrameArray<bool> m_awake; ///< entries for which another window may be better since they were last looked at
    Eigen::Index m_reachRows = 0, m_reachCols = 0;
    std::vector<SeparablePart> m_separable;
    std::vector<ConcentrationPart> m_local;
    std::vector<SmoothPart> m_smooth;
};

/// The choice spread over a mode's entries.
ThetaChoice refined(const ThetaChoice& start, ThetaMode mode, const Tiling& grid) {
    ThetaChoice choice{mode, {}};
    choice.index.resize(thetaRows(mode, grid.frames()), thetaCols(mode, grid.bins()));
    for (Eigen::Index row = 0; row < choice.index.rows(); ++row)
        for (Eigen::Index col = 0; col < choice.index.cols(); ++col)
            choice.index(row, col) = start.index(start.index.rows() > 1 ? row : 0, start.index.cols() > 1 ? col : 0);
    return choice;
}

} // namespace

double scoreOf(const Candidates& candidates, const ThetaChoice& choice, const Objective& objective) {
    const Tiling tiling = tilingOf(candidates, choice);
    const RealFrames magnitude = magnitudeOf(candidates, choice);
    std::vector<TermValue> terms;
    return objective.value({magnitude, tiling, candidates.signalLength}, terms);
}

ScoredChoice bestFixed(const Candidates& candidates, const Objective& objective) {
    ScoredChoice best{{}, std::numeric_limits<double>::infinity(), 0};
    for (int k = 0; k < candidates.count(); ++k) {
        const ThetaChoice choice{ThetaMode::shared, FrameArray<int>::Constant(1, 1, k)};
        const double value = scoreOf(candidates, choice, objective);
        if (value < best.objective || k == 0)
            best = {choice, value, 0};
    }
    return best;
}

ScoredChoice descendByCoordinates(const Candidates& candidates, const Objective& objective, ThetaMode mode,
                                  const ThetaChoice& start, const ThreadPool& pool) {
    CoordinateDescent descent(candidates, objective, refined(start, mode, candidates.grid), pool);
    const int sweeps = descent.run();
    return {descent.choice(), scoreOf(candidates, descent.choice(), objective), sweeps};
}

} // namespace thetascope
