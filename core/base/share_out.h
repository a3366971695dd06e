// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_pool.h"

namespace thetascope {

/// pool->forChunks(); without a pool the whole of [0, count) at once, on this thread.
inline void shareOut(ThreadPool* pool, int count, int chunk, FunctionRef<void(int begin, int end, int thread)> body) {
    if (pool != nullptr) pool->forChunks(count, chunk, body);
    else body(0, count, 0);
}

} // namespace thetascope
