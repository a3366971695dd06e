// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/direct_kernel.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdint>
#include <numbers>
#include <vector>

namespace thetascope {

/// The 2N-th roots of unity, exp(-2 pi j k / 2N), so that phases are reduced in integers: in float an unreduced k f / N is
/// 0.15 rad wrong after 30 s of sound.
class Roots {
public:
    explicit Roots(int support) : m_roots(2 * static_cast<std::size_t>(support)) {
        for (std::size_t k = 0; k < m_roots.size(); ++k)
            m_roots[k] = std::polar(1.0, -std::numbers::pi * static_cast<double>(k) / support);
    }
    std::int64_t order() const { return static_cast<std::int64_t>(m_roots.size()); }

    /// index modulo 2N, in [0, 2N).
    std::int64_t reduce(std::int64_t index) const { return (index % order() + order()) % order(); }

    /// exp(-2 pi j halfSamples f / 2N): the phase of bin f at a point given in half samples.
    std::complex<double> phase(std::int64_t halfSamples, int bin) const {
        return m_roots[static_cast<std::size_t>(reduce(halfSamples) * bin % order())];
    }

    /// The phases of bins 0, 1, 2... at one point, without a division per bin: *walk, ++walk.
    class Walk {
    public:
        const std::complex<double>& operator*() const { return m_roots[static_cast<std::size_t>(m_index)]; }
        void operator++() {
            m_index += m_advance;
            if (m_index >= static_cast<std::int64_t>(m_roots.size())) m_index -= static_cast<std::int64_t>(m_roots.size());
        }

    private:
        friend class Roots;
        Walk(const std::vector<std::complex<double>>& roots, std::int64_t advance) : m_roots(roots), m_advance(advance) {}
        const std::vector<std::complex<double>>& m_roots;
        std::int64_t m_advance, m_index = 0;
    };
    Walk walk(std::int64_t halfSamples) const { return Walk(m_roots, reduce(halfSamples)); }

    /// cos and sin of 2 pi f (first + 2m) / 2N for m = 0..count-1; first in half samples. Exact roots every 256 points, rotated
    /// by exact roots in between.
    template <class Real>
    void rows(std::int64_t firstHalfSamples, int bin, int count, Real* cosine, Real* sine) const {
        std::int64_t index = reduce(firstHalfSamples) * bin % order();
        const std::int64_t advance = 2 * static_cast<std::int64_t>(bin) % order();
        const std::complex<double>& turn = m_roots[static_cast<std::size_t>(rowLanes * advance % order())];
        for (int begin = 0; begin < count; begin += rowBlock) {
            alignas(64) Real c[rowLanes], s[rowLanes];
            std::int64_t lane = index;
            for (int l = 0; l < rowLanes; ++l) {
                const auto& root = m_roots[static_cast<std::size_t>(lane)];
                c[l] = Real(root.real());
                s[l] = Real(-root.imag());
                lane += advance;
                if (lane >= order()) lane -= order();
            }
            rotateRow(std::min(rowBlock, count - begin), c, s, Real(turn.real()), Real(-turn.imag()), cosine + begin, sine + begin);
            index = (index + rowBlock * advance) % order();
        }
    }

private:
    std::vector<std::complex<double>> m_roots;
};

} // namespace thetascope
