// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dstft/frame_transform.h"

namespace thetascope {

/// The interval cache: theta per frequency or per cell at the price of a few FFTs per frame, for frames that don't move.
///
/// Nodes theta_p = (N-1) exp(p delta), p <= 0, lie evenly in ln theta. Every cell keeps the cubic in t = (ln theta -
/// ln theta_p)/delta that has the exact values and slopes of the normalised S at the two nodes around its theta; while theta
/// stays in its interval an evaluation is one cubic. A cell that leaves takes the node it shares with its old interval from
/// the old cubic and gets the other one anew: by a direct sum, or, where many cells of a frame need the same node, by one
/// pair of FFTs for all of them. The gradient is the exact derivative of the interpolated S.
///
/// An interpolated S is exactly a transform with an interpolated window, so its error doesn't depend on the sound: for a
/// taper that is C1, |S - S_exact| <= 0.12 delta^2.5 ||w|| ||s|| (measured; s: the samples under the window). delta follows the
/// descent: coarse while theta still moves in large steps, 0.05 when it settles. Results depend on the sequence of tilings to
/// rounding only.
///
/// The taper must be smooth(). Memory: 36 bytes per cell in float.
template <class Real>
std::unique_ptr<FrameTransform> makeCachedFrames(const TransformContext& context, int support);

} // namespace thetascope
