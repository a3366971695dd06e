// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace thetascope {

/// A setting that can't be used: shown at its field in the window, printed by the command line.
struct Problem {
    std::string field;   ///< key of the setting, e.g. "theta-min"
    std::string message; ///< what is wrong and what to do, without the field's name
};

using Problems = std::vector<Problem>;

} // namespace thetascope
