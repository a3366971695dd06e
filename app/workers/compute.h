// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"

#include <algorithm>

namespace thetascope {

/// Niceness of everything that computes while a window is open: the picture comes first.
constexpr int computeNiceness = 10;

/// Compute threads while a window is open: what the person set, or all processors but one, which the window needs.
inline int windowThreads(int asSet) { return asSet > 0 ? asSet : std::max(1, processorCount() - 1); }

} // namespace thetascope
