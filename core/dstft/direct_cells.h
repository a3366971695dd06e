// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/aligned.h"
#include "core/dstft/direct_kernel.h"
#include "core/dstft/frame_transform.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace thetascope {

/// A cell of the transform and its derivatives.
struct Cell {
    std::complex<double> s, dTheta, dPosition;
};

/// What the cells of one frame add to dL/ds, about its centre: at y what is even in y, at y and -y what is odd. [points] each.
template <class Real>
struct AdjointSums {
    explicit AdjointSums(int support) : even(static_cast<std::size_t>(support) + 1), odd(even.size()) {}
    void clear(int points) {
        std::fill(even.begin(), even.begin() + points, Real(0));
        std::fill(odd.begin(), odd.begin() + points, Real(0));
    }
    std::vector<Real> even, odd;
};

/// The samples of one frame as the direct kernel reads them. A frame whose centre lies on the sample grid or midway is folded
/// about it: a = s(y) + s(-y), b = s(y) - s(-y) at y >= 0, half the points.
template <class Real>
struct FrameSamples {
    explicit FrameSamples(int support) : a(static_cast<std::size_t>(support) + 1), b(a.size()) {}

    void layOut(const Signal& signal, double position, int support) {
        const FrameGeometry geometry(position, support);
        const double twice = 2 * position + (support - 1);
        folded = twice == std::floor(twice);
        if (!folded) {
            copySamples(signal, geometry.first, support, a.data());
            std::copy(a.begin(), a.end(), b.begin());
            y0 = geometry.y0;
            rowHalfSamples = 0;
            phaseHalfSamples = 2 * geometry.first;
            points = support;
            return;
        }
        phaseHalfSamples = static_cast<std::int64_t>(twice);
        rowHalfSamples = phaseHalfSamples & 1;
        y0 = 0.5 * static_cast<double>(rowHalfSamples);
        points = (support - static_cast<int>(rowHalfSamples)) / 2 + 1;
        fold(signal);
    }

    /// dL/ds[first + m], m = 0..N-1, from the sums at this frame's points.
    void unfold(const AdjointSums<Real>& sums, std::int64_t first, int support, double* out) const {
        std::fill(out, out + support, 0.0);
        const std::int64_t below = (phaseHalfSamples - rowHalfSamples) / 2 - first; // of y = -y0, relative to the support
        for (int u = 0; u < points; ++u) {
            const std::int64_t after = folded ? below + rowHalfSamples + u : u, before = below - u;
            if (after >= 0 && after < support) out[after] = double(sums.even[u]) + double(sums.odd[u]);
            if (folded && before >= 0 && before != after) out[before] = double(sums.even[u]) - double(sums.odd[u]);
        }
    }

    AlignedVector<Real> a, b;
    bool folded = false;
    double y0 = 0;                     ///< y of the first point
    std::int64_t rowHalfSamples = 0;   ///< where the first point lies in the rows of cosines and sines, in half samples
    std::int64_t phaseHalfSamples = 0; ///< the point that those rows refer to, in half samples, absolute
    int points = 0;

private:
    void fold(const Signal& signal) {
        const std::int64_t below = (phaseHalfSamples - rowHalfSamples) / 2;
        copySamples(signal, below + rowHalfSamples, points, a.data()); // s(y), y = u + y0
        copySamples(signal, below - points + 1, points, b.data());     // s(-y), reversed
        std::reverse(b.begin(), b.begin() + points);
        for (int u = 0; u < points; ++u) {
            const Real after = a[u], before = b[u];
            const bool once = rowHalfSamples == 0 && u == 0; // y = 0 has no partner
            a[u] = once ? after : after + before;
            b[u] = once ? Real(0) : after - before;
        }
    }
};

/// Evaluates single cells by direct sums over the taper's own support. One object per thread.
template <class Real>
class DirectCells {
public:
    DirectCells(const TransformContext& context, const Roots& roots, int support)
        : m_context(context), m_roots(roots), m_w(support + 1), m_dTheta(support + 1),
          m_dY(support + 1), m_cosine(support + 1), m_sine(support + 1) {}

    /// S, dS/dtheta and (if wanted) dS/dt of one cell, normalised, with the phase of Eq. (7). Rows of cosines and sines are made
    /// for this cell's points, or for `rowPoints` if more: other frames will want them.
    Cell evaluate(const FrameSamples<Real>& frame, int bin, double theta, bool positions, int rowPoints = 0) {
        const auto [first, last] = pointsWithin(frame, theta);
        const int count = last - first;
        prepareRows(frame, bin, std::max(last, rowPoints));
        Real* dY = positions ? m_dY.data() : nullptr;
        m_context.taper->fill(frame.y0 + first, count, theta, m_w.data(), m_dTheta.data(), dY);
        const Scale scale = scaleOf(frame, count, dY);
        const CellSums<Real> sums = sumCell(count, {m_w.data(), m_dTheta.data(), dY, frame.a.data() + first,
                                                    frame.b.data() + first, m_cosine.data() + first, m_sine.data() + first});
        return cellOf(frame, bin, scale, sums, positions);
    }

    /// What the cell adds to dL/ds: w(y)/n (Re h cos(2 pi f y/N) + Im h sin(2 pi f y/N)), h = conj(G) times its phase.
    void addAdjoint(const FrameSamples<Real>& frame, int bin, double theta, std::complex<double> cotangent,
                    AdjointSums<Real>& sums) {
        const auto [first, last] = pointsWithin(frame, theta);
        const int count = last - first;
        prepareRows(frame, bin, last);
        m_context.taper->fill(frame.y0 + first, count, theta, m_w.data(), m_dTheta.data(), nullptr);
        const auto h = scaleOf(frame, count, nullptr).factor * std::conj(cotangent) * m_roots.phase(frame.phaseHalfSamples, bin);
        addCell(count, {m_w.data(), m_cosine.data() + first, m_sine.data() + first, Real(h.real()), Real(h.imag())},
                sums.even.data() + first, sums.odd.data() + first);
    }

private:
    Cell cellOf(const FrameSamples<Real>& frame, int bin, const Scale& scale, const CellSums<Real>& sums, bool positions) const {
        const auto phase = scale.factor * m_roots.phase(frame.phaseHalfSamples, bin);
        Cell cell;
        cell.s = phase * std::complex<double>(sums.re, sums.im);
        cell.dTheta = phase * std::complex<double>(sums.reTheta, sums.imTheta) - scale.logTheta * cell.s;
        if (positions) cell.dPosition = phase * std::complex<double>(sums.reT, sums.imT) - scale.logPosition * cell.s;
        return cell;
    }

    /// A superset of the points of the support; fill() decides exactly.
    static std::pair<int, int> pointsWithin(const FrameSamples<Real>& frame, double theta) {
        const double half = theta / 2;
        const int first = frame.folded ? 0 : std::clamp(static_cast<int>(-half - frame.y0), 0, frame.points);
        return {first, std::clamp(static_cast<int>(half - frame.y0) + 2, first, frame.points)};
    }

    /// Cosines and sines of this bin up to `last`; kept while bin and grid stay the same.
    void prepareRows(const FrameSamples<Real>& frame, int bin, int last) {
        if (bin == m_rowBin && frame.rowHalfSamples == m_rowStart && last <= m_rowCount) return;
        m_rowBin = bin;
        m_rowStart = frame.rowHalfSamples;
        m_rowCount = last;
        m_roots.rows(m_rowStart, bin, last, m_cosine.data(), m_sine.data());
    }

    Scale scaleOf(const FrameSamples<Real>& frame, int count, const Real* dY) const {
        if (m_context.normalisation == Normalisation::none) return Scale(Normalisation::none, {});
        const bool energy = m_context.normalisation == Normalisation::energy;
        NormSums<Real> sums = sumTaper(count, m_w.data(), m_dTheta.data(), frame.folded ? nullptr : dY, energy);
        if (frame.folded) unfold(frame, count, m_w[0], m_dTheta[0], energy, sums);
        return scaleFor(sums);
    }

    /// Norms of a folded frame: twice the half y >= 0, less the point y = 0; what is odd in y cancels.
    static void unfold(const FrameSamples<Real>& frame, int count, Real firstW, Real firstDTheta, bool energy, NormSums<Real>& sums) {
        const bool centrePoint = frame.rowHalfSamples == 0 && count > 0;
        const Real w0 = centrePoint ? firstW : Real(0), dTheta0 = centrePoint ? firstDTheta : Real(0);
        sums.w = 2 * sums.w - (energy ? w0 * w0 : w0);
        sums.dTheta = 2 * sums.dTheta - (energy ? w0 * dTheta0 : dTheta0);
        sums.dY = 0;
    }

    Scale scaleFor(const NormSums<Real>& sums) const {
        const bool energy = m_context.normalisation == Normalisation::energy;
        return Scale(m_context.normalisation, energy ? TaperSums{0, 0, 0, sums.w, sums.dTheta, sums.dY}
                                                     : TaperSums{sums.w, sums.dTheta, sums.dY, 0, 0, 0});
    }

    const TransformContext& m_context;
    const Roots& m_roots;
    AlignedVector<Real> m_w, m_dTheta, m_dY, m_cosine, m_sine;
    int m_rowBin = -1, m_rowCount = 0;
    std::int64_t m_rowStart = -1;
};

/// dL/dtheta += Re(conj(G) dS/dtheta), summed in frame order along the axes that theta doesn't vary along.
void contractTheta(const Tiling& tiling, const ComplexFrames& dTheta, const ComplexFrames& cotangent, TilingGradient& gradient);

} // namespace thetascope
