// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/row_source.h"

namespace thetascope {

/// A term of the spectrogram and its gradient in one pass over the frames, without the spectrogram being stored. Owned and called
/// by one thread.
class SpectrogramPass {
public:
    virtual ~SpectrogramPass() = default;
    /// The term's value at a tiling, and `weight` times its gradient (replaced; positions zero unless wanted).
    virtual double evaluate(const Tiling& tiling, Wanted wanted, double weight, TilingGradient& gradient) = 0;
    /// |S| [T, F] at the tiling of the last evaluation.
    virtual FrameArray<float> picture(const Tiling& tiling) = 0;
    virtual EngineReport report() const = 0;
};

/// |S| [T, F] of a source at a tiling.
template <class Real>
FrameArray<Real> collectMagnitudes(MagnitudeSource<Real>& rows, const Tiling& tiling) {
    FrameArray<Real> magnitude(tiling.frames(), tiling.bins());
    rows.visitMagnitudes(tiling, {}, [&](int frame, int, const MagnitudeRow<Real>& row) {
        std::copy(row.m, row.m + tiling.bins(), magnitude.row(frame).data());
    });
    return magnitude;
}

} // namespace thetascope
