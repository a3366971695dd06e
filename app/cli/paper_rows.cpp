// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/paper_rows.h"

#include <algorithm>

namespace thetascope {

const std::vector<PaperExperiment>& paperExperiments() {
    static const std::vector<PaperExperiment> all{
        {"c11", "demo:three-components", "entropy", false, false,
         {{"paper-c11-shared", "shared", "grid search over 901 windows", 9.49244, 0.00001, 0},
          {"paper-c11-time", "time", "projected Adam", 9.2999, 0.002, 0},
          {"paper-c11-time-smooth", "time + 0.001 R", "projected Adam", 9.3049, 0.002, 0},
          {"paper-c11-frequency", "frequency", "projected Adam", 9.2697, 0.002, 0},
          {"paper-c11-time-frequency", "time-frequency", "projected Adam", 8.6471, 0.002, 0},
          {"paper-c11-time-frequency-smooth", "time-frequency + 0.005 R", "projected Adam", 8.6628, 0.002, 0}}},
        {"c12", "demo:shocks", "kurtosis", true, true,
         {{"paper-c12", "1000/K − 100 C", "fixed weights", 152, 0, 0.999},
          {"paper-c12-common", "1000/K and C, common direction", "fixed weights", 152, 0, 0.999}}},
        {"tutorial", "demo:two-tones", "entropy", false, false,
         {{"paper-tutorial-shared", "shared", "the authors", 7.0756, 0.005, 0},
          {"paper-tutorial-time", "time", "the authors", 6.8155, 0, 0},
          {"paper-tutorial-frequency", "frequency", "the authors", 6.8714, 0, 0},
          {"paper-tutorial-time-frequency", "time-frequency", "the authors", 6.8002, 0, 0}}},
    };
    return all;
}

const PaperExperiment* findExperiment(std::string_view name) {
    const auto& all = paperExperiments();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PaperExperiment& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace thetascope
