// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/function_ref.h"
#include "core/dstft/engine.h"
#include "core/dstft/frame_transform.h"
#include "core/model/engine_report.h"

#include <memory>

namespace thetascope {

/// One frame of the transform with its tangents, [F] each, real and imaginary parts apart. The phase common to a cell and its
/// tangents is arbitrary: rows serve objectives of |S|.
template <class Real>
struct Row {
    const Real *re, *im;
    const Real *reTheta, *imTheta;       ///< dS/dtheta
    const Real *rePosition, *imPosition; ///< dS/dt, null if positions were not wanted
};

/// One frame as objectives of |S| see it, [F] each.
template <class Real>
struct MagnitudeRow {
    const Real *m, *dTheta; ///< |S|, d|S|/dtheta
    const Real* dPosition;  ///< d|S|/dt, null if positions were not wanted
};

/// Magnitudes and their slopes frame by frame: what a one-pass evaluation reads while it is still in the cache.
template <class Real>
class MagnitudeSource {
public:
    virtual ~MagnitudeSource() = default;
    /// Called for every frame once, on any thread of the pool; thread in [0, pool.threads()).
    using MagnitudeVisitor = FunctionRef<void(int frame, int thread, const MagnitudeRow<Real>&)>;
    virtual void visitMagnitudes(const Tiling& tiling, Wanted wanted, const MagnitudeVisitor& visitor) = 0;

    virtual EngineReport report() const = 0;
};

/// Rows of S and dS/dp straight after each other.
template <class Real>
class RowSource : public MagnitudeSource<Real> {
public:
    using Visitor = FunctionRef<void(int frame, int thread, const Row<Real>&)>;
    virtual void visit(const Tiling& tiling, Wanted wanted, const Visitor& visitor) = 0;
};

/// Theta shared or per frame: transform and tangent as the two halves of one complex FFT, z = s (w + j c dw/dtheta).
/// Positions wanted: the dw/dy tangents of two frames share a third (engines.md, D1 and D3).
template <class Real>
std::unique_ptr<MagnitudeSource<Real>> makeTangentRows(const TransformContext& context, int support);

/// Theta per frequency or per cell, positions fixed: the interval cache. Every cell keeps a cubic in ln theta between exact
/// nodes; see cached_rows.cpp.
template <class Real>
std::unique_ptr<RowSource<Real>> makeCachedRows(const TransformContext& context, int support);

/// Theta per frequency or per cell, exact, with or without positions: direct sums over each taper's own support.
template <class Real>
std::unique_ptr<RowSource<Real>> makeDirectRows(const TransformContext& context, int support);

/// A frame transform whose forward() keeps the rows of a source: for objectives that need all of S before their gradient.
std::unique_ptr<FrameTransform> makeRowFrames(std::unique_ptr<RowSource<float>> rows);

} // namespace thetascope
