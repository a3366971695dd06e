// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Samples under a taper and under its derivatives: x w, x dw/dtheta, -x dw/dy; [count] each. dY may be null, then byPosition is left
/// alone. Returns the largest |x w|.
template <class Real>
struct TaperedFrame {
    const Real *x, *w, *dTheta, *dY;
    Real *value, *byTheta, *byPosition;
};
float taperFrame(int count, const TaperedFrame<float>& frame);
double taperFrame(int count, const TaperedFrame<double>& frame);

/// z = scale1 a + j scale2 b, interleaved, z [2 count].
void interleaveScaled(int count, const float* a, float scale1, const float* b, float scale2, float* z);
void interleaveScaled(int count, const double* a, double scale1, const double* b, double scale2, double* z);

/// Sums over the bins f = 0..n/2 of |S|^2 and |S|^4 of two frames that share an FFT.
struct PairMoments {
    double second[2] = {}, fourth[2] = {};
};
/// z [2 (n+1)] interleaved, Z[n] = Z[0], holds both spectra as in unpackPair(). squares: two rows [n/2+1], |2 S|^2.
PairMoments momentsOfPair(int n, const float* z, float* square1, float* square2);
PairMoments momentsOfPair(int n, const double* z, double* square1, double* square2);

/// G_j = (2 bySecond + 4 byFourth |S_j|^2) S_j of both frames, packed so that a *forward* FFT of y gives g_2 + j g_1, g_j the
/// derivative in the tapered samples of frame j (real and imaginary parts are exchanged on the way in and out). y [2 n].
template <class Real>
struct PairCotangent {
    const Real *square1, *square2; ///< of momentsOfPair()
    Real bySecond[2], byFourth[2];
};
void cotangentOfPair(int n, const float* z, const PairCotangent<float>& pair, float* y);
void cotangentOfPair(int n, const double* z, const PairCotangent<double>& pair, double* y);

/// sum over m of g_2 a and g_1 a, z [2 count] interleaved as that FFT gives it: `lane` 0 or 1 says which.
double dotOfPair(int count, int lane, const float* z, const float* a);
double dotOfPair(int count, int lane, const double* z, const double* a);

} // namespace thetascope
