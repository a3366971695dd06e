// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>

namespace thetascope {
namespace {

constexpr std::array caught{SIGINT, SIGTERM};

std::atomic<bool> cameIn{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

std::array<struct sigaction, caught.size()> before;

constexpr int exitInterrupted = 130;

void remember(int) {
    if (cameIn.exchange(true)) std::_Exit(exitInterrupted);
}

} // namespace

InterruptGuard::InterruptGuard() {
    struct sigaction action {};
    action.sa_handler = remember;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < caught.size(); ++i)
        sigaction(caught[i], &action, &before[i]);
}

InterruptGuard::~InterruptGuard() {
    for (std::size_t i = 0; i < caught.size(); ++i)
        sigaction(caught[i], &before[i], nullptr);
}

bool InterruptGuard::interrupted() { return cameIn.load(); }

} // namespace thetascope
