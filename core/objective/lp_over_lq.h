// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

namespace thetascope {

/// Ratio of two norms of the spectrogram, a measure of sparsity (reference [16] of the paper):
///
///     V = (sum |S|^p)^{1/p} / (sum |S|^q)^{1/q};  for p < q: 1 (one cell holds all) <= V <= (T F)^{1/p - 1/q} (all alike)
///     dV/d|S| = V (|S|^{p-1} / sum |S|^p - |S|^{q-1} / sum |S|^q)
///
/// p, q in [1, 16]; meant with p < q, to be minimised (with p > q it is 1/V, to be maximised; with p = q it is 1). Independent
/// of the scale of |S|; a silent spectrogram has value 0 and gradient 0.
class LpOverLqTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit LpOverLqTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;

private:
    double m_p, m_q;
};

} // namespace thetascope
