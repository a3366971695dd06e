// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/memory_check.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace thetascope {

/// Shares the memory that may be used among runs at once: one that doesn't fit beside the others waits until they are done.
/// Any thread.
class MemoryGate {
public:
    /// The room there is now.
    MemoryGate() = default;

    /// A run's share, given back at its end. Movable.
    class Share {
    public:
        Share() = default;
        Share(MemoryGate& gate, double bytes) : m_gate(&gate), m_bytes(bytes) {}
        Share(Share&& other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)), m_bytes(other.m_bytes) {}
        Share& operator=(Share&& other) noexcept;
        ~Share() { giveBack(); }

    private:
        void giveBack();
        MemoryGate* m_gate = nullptr;
        double m_bytes = 0;
    };

    /// Waits until there is room for so many bytes; a run alone always gets through (whoever asks has checked it).
    Share enter(double bytes);

    const MemoryRoom& room() const { return m_room; }

private:
    const MemoryRoom m_room = MemoryRoom::now();
    std::mutex m_mutex;
    std::condition_variable m_left;
    double m_used = 0;
    int m_inside = 0; ///< runs
};

} // namespace thetascope
