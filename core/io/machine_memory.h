// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thetascope {

/// The memory of this machine as this process sees it, bytes; infinite where nothing says.
struct MachineMemory {
    double physical = 0;  ///< built in, or what a control group allows, if less
    double available = 0; ///< what may still be asked for: of the machine, of every control group around, of the address space
};

/// From /proc/meminfo, the control groups (version 2, else 1) and RLIMIT_AS, on Linux. `root` comes before every path: for tests.
MachineMemory machineMemory(const std::string& root = {});

/// Pages of this process that are in memory now, bytes; 0 where nothing says.
double residentBytes();

} // namespace thetascope
