// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/compute.h"

#include "core/base/thread_pool.h"

#include <algorithm>
#include <atomic>

namespace thetascope {
namespace {

std::atomic<int> preferredThreads{0};
std::atomic<std::size_t> preferredHistoryBytes{std::size_t{512} << 20};

} // namespace

void preferThreads(int threads) { preferredThreads = threads; }

int windowThreads(int asSet) {
    if (asSet > 0) return asSet;
    const int preferred = preferredThreads;
    return preferred > 0 ? preferred : std::max(1, processorCount() - 1);
}

void preferHistoryBytes(std::size_t bytes) { preferredHistoryBytes = bytes; }

std::size_t historyBytes() { return preferredHistoryBytes; }

} // namespace thetascope
