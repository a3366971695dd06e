// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signal.h"
#include "core/optim/gradient_check.h"
#include "core/run/check_settings.h"

#include <memory>
#include <span>
#include <string>

namespace thetascope {

/// The largest relative error of a gradient that passes, by the window's name. Measured on three demonstration signals over
/// every theta mode, position mode and normalisation: at most 1e-4 with tapers that are smooth (hann, blackman), 1e-2 with
/// `gaussian`, whose slope jumps at its edge whenever that passes a sample. A wrong factor or sign gives 0.1 to 2.
double gradientTolerance(const std::string& window);

/// The steps of finite differences, in units of ln theta or hops, of which one fits a right gradient; by the window's name.
std::span<const double> differenceSteps(const std::string& window);

/// Compares dL/dx with finite differences at random coordinates of the optimiser's own variables x (ln theta, and positions in
/// units of the hop), up to 2 % away from the starting parameters, all chosen by the seed. Always in double, whatever settings.precision says:
/// in float the rounding of the objective would hide what is to be seen. Settings must have passed checkSettings().
GradientCheck checkGradients(std::shared_ptr<const Signal> signal, const Settings& settings, const InitialArrays& arrays);

} // namespace thetascope
