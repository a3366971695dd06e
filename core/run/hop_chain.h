// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/optim/bounds.h"

namespace thetascope {

/// Positions whose every hop is a variable, the first staying where it is:
///
///     t_i = t_0 + sum_{j=1..i} H_j,   H_j = h + H_0 q e_j,   q = B(E) / E,   E = sum_j e_j
///
/// with e_j = e(x_j) >= 0 through SmoothBounds, h = 1 sample (or the smallest hop at the start, if that is less) and B the
/// SmoothBounds of all hops together: the last centre stays within the signal. Away from that bound q = 1 and the hops
/// don't know of each other; at it they share what room there is, and can still be exchanged for one another.
/// (The paper's Eqs. 15 and 19 have the bound of the sum the wrong way round: dL/dH_j = sum_{i >= j} dL/dt_i.)
class HopChain {
public:
    /// positions [T]: ascending, else std::invalid_argument. unit: H_0, samples, > 0. room: from the first centre to the end of
    /// the signal, samples; positions that need more keep what they have.
    HopChain(const Vector& positions, double unit, double room);

    /// T-1.
    Eigen::Index size() const { return m_start.size(); }
    const Vector& start() const { return m_start; }

    /// Sets positions [T] from x [T-1].
    void toPositions(const double* x, Vector& positions) const;
    /// out [T-1] = dL/dx from dL/dt_i [T].
    void pullBack(const double* x, const Vector& gradient, double* out) const;

private:
    /// E.
    double total(const double* x) const;

    double m_first, m_least, m_unit; ///< t_0, h, H_0
    SmoothBounds m_each, m_total;    ///< of e and of E
    Vector m_start;
};

} // namespace thetascope
