// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

#include <mutex>
#include <vector>

namespace thetascope {

/// Non-local smoothness of the map of window lengths, Eq. (23) of the paper with a search neighbourhood V around each cell and
/// weights gamma from the likeness of patches of a spectrogram computed beforehand at one constant theta (non-local total
/// variation, Buades et al. 2005, Gilboa and Osher 2008):
///
///     R = mean over cells c of sqrt(sum over n in V(c) of gamma_c,n (theta_c - theta_n)^2 + eps)
///     gamma_c,n = exp(-d(c, n)^2 / strength^2),   d^2 = mean over 3 x 3 patches about c and n of (L - L')^2
///
/// L = ln(|S| + peak/1000): level differences in nepers. V: `search` cells to every side along the axes that theta varies on;
/// where it varies along one axis only, d^2 is also the mean over the other. Cells that look alike share their window length,
/// cells that don't are left free: edges of the sound stay edges of the map. A shared theta: 0. Without a reference spectrogram
/// every gamma is 1. Weights are computed at the first evaluation, and kept: 4 bytes per cell and neighbour.
class NonlocalTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    NonlocalTerm(const TermParameters& parameters, TermContext context);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;
    bool usesSpectrogram() const override { return false; }
    /// A weight per pair of neighbours, and three maps while it is evaluated.
    double workBytes(double, double thetas) const override {
        const auto pairs = static_cast<double>(2 * m_search * (m_search + 1));
        return (sizeof(float) * pairs + 3 * sizeof(double)) * thetas;
    }

private:
    /// Half of V (the other half is opposite) and its weights.
    struct Pair {
        Eigen::Index rows = 0, cols = 0;
        FrameArray<float> gamma; ///< empty: 1
    };
    void prepare(Eigen::Index rows, Eigen::Index cols) const;
    double evaluate(const TermInput& input, RealFrames* slope) const;

    TermContext m_context;
    Eigen::Index m_search;
    double m_strength;
    bool m_log;
    mutable std::mutex m_mutex; ///< of what is computed at the first evaluation
    mutable std::vector<Pair> m_pairs;
    mutable Eigen::Index m_rows = 0, m_cols = 0; ///< of the map that the pairs are for
};

} // namespace thetascope
