// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace thetascope {

/// What was wrong with a command line, in a sentence for the person who typed it: CLI11's are for programmers.
std::string usageSentence(const CLI::ParseError& error);

} // namespace thetascope
