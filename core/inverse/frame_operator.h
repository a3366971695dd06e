// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/engine.h"

#include <memory>
#include <vector>

namespace thetascope {

/// The transform of a tiling as a linear operator A on signals of M samples, and its adjoint. Spectra are compared over the
/// two-sided spectrum, of which F = N/2+1 bins are held:
///
///     <S, R> = 1/N sum_i sum_f h_f Re(conj(S) R),   h_f = 1 for f = 0 and f = N/2, else 2
///
/// so that where theta doesn't vary along frequency A* A is a product with D[k] = sum_i (w(k - c_i; theta_i)/n_i)^2. Owned
/// and called by one thread; the pool must outlive it.
class FrameOperator {
public:
    /// length M >= 0. Throws std::invalid_argument if taper is null.
    FrameOperator(const Tiling& tiling, std::shared_ptr<const Taper> taper, Normalisation normalisation, int length,
                  Precision precision, ThreadPool& pool);

    /// S = A x, [T, F], of x [M].
    void analyse(const std::vector<double>& x, ComplexFrames& spectrum);

    /// x = A* S, [M], of S [T, F].
    void synthesise(const ComplexFrames& spectrum, std::vector<double>& x);

    /// <S, S>.
    double energy(const ComplexFrames& spectrum) const;

private:
    double weight(int bin) const { return (bin == 0 || 2 * bin == m_tiling.support ? 1.0 : 2.0) / m_tiling.support; }

    Tiling m_tiling;
    Signal m_signal; ///< what the engine reads
    std::unique_ptr<Engine> m_engine;
    bool m_ready = false; ///< whether the engine has seen the tiling
    ComplexFrames m_spectrum;
};

} // namespace thetascope
