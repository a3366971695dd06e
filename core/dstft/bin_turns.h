// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/aligned.h"
#include "core/dstft/roots.h"

namespace thetascope {

/// The rows of cosines and sines of 2 pi f u/N over the points u = u0 + m of a folded frame, for kernels that make them as they
/// go: per bin the first rowLanes values, exact, and the turns from a vector and from a block of rowBlock points to the next.
template <class Real>
struct BinTurns {
    /// step: points of a vector, at most rowLanes; u0 in half samples.
    BinTurns(const Roots& roots, int bins, int step, int firstHalfSamples)
        : first(2 * static_cast<std::size_t>(rowLanes) * static_cast<std::size_t>(bins)), turns(4 * static_cast<std::size_t>(bins)) {
        for (int f = 0; f < bins; ++f) {
            const auto store = [&](int halfSamples, Real& cosine, Real& sine) {
                const std::complex<double> phase = roots.phase(halfSamples, f);
                cosine = Real(phase.real());
                sine = Real(-phase.imag());
            };
            Real* lanes = first.data() + 2 * static_cast<std::ptrdiff_t>(rowLanes) * f;
            for (int l = 0; l < rowLanes; ++l) store(firstHalfSamples + 2 * l, lanes[l], lanes[rowLanes + l]);
            Real* turn = turns.data() + 4 * static_cast<std::ptrdiff_t>(f);
            store(2 * step, turn[0], turn[1]);
            store(2 * rowBlock, turn[2], turn[3]);
        }
    }

    AlignedVector<Real> first; ///< [F, 2, rowLanes]: cosines, sines
    AlignedVector<Real> turns; ///< [F, 4]: cosine and sine of a vector's angle, of a block's
};

} // namespace thetascope
