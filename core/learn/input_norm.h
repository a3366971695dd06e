// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Batch normalisation with one scalar mean and variance over a batch's whole maps (Ioffe and Szegedy, 2015):
///
///     xhat = (x - mean) / sqrt(variance + 1e-5),   y = gain xhat + bias
///
/// Over a batch of n values with S1 = sum dL/dy and S2 = sum dL/dy xhat:
///
///     dL/dgain = S2,   dL/dbias = S1,   dL/dx = gain / sqrt(variance + 1e-5) (dL/dy - S1/n - xhat S2/n)
///
/// The functions below work on one clip's [count] values; sums over the clips are the caller's, so that their order is too.

/// Two sums over values: sum x and sum x^2, or S1 and S2.
struct NormSums {
    double first = 0, second = 0;
    NormSums& operator+=(const NormSums& other) {
        first += other.first;
        second += other.second;
        return *this;
    }
};

struct NormStatistics {
    double mean = 0, variance = 1;

    static NormStatistics of(const NormSums& sums, double count);
    double inverseDeviation() const;
};

/// Statistics for use after training: running means with PyTorch's momentum of 0.1; the variance is the unbiased one.
void follow(NormStatistics& running, const NormStatistics& batch, double count);

template <class Real>
NormSums sumValues(int count, const Real* x);

/// y from x.
template <class Real>
void normalise(int count, const Real* x, const NormStatistics& statistics, double gain, double bias, Real* y);

/// This clip's part of S1 and S2.
template <class Real>
NormSums sumSlopes(int count, const Real* x, const NormStatistics& statistics, const Real* dy);

/// dL/dx of one clip, with S1 and S2 of the whole batch of `batchCount` values. dx may be dy.
template <class Real>
void normaliseBackward(int count, const Real* x, const NormStatistics& statistics, double gain, const NormSums& slopes,
                       double batchCount, const Real* dy, Real* dx);

} // namespace thetascope
