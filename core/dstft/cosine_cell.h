// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/direct_kernel.h"

namespace thetascope {

/// One cell whose taper is w = p0 + p1 cos(2 pi y/theta): taper, its derivatives, its norms and the sums of sumCell() in one loop,
/// nothing stored. Points y = y0 + m, m = 0..count-1, all inside the support.
template <class Real>
struct CosineCell {
    double p0, p1, theta, y0;
    const Real *a, *b, *cosine, *sine; ///< [count] as in CellArrays
    bool energy;                       ///< norms as sumTaper()
};

template <class Real>
struct CosineSums {
    CellSums<Real> cell;
    NormSums<Real> norm;
    Real firstW = 0, firstDTheta = 0; ///< the taper at the first point
};

/// Without and with the sums in t.
CosineSums<float> sumCosineCell(int count, const CosineCell<float>& cell, bool positions);
CosineSums<double> sumCosineCell(int count, const CosineCell<double>& cell, bool positions);

} // namespace thetascope
