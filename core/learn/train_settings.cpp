// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/train_settings.h"

#include "core/learn/shape.h"
#include "core/learn/train_fields.h"

#include <stdexcept>

namespace thetascope {

TrainSettings trainRecipe(const std::string& name) {
    TrainSettings settings;
    if (name == "a") return settings;
    if (name != "b") throw std::invalid_argument("there is no recipe named " + name + "; choose a or b");
    settings.hop = 32;
    settings.binStride = 8;
    settings.pool = 10;
    return settings;
}

Problems checkTrainSettings(const TrainSettings& s) {
    Problems problems = checkTrainFields(s);
    if (!problems.empty()) return problems; // the rest takes the fields one by one as usable
    const auto expect = [&](bool fine, const char* field, const char* message) {
        if (!fine) problems.push_back({field, message});
    };
    expect(s.support % 2 == 0, "support", "must be even");
    expect((s.support / 2) % s.binStride == 0 && s.support / 2 / s.binStride >= 2, "bin-stride",
           "must divide half the support and leave at least two bins; choose 1, 2, 4, 8 ...");
    expect(s.clip >= 4 * s.hop, "clip", "must hold at least four hops; choose a longer clip or a smaller hop");
    expect(s.filters % filterLanes == 0, "filters", "must be a multiple of 16");
    expect(s.theta >= s.thetaMin && s.theta <= s.thetaMax(), "theta", "must lie between its bounds, theta-min and the support less one");
    return problems;
}

} // namespace thetascope
