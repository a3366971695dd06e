// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/choice/candidates.h"
#include "core/objective/concentration.h"

#include <vector>

namespace thetascope {

/// The concentration term in a descent by coordinates: what it would be if one entry of theta took another window. A cell is seen
/// by the neighbourhoods about it only, so that a trial costs as much as a neighbourhood has cells (times the cells of an entry).
class ConcentrationPart {
public:
    ConcentrationPart(const ConcentrationTerm& term, double weight, const Candidates& candidates);

    /// The sums of a choice, anew.
    void total(const ThetaChoice& choice);

    /// The weighted term: now; with the entry (row, col) of the choice at candidate `to`; and makes that change, before the
    /// choice itself does.
    double value() const { return m_sum.weight > 0 ? m_weight * m_sum.weighted / m_sum.weight : 0; }
    double valueAfter(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to) const;
    void move(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to);

private:
    using Share = ConcentrationTerm::Share;

    /// Calls visit(i, f, change of the energy, change of the powered energy) for every cell whose neighbourhood changes.
    template <class Visit>
    void forChanged(const ThetaChoice& choice, Eigen::Index row, Eigen::Index col, int to, Visit visit) const;

    const ConcentrationTerm& m_term;
    double m_weight;
    std::vector<RealFrames> m_energy, m_powered; ///< of each candidate, relative to the loudest cell of all
    RealFrames m_total, m_upper;                 ///< their sums about every cell at the present choice
    FrameArray<Share> m_shares;                  ///< and what follows from them
    Share m_sum;
};

} // namespace thetascope
