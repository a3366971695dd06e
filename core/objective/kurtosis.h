// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/moment_term.h"

namespace thetascope {

/// Mean kurtosis of the frames' spectra (experiment C.1.2 of the paper), to be maximised:
///
///     K = sum_i lambda_i K_i / sum_i lambda_i,   K_i = mean_f |S|^4 / (mean_f |S|^2)^2,   1 <= K_i <= F
///     lambda_0 = t_1 - t_0,  lambda_{T-1} = t_{T-1} - t_{T-2},  else (t_{i+1} - t_{i-1}) / 2;  a single frame: 1
///
/// lambda is the stretch of signal that a frame stands for, and is differentiated: frames don't gain by crowding together.
/// Frames are taken in the order of their positions, so lambda >= 0: taken in the order of their numbers, with negative
/// distances as 0, frames that overtake others would drop out of the mean, and bad ones do so.
/// Silent frames weigh 0. Where no frame weighs anything the value is 0, the gradient 0. Independent of the scale of each frame.
///
/// Parameter inverse, for the forms that the authors descend on, to be minimised (with a positive weight): 1, 1000 / K; 2, the
/// mean of 1000 / K_i. Parameter spacing: 1, lambda as above; 0, every frame alike, as in the authors' notebooks, where frames
/// gain by crowding on the best one; 2, lambda without its own gradient.
class KurtosisTerm : public MomentTerm {
public:
    static TermDescription description();
    explicit KurtosisTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;

    FrameValue ofFrame(double second, double fourth, int bins) const override;
    double combine(std::span<const FrameValue> frames, const Vector& positions, double weight, std::span<double> slopes,
                   TilingGradient& gradient) const override;

private:
    double frameValue(double kurtosis) const;
    double frameSlope(double kurtosis) const; ///< d frameValue / d kurtosis

    int m_inverse, m_spacing;
};

} // namespace thetascope
