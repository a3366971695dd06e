// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace thetascope {

/// A queue between threads that holds at most `capacity` >= 1 values: whoever pushes faster than the other end pops waits.
/// Any number of producers and consumers; both ends block. Every value pushed is popped once, in order.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

    void push(T value) {
        std::unique_lock lock(m_mutex);
        m_roomCame.wait(lock, [this] { return m_values.size() < m_capacity; });
        m_values.push_back(std::move(value));
        m_valueCame.notify_one();
    }

    T pop() {
        std::unique_lock lock(m_mutex);
        m_valueCame.wait(lock, [this] { return !m_values.empty(); });
        T value = std::move(m_values.front());
        m_values.pop_front();
        m_roomCame.notify_one();
        return value;
    }

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_roomCame, m_valueCame;
    std::deque<T> m_values;
};

} // namespace thetascope
