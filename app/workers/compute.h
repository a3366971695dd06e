// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace thetascope {

/// Niceness of everything that computes while a window is open: the picture comes first.
constexpr int computeNiceness = 10;

/// Compute threads while a window is open: what the settings say; if they leave it open, what the person prefers; else all
/// processors but one, which the window needs. Any thread.
int windowThreads(int asSet);

/// The person's preference, for the whole process: 0 for none. Any thread.
void preferThreads(int threads);

/// Memory for the history of a run that starts now. Any thread.
std::size_t historyBytes();
void preferHistoryBytes(std::size_t bytes);

} // namespace thetascope
