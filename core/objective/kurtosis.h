// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

namespace thetascope {

/// Mean kurtosis of the frames' spectra (experiment C.1.2 of the paper), to be maximised:
///
///     K = sum_i lambda_i K_i / sum_i lambda_i,   K_i = mean_f |S|^4 / (mean_f |S|^2)^2,   1 <= K_i <= F
///     lambda_0 = t_1 - t_0,  lambda_{T-1} = t_{T-1} - t_{T-2},  else (t_{i+1} - t_{i-1}) / 2;  never below 0; a single frame: 1
///
/// lambda is the stretch of signal that a frame stands for, and is differentiated: frames don't gain by crowding together.
/// Silent frames weigh 0. Where no frame weighs anything the value is 0, the gradient 0. Independent of the scale of each frame.
///
/// Parameter inverse: 1 for the form that the authors descend on, 1000 / K, to be minimised (with a positive weight).
class KurtosisTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit KurtosisTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;

private:
    bool m_inverse;
};

} // namespace thetascope
