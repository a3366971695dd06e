// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Takes two real sequences' spectra out of one complex FFT of x1 + j x2 [n], interleaved re, im in z [2 n]:
/// S1 = ((Ar+Br) + j (Ai-Bi))/2, S2 = ((Ai+Bi) + j (Br-Ar))/2 with A = Z[f], B = Z[n-f], f = 0..n/2. work [2 (n+1)].
/// The results are scaled: S1 by scale1, S2 by scale2.
template <class Real>
struct Unpacked {
    Real *re1, *im1, *re2, *im2; ///< [n/2+1] each
};
void unpackPair(int n, const float* z, float* work, float scale1, float scale2, const Unpacked<float>& out);
void unpackPair(int n, const double* z, double* work, double scale1, double scale2, const Unpacked<double>& out);

/// z = x (w + j scale d), interleaved, z [2 n].
void packSamples(int n, const float* x, const float* w, const float* d, float scale, float* z);
void packSamples(int n, const double* x, const double* w, const double* d, double scale, double* z);

/// m = |S| and dm = Re(conj(S) dS)/|S|, 0 where S = 0; [count] each.
void magnitudeRow(int count, const float* re, const float* im, float* m);
void magnitudeRow(int count, const double* re, const double* im, double* m);
void slopeRow(int count, const float* re, const float* im, const float* m, const float* dRe, const float* dIm, float* dm);
void slopeRow(int count, const double* re, const double* im, const double* m, const double* dRe, const double* dIm, double* dm);

/// d <- d - c x, the correction of a tangent for its normalisation; [count].
void subtractScaled(int count, float c, const float* x, float* d);
void subtractScaled(int count, double c, const double* x, double* d);

/// sum a b.
double dotRow(int count, const float* a, const float* b);
double dotRow(int count, const double* a, const double* b);

/// out <- a b; [count].
void multiplyRow(int count, const float* a, const float* b, float* out);
void multiplyRow(int count, const double* a, const double* b, double* out);

} // namespace thetascope
