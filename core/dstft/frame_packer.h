// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/aligned.h"
#include "core/dstft/frame_transform.h"
#include "core/dstft/row_kernels.h"

#include <algorithm>
#include <cmath>

namespace thetascope {

/// Lays a frame out for the complex FFT that gives S and theta dS/dtheta at once: z = s (w + j theta w_theta). One object per
/// thread.
template <class Real>
class FramePacker {
public:
    explicit FramePacker(int support) : m_support(support), m_w(support), m_dTheta(support), m_dY(support) {}

    /// z [2 N] from samples x [N]; with `tangent` [N] also s (-w_y). Returns the scale of the frame's normalisation.
    Scale pack(const TransformContext& context, const FrameGeometry& geometry, double theta, const Real* x, Real* z, Real* tangent) {
        const auto cosine = context.taper->cosine();
        if (cosine && theta >= shortestClosed) return packCosineTaper(*cosine, context.normalisation, geometry, theta, x, z, tangent);
        Real* dY = tangent != nullptr ? m_dY.data() : nullptr;
        const auto [begin, end] = context.taper->fillSupport(geometry.y0, m_support, theta, m_w.data(), m_dTheta.data(), dY);
        const int from = begin / alignedSamples * alignedSamples;
        const int to = std::min((end + alignedSamples - 1) / alignedSamples * alignedSamples, m_support);
        for (Real* row : {m_w.data(), m_dTheta.data(), dY}) {
            if (row == nullptr) continue;
            std::fill(row + from, row + begin, Real(0));
            std::fill(row + end, row + to, Real(0));
        }
        const bool energy = context.normalisation == Normalisation::energy;
        const NormSums<Real> sums =
            packFrame(to - from, FramePacking<Real>{x + from, m_w.data() + from, m_dTheta.data() + from, dY != nullptr ? dY + from : dY,
                                                    Real(theta), energy, z + 2 * from, tangent != nullptr ? tangent + from : tangent});
        clear(z, 2 * from, 2 * to, 2 * m_support);
        if (tangent != nullptr) clear(tangent, from, to, m_support);
        return Scale(context.normalisation, energy ? TaperSums{0, 0, 0, sums.w, sums.dTheta, sums.dY}
                                                   : TaperSums{sums.w, sums.dTheta, sums.dY, 0, 0, 0});
    }

private:
    Scale packCosineTaper(const Taper::Cosine& taper, Normalisation normalisation, const FrameGeometry& geometry, double theta,
                          const Real* x, Real* z, Real* tangent) {
        const double half = theta / 2;
        const int begin = std::clamp(static_cast<int>(std::ceil(-half - geometry.y0)), 0, m_support);
        const int end = std::clamp(static_cast<int>(std::floor(half - geometry.y0)) + 1, begin, m_support);
        const int from = begin / alignedSamples * alignedSamples;
        const int to = std::min((end + alignedSamples - 1) / alignedSamples * alignedSamples, m_support);
        packCosine(CosinePacking<Real>{taper.mean, taper.swing, theta, geometry.y0, begin, end, from, to, x, z, tangent});
        clear(z, 2 * from, 2 * to, 2 * m_support);
        if (tangent != nullptr) clear(tangent, from, to, m_support);
        Scale scale(Normalisation::none, {});
        if (normalisation == Normalisation::none) return scale;
        const double points = end - begin;
        const CosineNorm<double> norm = normOfFrame({taper.mean, taper.swing, normalisation == Normalisation::energy, theta, points,
                                                     geometry.y0 + 0.5 * (begin + end - 1)});
        scale.factor = norm.factor;
        scale.logTheta = norm.logTheta;
        scale.logPosition = norm.logPosition;
        return scale;
    }

    /// Zeroes what lies outside [begin, end).
    static void clear(Real* row, int begin, int end, int count) {
        std::fill(row, row + begin, Real(0));
        std::fill(row + end, row + count, Real(0));
    }

    int m_support;
    AlignedVector<Real> m_w, m_dTheta, m_dY; ///< the taper and its derivatives
};

} // namespace thetascope
