// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/array.h"
#include "core/model/settings.h"
#include "core/model/signal.h"
#include "core/window/taper.h"

#include <functional>

namespace thetascope {

/// A taper as a plain function of (y, theta), so that the oracle shares nothing with the engines.
using TaperFunction = std::function<TaperSample(double y, double theta)>;

/// S, dS/dtheta and dS/dt_i, [T, F] each.
struct OracleResult {
    ComplexFrames spectrum, dTheta, dPosition;
};

/// The printed formulas, Eqs. (7) and (22) with the derivatives of Appendix A, summed literally in double over every k in
/// Z that the taper reaches: O(N) per cell, no FFT, no table, no shared code. The judge of every engine in the tests.
OracleResult oracle(const Signal& signal, const Tiling& tiling, const TaperFunction& taper, Normalisation normalisation);

} // namespace thetascope
