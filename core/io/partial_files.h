// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thetascope {

/// Files on their way to being whole, `NAME.partial-BOOT-PID-COUNT`: BOOT are eight hex digits of this machine's boot id, so that
/// names of two machines on one shared folder differ, and so do those of before and after a power cut. Their writer holds a lock
/// (flock) on them, which goes with its process however that ends.

/// A name that no other writer of this or another process or machine uses.
std::string partialName(const std::string& path);

/// Opens a file of that name, made by this call, and locks it. -1 with errno: EEXIST where another name is to be tried.
int createPartial(const std::string& name);

/// Removes the partial files that killed writers left in a folder; those of `of` alone, if it isn't empty. Never one that may
/// be alive: a file written on this machine since it was started goes if nobody holds its lock; one from elsewhere, or whose
/// locks can't be asked for, only if it wasn't touched in the day before the folder last changed (both by the clock of whoever
/// keeps the folder). What can't be read or removed is left. Returns how many went.
int sweepPartials(const std::string& folder, const std::string& of = {});

/// Removes the partial files that this process has open, for an end in which no destructor runs (std::terminate() where memory has run
/// out). Asks for no memory. What other threads begin meanwhile is left to the next sweep.
void removeOpenPartials() noexcept;

} // namespace thetascope
