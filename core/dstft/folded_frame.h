// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/fold_kernel.h"
#include "core/dstft/fold_plan.h"
#include "core/model/signal.h"

namespace thetascope {

/// One frame under a cosine taper as the folding kernel reads it, and the sums of its cells.
template <class Real>
struct FoldedFrame {
    FoldedFrame(int support, int bins);

    /// Samples and geometry of the frame at a position.
    void layOut(const Signal& signal, double position, int support);
    FoldFrame<Real> view();

    FoldGeometry geometry;
    FoldPlan<Real> plan;                   ///< of [bins] cells
    AlignedVector<Real> plus, minus, sums; ///< [N/2 + 1 + foldPadding] samples; [foldSums, bins]
};

} // namespace thetascope
