// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

namespace thetascope {

/// A term that separates into sums over cells, L = Phi(U1, U2), U_j = sum u_j(|S|): its gradient is
/// dL/d|S| = Phi_1 u_1'(|S|) + Phi_2 u_2'(|S|), and only the two scalars Phi_j need all cells. One pass over the frames then
/// suffices for value and gradient (engines.md, 1.2).
class SeparableTerm : public ObjectiveTerm {
public:
    struct Sums {
        double u1 = 0, u2 = 0;
    };
    /// The sums over magnitudes m [count], and the slopes u_1'(m), u_2'(m) [count]; slopes at m = 0 are finite.
    virtual Sums row(int count, const float* m, float* slope1, float* slope2) const = 0;
    virtual Sums row(int count, const double* m, double* slope1, double* slope2) const = 0;

    /// One frame: magnitudes and their slopes along one or two parameters of the frame, [count] each.
    template <class Real>
    struct Frame {
        const Real *m, *first, *second; ///< second may be null
    };
    /// Sums of a frame and of u_j' times its slopes.
    struct FrameSums {
        Sums u, first, second;
    };
    /// The sums of one frame; work [2 count].
    virtual FrameSums contract(int count, const Frame<float>& frame, float* work) const;
    virtual FrameSums contract(int count, const Frame<double>& frame, double* work) const;

    /// Sums U1, U2 of a frame whose parameters are one per cell: out_j = u_j'(m) slope, [count] each.
    virtual Sums spread(int count, const float* m, const float* slope, float* out1, float* out2) const;
    virtual Sums spread(int count, const double* m, const double* slope, double* out1, double* out2) const;

    struct Combined {
        double value = 0, phi1 = 0, phi2 = 0; ///< L, dL/dU1, dL/dU2
    };
    /// From the sums over all cells.
    virtual Combined combine(Sums sums) const = 0;
};

} // namespace thetascope
