// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/vector_math.h"

#include <cmath>
#include <numbers>

namespace thetascope {

/// Tapers p0 + p1 cos(2 pi y/theta) shorter than this have no norm in closed form: the angles of their points would leave the range
/// of vectorSinCos().
constexpr double shortestClosed = 8;

/// 1/n and the logarithmic derivatives of n (as Scale) of a taper p0 + p1 cos(2 pi y/theta) over n points one sample apart, whose
/// mean is y: with D(a) = sin(n a/2)/sin(a/2), sum cos(a y_k) = D(a) cos(a y). In the support n is near theta: n a/2 = pi + x, a =
/// 2 pi/theta, x small. energy: n = sqrt(sum w^2), else sum w.
template <class Real>
struct CosineNorm {
    Real factor, logTheta, logPosition;
};

/// excess: points - theta, small against theta; theta >= shortestClosed.
template <bool energy, class Real>
THETASCOPE_INLINE void cosineNorm(Real p0, Real p1, Real theta, Real points, Real excess, Real y, Real& factor, Real& logTheta,
                                  Real& logPosition) {
    const Real h = std::numbers::pi_v<Real> / theta, n = points;
    Real sx, cx, sh, ch, sy, cy;
    vectorSinCos<Real>(excess * h, sx, cx);
    vectorSinCos<Real>(h, sh, ch);
    vectorSinCos<Real>(2 * h * y, sy, cy);
    // a = 2h
    const Real inverse = 1 / sh, d1 = -sx * inverse, slope1 = Real(0.5) * (sx * ch * inverse - n * cx) * inverse;
    const Real sum1 = d1 * cy, byAngle1 = slope1 * cy - y * d1 * sy, byY1 = -2 * h * d1 * sy;
    if constexpr (energy) {
        // a = 4h
        const Real sx2 = 2 * sx * cx, cx2 = 1 - 2 * sx * sx, sh2 = 2 * sh * ch, ch2 = 1 - 2 * sh * sh, sy2 = 2 * sy * cy, cy2 = 1 - 2 * sy * sy;
        const Real inverse2 = 1 / sh2, d2 = sx2 * inverse2, slope2 = Real(0.5) * (n * cx2 - sx2 * ch2 * inverse2) * inverse2;
        const Real square = p0 * p0 * n + 2 * p0 * p1 * sum1 + Real(0.5) * p1 * p1 * (n + d2 * cy2);
        const Real byAngle = p0 * p1 * byAngle1 + Real(0.5) * p1 * p1 * (slope2 * cy2 - y * d2 * sy2);
        const Real byY = p0 * p1 * byY1 - p1 * p1 * h * d2 * sy2;
        factor = 1 / std::sqrt(square);
        logTheta = -2 * h * byAngle / (square * theta);
        logPosition = -byY / square;
    } else {
        const Real sum = p0 * n + p1 * sum1;
        factor = 1 / sum;
        logTheta = -2 * h * p1 * byAngle1 / (sum * theta);
        logPosition = -p1 * byY1 / sum;
    }
}

} // namespace thetascope
