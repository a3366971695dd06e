// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/single_cells.h"

#include <cmath>
#include <vector>

namespace thetascope {

/// What an interpolated cell is held against: exact single cells, and the norms of which its error is a share. One object per
/// thread; context and roots must outlive it.
template <class Real>
class CellProbe {
public:
    CellProbe(const TransformContext& context, const Roots& roots, int support)
        : m_context(context), m_support(support), m_cells(context, roots, support), m_x(support), m_w(support), m_dTheta(support) {}

    /// Of the frame at a position, with the phase of Eq. (7).
    SingleCells<Real>& cellsAt(double position) {
        m_cells.layOut(position);
        return m_cells;
    }

    /// ||w|| ||s|| / n of a frame: norms of its taper and of the samples under a window as long as `reach`, over the
    /// normalisation.
    double norm(double position, double theta, double reach) {
        const FrameGeometry geometry(position, m_support);
        copySamples(m_context.signal, geometry.first, m_support, m_x.data());
        const auto [begin, end] = m_context.taper->fillSupport(geometry.y0, m_support, theta, m_w.data(), m_dTheta.data(),
                                                               static_cast<Real*>(nullptr));
        TaperSums sums;
        double energy = 0;
        for (int m = begin; m < end; ++m) {
            sums.w += m_w[m];
            sums.ww += double(m_w[m]) * double(m_w[m]);
        }
        for (int m = 0; m < m_support; ++m)
            if (std::abs(geometry.y0 + m) <= 0.5 * reach) energy += double(m_x[m]) * double(m_x[m]);
        return Scale(m_context.normalisation, sums).factor * std::sqrt(sums.ww * energy);
    }

private:
    const TransformContext& m_context;
    int m_support;
    SingleCells<Real> m_cells;
    std::vector<Real> m_x, m_w, m_dTheta; ///< [N]
};

} // namespace thetascope
