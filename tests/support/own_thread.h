// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <utility>

namespace thetascope::testing {

/// What f() returns, called on a thread made for it; waits for its end. For child processes: g++ 12's ThreadSanitizer no longer sees
/// what a thread synchronises with once that thread has forked, and takes later hand-overs by that thread for races.
template <class F>
auto onOwnThread(F f) {
    return std::async(std::launch::async, std::move(f)).get();
}

} // namespace thetascope::testing
