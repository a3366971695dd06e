// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/neighbourhood.h"
#include "core/objective/term.h"

namespace thetascope {

/// Local concentration, the measure by which adaptive selection takes its windows (core/choice/local_concentration.h), as a
/// differentiable term: the Renyi entropy of the energy about every cell, averaged by a power of that energy,
///
///     L = sum_c w_c H_c / sum_c w_c,   H_c = ln(sum p^alpha) / (1 - alpha),   w_c = E_c^power
///
/// p = |S|^2 / E_c over the (2 frames + 1) x (2 bins + 1) cells about cell c, clipped at the edges, E_c their energy. Differentiated
/// through the weights as well. 0 <= L <= ln(cells of a neighbourhood). alpha in [1.01, 20]. Independent of the scale of |S|.
/// Neighbourhoods more than 900 dB below the loudest cell are silent and weigh nothing; silence everywhere: value 0, gradient 0.
class ConcentrationTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit ConcentrationTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;
    /// Seven maps of the cells while it is evaluated.
    double workBytes(double cells, double) const override { return 7 * sizeof(double) * cells; }

    Neighbourhood neighbourhood() const { return m_half; }
    double alpha() const { return m_alpha; }

    /// w and w H of a neighbourhood, from its energy E and the sum of energies to the power alpha, relative to the loudest cell;
    /// both 0 if it is silent.
    struct Share {
        double weight = 0, weighted = 0;
    };
    Share shareOf(double energy, double powered) const;

private:
    struct Mean {
        double value = 0, weights = 0; ///< L, sum_c w_c
    };
    Mean measure(const TermInput& input, double peak) const;
    void toSlopes(Mean mean, ThreadPool* pool) const;

    Neighbourhood m_half;
    double m_alpha, m_power;
    /// Of the last evaluation, kept so that a descent allocates nothing: (|S|/peak)^2, once it is summed w, and its power alpha; their
    /// sums about every cell, H; the slopes of L in those sums, then those gathered from the neighbourhoods.
    mutable RealFrames m_energy, m_powered, m_total, m_upper, m_entropy, m_byTotal, m_byUpper;
};

} // namespace thetascope
