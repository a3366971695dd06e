// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objective/term.h"

#include <span>

namespace thetascope {

/// A term made of one number per frame, which is a function of the frame's sums over bins of |S|^2 and |S|^4 and doesn't depend on
/// the frame's scale. A frame's gradient then needs nothing of other frames but a factor: one pass suffices (engines.md, 1.3, S).
class MomentTerm : public ObjectiveTerm {
public:
    struct FrameValue {
        double value = 0;
        double bySecond = 0, byFourth = 0; ///< its slopes in the sums of |S|^2 and |S|^4
        bool silent = true;                ///< does not count
    };
    /// From the sums over the `bins` bins of a frame.
    virtual FrameValue ofFrame(double second, double fourth, int bins) const = 0;

    /// The term's value from its frames'; slopes [T] becomes weight dL/dvalue_i, and weight times the direct gradient in the
    /// positions is added.
    virtual double combine(std::span<const FrameValue> frames, const Vector& positions, double weight, std::span<double> slopes,
                           TilingGradient& gradient) const = 0;
};

} // namespace thetascope
