// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/adjoint_pairs.h"
#include "core/dstft/row_source.h"
#include "core/objective/moment_term.h"
#include "core/run/spectrogram_pass.h"

namespace thetascope {

/// Value and gradient of one MomentTerm in a single pass over the frames, theta shared or per frame.
template <class Real>
class MomentPass final : public SpectrogramPass {
public:
    MomentPass(const TransformContext& context, int support, const MomentTerm& term)
        : m_term(term), m_pairs(makeAdjointPairs<Real>(context, support)), m_rows(makeTangentRows<Real>(context, support)) {}

    double evaluate(const Tiling& tiling, Wanted wanted, double weight, TilingGradient& gradient) override;
    FrameArray<float> picture(const Tiling& tiling) override { return collectMagnitudes(*m_rows, tiling).template cast<float>(); }
    EngineReport report() const override { return {.name = "one pass, pairs of frames"}; }

private:
    const MomentTerm& m_term;
    std::unique_ptr<AdjointPairs> m_pairs;
    std::unique_ptr<MagnitudeSource<Real>> m_rows; ///< for pictures
    std::vector<MomentTerm::FrameValue> m_values;       ///< [T]
    std::vector<double> m_slopes, m_theta, m_position;  ///< [T]: dL/dvalue, dvalue/dtheta, dvalue/dt
};

extern template class MomentPass<double>;
extern template class MomentPass<float>;

} // namespace thetascope
