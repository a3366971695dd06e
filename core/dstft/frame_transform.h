// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/engine.h"
#include "core/dstft/frame_geometry.h"
#include "core/dstft/normaliser.h"
#include "core/dstft/roots.h"

#include <memory>

namespace thetascope {

/// What every way of computing frames is given.
struct TransformContext {
    const Signal& signal;
    std::shared_ptr<const Taper> taper;
    Normalisation normalisation;
    ThreadPool& pool;
};

/// One way of computing the frames of Eq. (22) and their gradients for a fixed support and number of frames.
class FrameTransform {
public:
    virtual ~FrameTransform() = default;
    /// S [T, F].
    virtual void forward(const Tiling& tiling, Wanted wanted, ComplexFrames& spectrum) = 0;
    /// dL/dtheta and dL/dt_i at the tiling of the last forward(); sized and zeroed by the caller.
    virtual void backward(const Tiling& tiling, Wanted wanted, const ComplexFrames& cotangent, TilingGradient& gradient) = 0;
    /// What each of the frames begin..end-1 adds to dL/ds[first + m], m = 0..N-1, into out [end - begin, N]. May be called from
    /// several threads with different `thread`.
    virtual void signalFrames(const Tiling& tiling, int begin, int end, const ComplexFrames& cotangent, int thread,
                              double* out) = 0;
    virtual EngineReport report() const = 0;
};

/// FFTs: for theta that doesn't vary along frequency.
template <class Real>
std::unique_ptr<FrameTransform> makeFftFrames(const TransformContext& context, int support);

/// Direct sums over each taper's own support: any theta, O(theta) per cell.
template <class Real>
std::unique_ptr<FrameTransform> makeDirectFrames(const TransformContext& context, int support);

} // namespace thetascope
