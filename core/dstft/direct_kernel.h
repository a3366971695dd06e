// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// The sums of one cell over its taper's points, m = 0..count-1:
///
///     re = sum w a C        im = -sum w b S       (and the same with dw/dtheta in place of w)
///     reT = -sum w_y b C    imT = sum w_y a S
///
/// Folded (frame centre on the sample grid or midway): a = s(y) + s(-y), b = s(y) - s(-y) at y >= 0. Unfolded: a = b = s(y).
template <class Real>
struct CellSums {
    Real re = 0, im = 0, reTheta = 0, imTheta = 0, reT = 0, imT = 0;
};

/// Arrays [count] of one cell: taper and derivatives, folded or plain samples, cosine and sine rows.
template <class Real>
struct CellArrays {
    const Real *w, *dTheta, *dY; ///< dY null if positions are not wanted
    const Real *a, *b, *cosine, *sine;
};

CellSums<double> sumCell(int count, const CellArrays<double>& arrays);
CellSums<float> sumCell(int count, const CellArrays<float>& arrays);

/// One cell of the adjoint: even += w re C, odd += w im S over the taper's points, [count] each.
template <class Real>
struct AdjointArrays {
    const Real *w, *cosine, *sine;
    Real re, im;
};
void addCell(int count, const AdjointArrays<double>& cell, double* even, double* odd);
void addCell(int count, const AdjointArrays<float>& cell, float* even, float* odd);

/// Lanes and points per block of rotateRow().
constexpr int rowLanes = 16, rowBlock = 256;

/// Rows of cosines and sines [count] from their first rowLanes values, rotated by rowLanes points at a time with (turnC, turnS);
/// count <= rowBlock.
void rotateRow(int count, const double* c, const double* s, double turnC, double turnS, double* cosine, double* sine);
void rotateRow(int count, const float* c, const float* s, float turnC, float turnS, float* cosine, float* sine);

/// Sums over a taper's points for normalisation `sum` (w, dTheta, dY) or `energy` (their products with w).
template <class Real>
struct NormSums {
    Real w = 0, dTheta = 0, dY = 0;
};

NormSums<double> sumTaper(int count, const double* w, const double* dTheta, const double* dY, bool energy);
NormSums<float> sumTaper(int count, const float* w, const float* dTheta, const float* dY, bool energy);

} // namespace thetascope
