// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

namespace thetascope {

/// Renyi entropy of the spectrogram (reference [17] of the paper: Baraniuk, Flandrin, Janssen, Michel 2001):
///
///     H_alpha = ln(sum p^alpha) / (1 - alpha),  p = |S|^power / sum |S|^power;  0 <= H_alpha <= ln(T F)
///     dH/d|S| = alpha power / (1 - alpha) (|S|^{alpha power - 1} / A - |S|^{power - 1} / B),
///         A = sum |S|^{alpha power}, B = sum |S|^power
///
/// The larger alpha, the more the loudest cells alone decide; alpha -> 1 is `entropy` (of |S|^power). alpha in [1.01, 20] (nearer
/// to 1 the difference of logarithms loses its digits), power in [1, 2]: 2 for the energy, 1 for the magnitude. Independent of
/// the scale of |S|; a silent spectrogram has value 0 and gradient 0.
class RenyiTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit RenyiTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;

private:
    double m_alpha, m_power;
};

} // namespace thetascope
