// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"

namespace thetascope {

/// A spectrogram (or frame) whose largest magnitude is below this counts as silent: scale-free terms are 0 there, with gradient
/// 0. Their gradient grows as 1 / magnitude and would overflow a double near 1e-306.
inline constexpr double silentPeak = 1e-300;

/// The largest of the magnitudes, 0 if there are none, NaN if one is NaN: what scale-free terms divide by, so that neither
/// sums nor powers can overflow or vanish.
template <class Magnitudes>
double peakMagnitude(const Magnitudes& magnitudes) {
    return magnitudes.size() == 0 ? 0.0 : magnitudes.template maxCoeff<Eigen::PropagateNaN>();
}

} // namespace thetascope
