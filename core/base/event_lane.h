// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <mutex>
#include <utility>

namespace thetascope {

/// The event lane between threads: every value arrives, in order. Any number of producers, one consumer.
template <class T>
class EventLane {
public:
    /// Room for one event, taken while there is memory: push() into it can't fail.
    class Place {
    public:
        Place() : m_node(1) {}

    private:
        friend class EventLane;
        std::list<T> m_node;
    };

    /// Errors: std::bad_alloc, and the event has not arrived.
    void push(T event) { push(Place(), std::move(event)); }

    void push(Place place, T event) noexcept {
        place.m_node.front() = std::move(event);
        const std::lock_guard lock(m_mutex);
        m_events.splice(m_events.end(), place.m_node);
    }

    /// Everything pushed since the last call, oldest first.
    std::list<T> drain() noexcept {
        std::list<T> events;
        const std::lock_guard lock(m_mutex);
        events.swap(m_events);
        return events;
    }

private:
    std::mutex m_mutex;
    std::list<T> m_events;
};

} // namespace thetascope
