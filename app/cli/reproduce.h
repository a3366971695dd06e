// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

#include <string>

namespace thetascope {

struct ReproduceOptions {
    std::string experiment; ///< "c11", "c12" or "tutorial"
    std::string out;        ///< folder
    std::string signal;     ///< .npy of the very signal; empty: the demonstration signal
};

/// `thetascope reproduce EXPERIMENT --out DIR`: runs the presets of one of the paper's experiments, prints a table in Markdown of
/// where the reference ends and where Thetascope does, and writes every result below DIR. The exit code is 1 if a row ends worse
/// than the reference, by more than the bound N-1 instead of N accounts for.
ExitCode runReproduce(const ReproduceOptions& options);

} // namespace thetascope
