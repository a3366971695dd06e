// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace thetascope::testing {

/// Whose allocations are counted and fail.
enum class Threads { every, others, first };

/// Whether this process can let memory run out: tests/support/preload/failing_new.cpp is loaded into it.
bool memoryCanFail();
/// Starts this very program again with that library, unless it is there; returns only if it is, or if that can't be done.
void restartWithFailingMemory(const char* library, char** argv);
/// At how many moments it is to run out per row of a test: THETASCOPE_FAILURES=n, else the usual number.
int failureMoments(int usual);
/// Counts anew from here; the at-th allocation fails (0: none), and later ones of at least fromBytes (0: none).
void failMemory(long at, std::size_t fromBytes, Threads threads);
/// How many there were since.
long countedAllocations();

} // namespace thetascope::testing
