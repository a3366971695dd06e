// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thetascope {

/// While one of these lives, Ctrl-C (SIGINT) and SIGTERM do not end the process but are remembered, so that the best result
/// so far can be written; a second one ends the process at once (exit code 130), for whoever won't wait. At most one at a time; owned by the main thread.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    /// Whether a signal has come since the first guard of the process. Any thread.
    static bool interrupted();
};

} // namespace thetascope
