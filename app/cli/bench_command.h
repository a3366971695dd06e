// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace thetascope {

/// Adds `thetascope bench`: what an iteration costs on this machine, as ratios to yardsticks in the same process.
void addBench(CLI::App& app);

} // namespace thetascope
