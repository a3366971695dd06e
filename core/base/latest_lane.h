// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace thetascope {

/// The state lane between a producer and a consumer thread: only the latest value survives, and none is made unless
/// one was asked for. Lock-free; one producer thread, one consumer thread.
template <class T>
class LatestLane {
public:
    LatestLane() = default;
    LatestLane(const LatestLane&) = delete;
    LatestLane& operator=(const LatestLane&) = delete;
    ~LatestLane() { delete m_slot.load(std::memory_order_acquire); }

    /// Consumer: the newest value since the last call, or null; asks for another one.
    std::shared_ptr<const T> take() {
        m_wanted.store(true, std::memory_order_release);
        std::unique_ptr<Holder> holder(m_slot.exchange(nullptr, std::memory_order_acq_rel));
        return holder ? std::move(*holder) : nullptr;
    }

    /// Producer: whether the consumer asked for a value since the last put().
    bool wanted() const { return m_wanted.load(std::memory_order_acquire); }

    /// Producer: replaces whatever the consumer has not taken yet.
    void put(std::shared_ptr<const T> value) {
        m_wanted.store(false, std::memory_order_release);
        delete m_slot.exchange(new Holder(std::move(value)), std::memory_order_acq_rel);
    }

private:
    using Holder = std::shared_ptr<const T>;
    std::atomic<Holder*> m_slot{nullptr};
    std::atomic<bool> m_wanted{true};
};

} // namespace thetascope
