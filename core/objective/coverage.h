// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

namespace thetascope {

/// Share of the signal that lies inside some window (experiment C.1.2 of the paper), to be maximised:
///
///     C = |union over frames of [c_i - theta_i/2, c_i + theta_i/2], clipped to [0, M]| / M,   c_i = t_i + (N-1)/2
///
/// in [0, 1]. The paper's formula, sum min(theta_i, start_{i+1} - start_i) / M, is this without the clipping, without which
/// frames gain by leaving the signal. Differentiable except where two edges meet: only the edges that bound the union inside
/// the signal move it, each by 1/(2M) per sample of theta_i and 1/M per sample of t_i. Where theta varies over bins, theta_i is
/// the shortest window of the frame (the first of equals), which alone gets the gradient. A signal inside its windows
/// everywhere has C = 1 and gradient 0.
class CoverageTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit CoverageTerm(const TermParameters&) {}

    /// M = input.signalLength > 0. NaN if theta or a position is not finite.
    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;
    bool usesSpectrogram() const override { return false; }
};

} // namespace thetascope
