// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/taper_shape.h"

#include "core/window/taper.h"

namespace thetascope {
namespace {

constexpr int segments = 96; // smooth at any size on screen

} // namespace

std::vector<double> taperShape(const std::string& window) {
    const auto taper = makeTaper(window);
    if (!taper) return {};
    constexpr double theta = segments;
    const double peak = taper->at(0, theta).w;
    std::vector<double> weights;
    for (int k = 0; k <= segments; ++k) weights.push_back(taper->at(k - 0.5 * theta, theta).w / peak);
    return weights;
}

} // namespace thetascope
