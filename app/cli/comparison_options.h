// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/baselines/comparison.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace thetascope {

/// What `baselines` and `scenes` share beyond the settings, as typed.
struct ComparisonWords {
    std::vector<double> thetas;
    std::string neighbourhood = "12x3";
};

void addComparisonOptions(CLI::App& command, ComparisonWords& words);

/// Understands the words. Errors (kind arguments): thetas outside (0, N-1] for some signal are for checkThetas() to say.
Result<ComparisonOptions> comparisonOptions(const ComparisonWords& words);

/// Whether every theta of the list fits the settings as resolved for a signal. Errors (kind arguments).
Status checkThetas(const std::vector<double>& thetas, const ResolvedSettings& settings);

/// A number of six significant digits, for tables.
std::string tableNumber(double value);

} // namespace thetascope
