// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/cached_kernels.h"

#include <complex>

namespace thetascope {

/// S and dS/dt at a node: four numbers, as FrameNodes gives them.
template <class Real>
struct NodeValue {
    std::complex<Real> value, slope;
};

/// One cell's cubic in t among the tiles of a frame (cached_kernels.h): S(t) = a0 + a1 t + a2 t^2 + a3 t^3.
template <class Real>
class CellCubic {
    using Complex = std::complex<Real>;

public:
    CellCubic(Real* tiles, int bin) : m_first(tiles + cubicAt(bin)) {}

    Complex at(Real t) const { return load(0) + t * (load(1) + t * (load(2) + t * load(3))); }

    /// What it knows of the nodes at t = 0 and t = 1.
    NodeValue<Real> lowerEnd() const { return {load(0), load(1)}; }
    NodeValue<Real> upperEnd() const {
        const Complex a1 = load(1), a2 = load(2), a3 = load(3);
        return {load(0) + a1 + a2 + a3, a1 + Real(2) * a2 + Real(3) * a3};
    }

    /// Hermite's, with these values and slopes at t = 0 and t = 1.
    void join(const NodeValue<Real>& lower, const NodeValue<Real>& upper) {
        const auto [y0, d0] = lower;
        const auto [y1, d1] = upper;
        store(0, y0);
        store(1, d0);
        store(2, Real(3) * (y1 - y0) - Real(2) * d0 - d1);
        store(3, Real(2) * (y0 - y1) + d0 + d1);
    }
    /// A straight line, right at t = 0.
    void touch(const NodeValue<Real>& value) {
        store(0, value.value);
        store(1, value.slope);
        store(2, {});
        store(3, {});
    }

private:
    Complex load(int power) const { return {m_first[2 * power * cubicTile], m_first[(2 * power + 1) * cubicTile]}; }
    void store(int power, Complex value) {
        m_first[2 * power * cubicTile] = value.real();
        m_first[(2 * power + 1) * cubicTile] = value.imag();
    }

    Real* m_first;
};

} // namespace thetascope
