// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// z[p] = sum_b x[bP+p] (w[bP+p] + j v[bP+p]), p < P, interleaved re, im in z [2P]; b over `blocks` blocks of P.
void foldFrame(int blocks, int fold, const float* x, const float* w, const float* v, float* z);
void foldFrame(int blocks, int fold, const double* x, const double* w, const double* v, double* z);

/// From Z = FFT of z, interleaved with Z[P] = Z[0] at its end [2 (P+1)]: the halves A, B of the spectra of two real sequences at f < P/2, as power |A|^2 and
/// product Re(conj(A) B).
void powerRow(int bins, int fold, const float* z, float* power, float* product);
void powerRow(int bins, int fold, const double* z, double* power, double* product);

/// In place over a clip's n cells: power -> 1/2 ln(power + floor), product -> scale product / (power + floor).
void logRow(int n, float floor, float scale, float* power, float* product);
void logRow(int n, double floor, double scale, double* power, double* product);

/// In place over a clip's n cells: power -> sqrt(power + floor), product -> scale product / sqrt(power + floor).
void rootRow(int n, float floor, float scale, float* power, float* product);
void rootRow(int n, double floor, double scale, double* power, double* product);

/// For one frame's backward pass: with h periodic modulo P, dx[m] += w[m] h[m], and the sums over m of x v h and x u h are
/// added to *byTheta and *byPosition. Each over `blocks` blocks of P.
void unfoldFrame(int blocks, int fold, const float* h, const float* w, float* dx);
void unfoldFrame(int blocks, int fold, const double* h, const double* w, double* dx);
double tripleDot(int blocks, int fold, const float* h, const float* x, const float* v);
double tripleDot(int blocks, int fold, const double* h, const double* x, const double* v);

} // namespace thetascope
