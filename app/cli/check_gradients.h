// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signal.h"
#include "core/optim/gradient_check.h"
#include "core/run/check_settings.h"

#include <memory>

namespace thetascope {

/// The largest relative error of a gradient that passes. Measured in double over every theta mode, taper that is continuous,
/// normalisation and position mode on recordings and demonstration signals: the worst was 2e-6, from windows whose edge
/// crosses a sample within the difference; a wrong factor or sign gives 0.1 and more.
constexpr double gradientTolerance = 1e-4;

/// Compares dL/dx with finite differences at the starting parameters, at random coordinates of the optimiser's own variables x
/// (ln theta, and positions in units of the hop), chosen by the seed. Always in double, whatever settings.precision says:
/// in float the rounding of the objective would hide what is to be seen. Settings must have passed checkSettings().
GradientCheck checkGradients(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays);

} // namespace thetascope
