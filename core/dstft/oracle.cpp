// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/oracle.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace thetascope {

namespace {

struct Cell {
    std::complex<double> s, dTheta, dPosition;
};

/// exp(-2 pi j k f / N), k f reduced modulo N in integers.
std::complex<double> twiddle(std::int64_t k, std::int64_t f, std::int64_t n) {
    const std::int64_t index = ((k % n + n) % n) * f % n;
    return std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(index) / static_cast<double>(n));
}

Cell cell(const Signal& signal, const Tiling& tiling, int i, int f, const TaperFunction& taper, Normalisation normalisation) {
    const double theta = tiling.thetaAt(i, f), centre = tiling.centre(i);
    Cell raw;
    double n = 0, nTheta = 0, nPosition = 0;
    const auto last = static_cast<std::int64_t>(std::floor(centre + theta / 2)) + 1;
    for (auto k = static_cast<std::int64_t>(std::ceil(centre - theta / 2)) - 1; k <= last; ++k) {
        const TaperSample w = taper(static_cast<double>(k) - centre, theta);
        if (normalisation == Normalisation::sum) {
            n += w.w;
            nTheta += w.dTheta;
            nPosition -= w.dY;
        } else if (normalisation == Normalisation::energy) {
            n += w.w * w.w;
            nTheta += 2 * w.w * w.dTheta;
            nPosition -= 2 * w.w * w.dY;
        }
        if (k < 0 || k >= signal.length()) continue;
        const std::complex<double> x = signal.samples[static_cast<std::size_t>(k)] * twiddle(k, f, tiling.support);
        raw.s += w.w * x;
        raw.dTheta += w.dTheta * x;
        raw.dPosition -= w.dY * x;
    }
    if (normalisation == Normalisation::none) return raw;
    if (!(n > 0)) return {};
    if (normalisation == Normalisation::energy) {
        const double root = std::sqrt(n);
        nTheta /= 2 * root;
        nPosition /= 2 * root;
        n = root;
    }
    const std::complex<double> s = raw.s / n;
    return {s, (raw.dTheta - s * nTheta) / n, (raw.dPosition - s * nPosition) / n};
}

} // namespace

OracleResult oracle(const Signal& signal, const Tiling& tiling, const TaperFunction& taper, Normalisation normalisation) {
    const int frames = tiling.frames(), bins = tiling.bins();
    OracleResult result{ComplexFrames(frames, bins), ComplexFrames(frames, bins), ComplexFrames(frames, bins)};
    for (int i = 0; i < frames; ++i)
        for (int f = 0; f < bins; ++f) {
            const Cell c = cell(signal, tiling, i, f, taper, normalisation);
            result.spectrum(i, f) = c.s;
            result.dTheta(i, f) = c.dTheta;
            result.dPosition(i, f) = c.dPosition;
        }
    return result;
}

} // namespace thetascope
