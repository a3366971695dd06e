// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/function_ref.h"
#include "core/dstft/frame_transform.h"

#include <memory>

namespace thetascope {

/// Theta shared or per frame, for objectives that are functions of every frame's sums over bins of |S|^2 and |S|^4 and don't
/// depend on its scale (the normalisation then drops out): two frames share one complex FFT, and one for their adjoint, whatever
/// the number of parameters (engines.md, 1.3, S). Nothing is stored.
class AdjointPairs {
public:
    virtual ~AdjointPairs() = default;

    struct MomentSlopes {
        double bySecond = 0, byFourth = 0;
    };
    /// Called for every frame once, on any thread of the pool: the slopes of the frame's number in its two sums, which are those of
    /// S times a factor of the frame's own.
    using Visitor = FunctionRef<MomentSlopes(int frame, double second, double fourth)>;

    /// dTheta [T] and, if positions are wanted, dPosition [T] become the derivatives of every frame's number.
    virtual void visit(const Tiling& tiling, Wanted wanted, const Visitor& visitor, double* dTheta, double* dPosition) = 0;
};

template <class Real>
std::unique_ptr<AdjointPairs> makeAdjointPairs(const TransformContext& context, int support);

} // namespace thetascope
