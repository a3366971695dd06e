// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

namespace thetascope {

namespace {

/// More threads than this gain nothing, and results don't depend on their number.
constexpr int mostPerProcessor = 4, mostAnyway = 16;

} // namespace

int processorCount() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

struct ThreadPool::Shared {
    std::mutex mutex;
    std::condition_variable start, done;
    const FunctionRef<void(int, int, int)>* body = nullptr;
    std::function<bool()> mayContinue;
    std::atomic<int> next{0};
    int count = 0, chunk = 1;
    int generation = 0, working = 0;
    bool quit = false;
    std::exception_ptr failure;
    std::vector<std::thread> helpers;

    void check() const {
        if (mayContinue && !mayContinue()) throw Interrupted();
    }

    void drain(int thread) {
        try {
            for (int begin; (begin = next.fetch_add(chunk)) < count;) {
                check();
                (*body)(begin, std::min(begin + chunk, count), thread);
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
            next.store(count);
        }
    }

    void help(int thread) {
        int seen = 0;
        std::unique_lock lock(mutex);
        for (;;) {
            start.wait(lock, [&] { return quit || generation != seen; });
            if (quit) return;
            seen = generation;
            lock.unlock();
            drain(thread);
            lock.lock();
            if (--working == 0) done.notify_one();
        }
    }
};

ThreadPool::ThreadPool(int threads) : m_shared(std::make_unique<Shared>()) {
    if (threads < 0) throw std::invalid_argument("ThreadPool: threads must not be negative");
    const int useful = std::max(mostAnyway, mostPerProcessor * processorCount());
    const int wanted = threads == 0 ? processorCount() : std::min(threads, useful);
    m_shared->helpers.reserve(static_cast<std::size_t>(wanted));
    // Where the system gives no more threads, or no memory for them, there are fewer: results don't depend on their number.
    try {
        for (int i = 1; i < wanted; ++i) m_shared->helpers.emplace_back([shared = m_shared.get(), i] { shared->help(i); });
    } catch (const std::system_error&) {
    } catch (const std::bad_alloc&) {
    }
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->quit = true;
    }
    m_shared->start.notify_all();
    for (auto& helper : m_shared->helpers) helper.join();
}

int ThreadPool::threads() const {
    return static_cast<int>(m_shared->helpers.size()) + 1;
}

void ThreadPool::setCheckpoint(std::function<bool()> mayContinue) {
    m_shared->mayContinue = std::move(mayContinue);
}

void ThreadPool::checkpoint() const {
    m_shared->check();
}

void ThreadPool::forChunks(int count, int chunk, FunctionRef<void(int, int, int)> body) {
    if (count <= 0) return;
    auto& shared = *m_shared;
    if (shared.helpers.empty() || count <= chunk) {
        for (int begin = 0; begin < count; begin += chunk) {
            shared.check();
            body(begin, std::min(begin + chunk, count), 0);
        }
        return;
    }
    {
        const std::lock_guard lock(shared.mutex);
        shared.body = &body;
        shared.count = count;
        shared.chunk = chunk;
        shared.next.store(0);
        shared.failure = nullptr;
        shared.working = static_cast<int>(shared.helpers.size());
        ++shared.generation;
    }
    shared.start.notify_all();
    shared.drain(0);
    std::unique_lock lock(shared.mutex);
    shared.done.wait(lock, [&] { return shared.working == 0; });
    if (shared.failure) std::rethrow_exception(shared.failure);
}

} // namespace thetascope
