// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Where the bins of a frame lie among the nodes ln theta_p = top + p delta, p <= 0: interval p = floor(y) (at most -1) and
/// t = y - p in [0, 1], y = (ln theta - top)/delta; [count] each. Returns sum |ln theta - logTheta| and replaces logTheta; sets
/// `moved` if an interval differs from the one in `interval`.
template <class Real>
struct Placement {
    const double* theta;
    Real *logTheta, *t;
    int* wanted;         ///< intervals where theta lies now
    const int* interval; ///< intervals of the cubics
    Real top, perDelta;  ///< ln(N-1), 1/delta
};
double placeRow(int count, const Placement<float>& row, bool& moved);
double placeRow(int count, const Placement<double>& row, bool& moved);

/// The cubics of a frame, eight planes [count]: re and im of a0..a3.
constexpr int cubicPlanes = 8;

/// S = cubic(t) and dS/dtheta = cubic'(t) / (delta theta); [count] each.
template <class Real>
struct CubicRow {
    const Real* planes; ///< [8, stride]
    int stride;
    const Real* t;
    const double* theta;
    Real perDelta;
    Real *re, *im, *reTheta, *imTheta;
};
/// The same as |S| and d|S|/dtheta = Re(conj(S) dS)/|S|, both 0 where S = 0; [count] each.
template <class Real>
struct CubicMagnitudes {
    const Real* planes; ///< [8, stride]
    int stride;
    const Real* t;
    const double* theta;
    Real perDelta;
    Real *m, *dTheta;
};
void evaluateMagnitudes(int count, const CubicMagnitudes<float>& row);
void evaluateMagnitudes(int count, const CubicMagnitudes<double>& row);

void evaluateCubics(int count, const CubicRow<float>& row);
void evaluateCubics(int count, const CubicRow<double>& row);

} // namespace thetascope
