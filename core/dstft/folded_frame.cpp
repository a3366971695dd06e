// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/folded_frame.h"

#include "core/dstft/frame_geometry.h"

#include <algorithm>

namespace thetascope {

template <class Real>
FoldedFrame<Real>::FoldedFrame(int support, int bins)
    : plan(bins), plus(static_cast<std::size_t>(support / 2 + 1 + foldPadding)), minus(plus.size()),
      sums(static_cast<std::size_t>(foldSums) * static_cast<std::size_t>(bins)) {}

template <class Real>
void FoldedFrame<Real>::layOut(const Signal& signal, double position, int support) {
    geometry = FoldGeometry(position, support);
    const int count = static_cast<int>(plus.size());
    const bool centred = FoldGeometry::startHalfSamples(support) == 0;
    const std::int64_t last = geometry.first - (centred ? 0 : 1); // of the minus side
    copySamples(signal, geometry.first, count, plus.data());
    copySamples(signal, last - count + 1, count, minus.data());
    std::reverse(minus.begin(), minus.end());
    if (centred) minus[0] = 0; // the same sample
}

template <class Real>
FoldFrame<Real> FoldedFrame<Real>::view() {
    return {plus.data(), minus.data(), plan.plusCount.data(), plan.minusCount.data(), plan.halfAngle.data(), plan.stepC.data(),
            plan.stepS.data(), sums.data()};
}

template struct FoldedFrame<float>;
template struct FoldedFrame<double>;

} // namespace thetascope
