// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace thetascope {

/// A queue between threads that holds at most `capacity` >= 1 values: whoever pushes faster than the other end pops waits.
/// Any number of producers and consumers; both ends block. Every value pushed is popped once, in order. Only the constructor
/// allocates: what was computed always gets through.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : m_slots(capacity) {}

    void push(T value) {
        std::unique_lock lock(m_mutex);
        m_roomCame.wait(lock, [this] { return m_count < m_slots.size(); });
        m_slots[(m_first + m_count) % m_slots.size()].emplace(std::move(value));
        ++m_count;
        m_valueCame.notify_one();
    }

    T pop() {
        std::unique_lock lock(m_mutex);
        m_valueCame.wait(lock, [this] { return m_count > 0; });
        T value = *std::exchange(m_slots[m_first], std::nullopt);
        m_first = (m_first + 1) % m_slots.size();
        --m_count;
        m_roomCame.notify_one();
        return value;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_roomCame, m_valueCame;
    std::vector<std::optional<T>> m_slots; ///< a ring
    std::size_t m_first = 0, m_count = 0;
};

} // namespace thetascope
