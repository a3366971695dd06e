// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// English texts of the core, marked for lupdate (context "Core"): the core itself knows no Qt. %1, %2... stand for what
/// changes: numbers, names. A test asks that every text of the core's tables is here.
namespace thetascope::texts {

std::span<const char* const> settings();
std::span<const char* const> terms();
std::span<const char* const> training();
std::span<const char* const> presets();
std::span<const char* const> runs();
std::span<const char* const> problems();
std::span<const char* const> files();

} // namespace thetascope::texts
