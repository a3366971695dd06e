// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/separable.h"

namespace thetascope {

/// Entropy of the magnitude as a distribution over all cells (experiment C.1.1 of the paper):
///
///     H = -sum p ln p,  p = |S| / sum |S|,  0 ln 0 = 0;  0 <= H <= ln(T F)
///     dH/d|S| = (E / M - ln |S|) / M,  M = sum |S|,  E = sum |S| ln |S|;  0 where |S| = 0 (the true slope is infinite there)
///
/// Independent of the scale of |S|. A silent spectrogram (all magnitudes 0) has value 0 and gradient 0.
class EntropyTerm : public SeparableTerm {
public:
    static TermDescription description();
    explicit EntropyTerm(const TermParameters&) {}

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;
    double workBytes(double cells, double) const override { return sizeof(double) * cells; }

    Sums row(int count, const float* m, float* slope1, float* slope2) const override;
    Sums row(int count, const double* m, double* slope1, double* slope2) const override;
    FrameSums contract(int count, const Frame<float>& frame, float* work) const override;
    FrameSums contract(int count, const Frame<double>& frame, double* work) const override;
    Sums spread(int count, const float* m, const float* slope, float* out1, float* out2) const override;
    Sums spread(int count, const double* m, const double* slope, double* out1, double* out2) const override;
    Combined combine(Sums sums) const override;

private:
    mutable RealFrames m_logarithms; ///< of the last addGradient(), kept so that a descent allocates nothing
};

} // namespace thetascope
