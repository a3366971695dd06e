// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

#include <vector>

namespace thetascope {

/// Smoothness of the map of window lengths, Eq. (23) of the paper with the local neighbourhood and equal weights (total
/// variation), written as a mean:
///
///     R = mean over cells of sqrt((theta_{i,f+1} - theta_{i,f})^2 + (theta_{i+1,f} - theta_{i,f})^2 + eps)
///
/// over the (T-1)(F-1) cells that have both forward neighbours; eps = 1e-7 samples^2 keeps it differentiable where the map is
/// flat. Where theta varies along one axis only, that axis' difference alone is under the root and the mean is over T-1 (or
/// F-1) entries. A shared theta has nothing to smooth: value 0, gradient 0.
///
/// Parameter neighbours: 2, the forward ones, as above; 4, all around: the differences to every neighbour there is are under the
/// root, and the mean is over all cells (edges have fewer).
/// Parameter log: 0, theta in samples (as published); 1, ln theta, so that a change from 100 to 200 samples weighs as much as
/// one from 1000 to 2000.
class SmoothnessTerm : public ObjectiveTerm {
public:
    static TermDescription description();
    explicit SmoothnessTerm(const TermParameters& parameters);

    double value(const TermInput& input) const override;
    double addGradient(const TermInput& input, double weight, TermGradient& gradient) const override;
    bool usesSpectrogram() const override { return false; }
    /// Around a cell: a map, its roots and its slopes.
    double workBytes(double, double thetas) const override { return m_around ? 3 * sizeof(double) * thetas : 0; }

private:
    /// theta or ln theta.
    RealFrames map(const TermInput& input) const;
    /// Adds weight times a slope in the map.
    void addSlope(const TermInput& input, double weight, const RealFrames& slope, TermGradient& gradient) const;

    bool m_around; ///< four neighbours
    bool m_log;
    mutable std::vector<double> m_space; ///< kept from call to call: a descent asks in every iteration, of one thread
};

} // namespace thetascope
