// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/model/settings.h"
#include "core/window/taper.h"

#include <cstdint>
#include <vector>

namespace thetascope {

/// A normalised taper and its tangents on the samples of a frame, [N] each: w/n, theta d(w/n)/dtheta, d(w/n)/dt_i.
template <class Real>
struct SampledTaper {
    std::vector<Real> w, byLogTheta, byPosition;
    int begin = 0, end = 0; ///< multiples of P: outside [begin, end) everything is zero
};

/// The tapers of all frames: frames that lie alike between the samples share one.
template <class Real>
class TaperTable {
public:
    /// fold: P, divides support.
    TaperTable(const Taper& taper, Normalisation normalisation, int support, int fold, const Vector& positions, double theta);

    struct Frame {
        std::int64_t first; ///< sample where the frame begins
        const SampledTaper<Real>* taper;
    };
    Frame frame(int i) const { return {m_first[static_cast<std::size_t>(i)], &m_tapers[m_index[static_cast<std::size_t>(i)]]}; }

private:
    std::vector<SampledTaper<Real>> m_tapers;
    std::vector<std::int64_t> m_first;
    std::vector<std::size_t> m_index;
};

} // namespace thetascope
