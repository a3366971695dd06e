// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fft/plain_dft.h"

#include <cstdint>
#include <numbers>

namespace thetascope {

std::vector<std::complex<double>> plainDft(std::span<const double> samples) {
    const auto n = static_cast<std::int64_t>(samples.size());
    std::vector<std::complex<double>> spectrum(samples.size() / 2 + 1);
    for (std::int64_t f = 0; f < static_cast<std::int64_t>(spectrum.size()); ++f)
        for (std::int64_t m = 0; m < n; ++m)
            spectrum[f] += std::polar(samples[m], -2 * std::numbers::pi * static_cast<double>(m * f % n) / static_cast<double>(n));
    return spectrum;
}

} // namespace thetascope
