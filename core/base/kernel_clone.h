// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// Which of the clones of THETASCOPE_CLONES this processor gets: "x86-64-v4", "x86-64-v3" or "baseline".
const char* kernelClone();

} // namespace thetascope
