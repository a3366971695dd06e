// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lane_math.h"

namespace thetascope {

/// The lanes' points u with cos and sin of 2 pi u/theta, advanced by a vector's angle d at a time: x += dx, dx -= 4 sin^2(d/2) x
/// (Reinsch), two multiplications where a rotation has four, and stable for small d.
template <int bytes, class Real>
struct CosinePoints {
    VectorOf<Real, bytes> u, c, s, dc, ds;
    Real kappa;

    /// u0: the first lane's point; halfAngle: pi/theta; stepC, stepS: cos, sin of d/2. Points beyond about theta/2 are finite, but
    /// wrong.
    THETASCOPE_INLINE CosinePoints(Real u0, Real halfAngle, Real stepC, Real stepS) : kappa(4 * stepS * stepS) {
        for (int l = 0; l < lanesOf<Real, bytes>; ++l) u[l] = u0 + Real(l);
        VectorOf<Real, bytes> halfS, halfC;
        vectorSinCos<Real>(halfAngle * u, halfS, halfC);
        s = 2 * halfS * halfC;
        c = 1 - 2 * halfS * halfS;
        const Real half = kappa / 2, sine = 2 * stepS * stepC;
        dc = half * c - sine * s;
        ds = half * s + sine * c;
    }
    THETASCOPE_INLINE void advance() {
        dc -= kappa * c;
        ds -= kappa * s;
        c += dc;
        s += ds;
        u += Real(lanesOf<Real, bytes>);
    }
};

} // namespace thetascope
