// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/model/tiling.h"
#include "core/optim/gradient_check.h"
#include "core/run/check_settings.h"

#include <memory>
#include <stop_token>

namespace thetascope {

/// A gradient check of the window lengths of single cells.
struct GradientAt {
    struct Place {
        int frame = 0, bin = 0;   ///< the first entry of theta that stands for it, where several cells share one
        double analytic = 0;      ///< dL/d ln theta of the cell's entry
        double numeric = 0;       ///< the same by five-point differences
    };
    std::vector<Place> places;    ///< the cell asked for, then random ones, ascending
    double worstRelativeError = 0;
    double tolerance = 0;         ///< of a right gradient with this window
};

/// Compares the gradient with finite differences at the cell (frame, bin) of a tiling and at random others, in double on the
/// exact engine, 1 % away in ln theta: where window edges meet samples exactly the objective may have corners. Takes some
/// forty transforms. Settings must have passed checkSettings(). Error: of kind interrupted, if stopped.
Result<GradientAt> checkGradientAt(const std::shared_ptr<const Signal>& signal, const ResolvedSettings& settings,
                                   const Tiling& tiling, int frame, int bin, const std::stop_token& stop);

} // namespace thetascope
