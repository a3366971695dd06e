// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <span>
#include <vector>

namespace thetascope {

/// The plain O(n^2) discrete Fourier transform of real samples, S[f] = sum_m x[m] exp(-2 pi j m f / n), f = 0..n/2: the
/// oracle of the tests. m f is reduced modulo n in integers before it becomes an angle.
std::vector<std::complex<double>> plainDft(std::span<const double> samples);

} // namespace thetascope
