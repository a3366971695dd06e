// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

namespace thetascope {

/// Entropies of patches of the spectrogram, averaged by a low power of their energy, so that quiet regions are sharpened too:
///
///     L = sum_P w_P H_P / sum_P w_P,   H_P = -sum over the patch of p ln p with p = |S| / sum_P |S|,   w_P = (sum_P |S|^2)^power
///
/// P runs over patches of `frames` x `bins` cells that overlap by half in both directions (at the edges, smaller ones; a
/// direction shorter than half a patch has one). Differentiated through the weights as well. 0 <= L <= ln(frames bins).
/// Independent of the scale of |S|. A silent patch weighs nothing; silence everywhere: value 0, gradient 0.
class LocalEntropyTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit LocalEntropyTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;

private:
    double evaluate(const RealFrames& magnitude, double weight, RealFrames* gradient) const;

    Eigen::Index m_frames, m_bins; ///< of half a patch
    double m_power;
};

} // namespace thetascope
