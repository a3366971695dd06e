// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace thetascope {

/// Random numbers that are the same with every standard library (whose distributions differ): mt19937_64, 53-bit uniforms,
/// and Gaussians by Box and Muller's transform.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    /// Uniform on [0, 1).
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }

    /// Gaussian of mean 0 and variance 1.
    double gaussian() {
        const double radius = std::sqrt(-2 * std::log1p(-uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace thetascope
