// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/function_ref.h"

#include <exception>
#include <functional>
#include <memory>

namespace thetascope {

/// What forChunks() throws when its checkpoint says no.
struct Interrupted : std::exception {
    const char* what() const noexcept override { return "interrupted"; }
};

/// A persistent pool that shares out frames. Blocking waits (spinning is catastrophic on an over-subscribed machine).
/// Owned and called by one thread; that thread works too.
class ThreadPool {
public:
    /// threads >= 1, counting the caller; 0 means one per processor.
    explicit ThreadPool(int threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int threads() const;

    /// Calls body(begin, end, thread) for consecutive chunks that cover [0, count), each index once; thread is in
    /// [0, threads()). Which thread takes which chunk is not determined: results must not depend on it.
    /// An exception in a body is rethrown here after every thread has stopped.
    void forChunks(int count, int chunk, FunctionRef<void(int begin, int end, int thread)> body);

    /// Asked before every chunk from now on, on the thread that takes it: it may block (a pause); false ends forChunks() with
    /// Interrupted. Empty: never asked.
    void setCheckpoint(std::function<bool()> mayContinue);

    /// Asks it now, for work of the calling thread alone; throws Interrupted.
    void checkpoint() const;

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

/// Processors available, at least 1.
int processorCount();

} // namespace thetascope
