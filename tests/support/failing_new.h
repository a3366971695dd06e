// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// What tests/support/preload/failing_new.cpp adds to the process it is preloaded into; found there with dlsym().
extern "C" {

enum { THETASCOPE_EVERY_THREAD, THETASCOPE_OTHER_THREADS, THETASCOPE_FIRST_THREAD };

/// Counts anew, allocations of those threads only (of the others only the program's own, not its libraries');
/// the at-th fails (0: none), and later ones of at least fromBytes (0: none).
void thetascope_fail(long at, std::size_t fromBytes, int threads);
/// How many there were since.
long thetascope_counted();
}
