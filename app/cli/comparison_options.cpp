// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison_options.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace thetascope {
namespace {

/// Half extents beyond this are no neighbourhood any more.
constexpr int widestNeighbourhood = 100000;

} // namespace

void addComparisonOptions(CLI::App& command, ComparisonWords& words) {
    command.add_option("--thetas", words.thetas,
                       "Window lengths to choose from, samples, joined by commas; default: 64,128,...,4096 as far as the bounds "
                       "allow.")
        ->delimiter(',')
        ->type_name("LIST");
    command.add_option("--neighbourhood", words.neighbourhood,
                       "Adaptive selection: half the extent of a cell's neighbourhood, in bins and frames.")
        ->type_name("BINSxFRAMES")
        ->capture_default_str();
}

Result<ComparisonOptions> comparisonOptions(const ComparisonWords& words) {
    ComparisonOptions options;
    options.thetas = words.thetas;
    char rest = 0;
    const int read = std::sscanf(words.neighbourhood.c_str(), "%dx%d%c", &options.neighbourhood.bins,
            &options.neighbourhood.frames, &rest);
    const auto fits = [](int extent) { return extent >= 0 && extent <= widestNeighbourhood; };
    if (read != 2 || !fits(options.neighbourhood.bins) || !fits(options.neighbourhood.frames))
        return Error{ErrorKind::arguments, "--neighbourhood: must be two whole numbers such as 12x3, not \""
                + words.neighbourhood + "\""};
    return options;
}

Status checkThetas(const std::vector<double>& thetas, const ResolvedSettings& settings) {
    for (const double theta : thetas)
        if (!(theta > 0 && theta <= settings.N - 1))
            return Error{ErrorKind::arguments, "--thetas: " + tableNumber(theta) + " is outside (0, N-1], N = "
                    + std::to_string(settings.N)
                                                   + "; leave it out or choose a larger --support"};
    return success();
}

std::string tableNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

} // namespace thetascope
