// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// One run of an experiment and where the reference ends (method.md, "Recipes of the paper's experiments").
struct PaperRow {
    std::string preset;
    std::string run;       ///< in words
    std::string reference; ///< who or what ends there
    double end = 0;        ///< of the measure
    double allowance = 0;  ///< what our bound N-1, not N, may cost
    double leastCoverage = 0;
};

struct PaperExperiment {
    std::string name;
    std::string demo;       ///< its signal
    std::string measure;    ///< an objective expression
    bool maximise = false;
    bool drawWindows = false;
    std::vector<PaperRow> rows;
};

const std::vector<PaperExperiment>& paperExperiments();

/// The experiment of that name, or null.
const PaperExperiment* findExperiment(std::string_view name);

} // namespace thetascope
