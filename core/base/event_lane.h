// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace thetascope {

/// The event lane between threads: every value arrives, in order. Any number of producers, one consumer.
template <class T>
class EventLane {
public:
    void push(T event) {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
    }

    /// Everything pushed since the last call, oldest first.
    std::vector<T> drain() {
        std::vector<T> events;
        const std::lock_guard lock(m_mutex);
        events.swap(m_events);
        return events;
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_events;
};

} // namespace thetascope
