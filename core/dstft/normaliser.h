// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <cmath>

namespace thetascope {

/// Sums over the samples of one taper: of w, w^2 and of their products with the derivatives.
struct TaperSums {
    double w = 0, dTheta = 0, dY = 0;    ///< sum w, sum dw/dtheta, sum dw/dy
    double ww = 0, wdTheta = 0, wdY = 0; ///< sum w^2, sum w dw/dtheta, sum w dw/dy
};

/// The scale 1/n of a sampled taper and the logarithmic derivatives of n: S = S_raw/n, dS/dp = S_raw_p/n - S (ln n)_p.
///
///     sum:    n = sum w          (ln n)_theta = sum w_theta / n        (ln n)_t = -sum w_y / n
///     energy: n = sqrt(sum w^2)  (ln n)_theta = sum w w_theta / n^2    (ln n)_t = -sum w w_y / n^2
///
/// A taper that holds no sample (n = 0) has scale 0: S = 0 by definition.
struct Scale {
    double factor = 1;   ///< 1/n
    double logTheta = 0; ///< d ln n / d theta
    double logPosition = 0; ///< d ln n / d t_i

    Scale(Normalisation normalisation, const TaperSums& sums) {
        if (normalisation == Normalisation::none) return;
        const bool energy = normalisation == Normalisation::energy;
        const double n2 = energy ? sums.ww : sums.w;
        if (!(n2 > 0)) {
            factor = 0;
            return;
        }
        factor = 1 / (energy ? std::sqrt(n2) : n2);
        logTheta = (energy ? sums.wdTheta : sums.dTheta) / n2;
        logPosition = -(energy ? sums.wdY : sums.dY) / n2;
    }
};

} // namespace thetascope
