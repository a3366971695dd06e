// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/memory_gate.h"

namespace thetascope {

MemoryGate::Share& MemoryGate::Share::operator=(Share&& other) noexcept {
    std::swap(m_gate, other.m_gate);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

void MemoryGate::Share::giveBack() {
    if (m_gate == nullptr) return;
    {
        const std::lock_guard lock(m_gate->m_mutex);
        m_gate->m_used -= m_bytes;
        --m_gate->m_inside;
    }
    m_gate->m_left.notify_all();
    m_gate = nullptr;
}

MemoryGate::Share MemoryGate::enter(double bytes) {
    std::unique_lock lock(m_mutex);
    m_left.wait(lock, [&] { return m_inside == 0 || m_used + bytes <= m_room.limit - m_room.before; });
    m_used += bytes;
    ++m_inside;
    return {*this, bytes};
}

} // namespace thetascope
