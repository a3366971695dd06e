// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/task_thread.h"

#include <QMetaObject>
#include <exception>
#include <new>
#include <sys/resource.h>
#include <unistd.h>

namespace thetascope {

TaskThread::TaskThread(int niceness, QObject* parent)
    : QObject(parent), m_thread([this, niceness](const std::stop_token& ending) { work(ending, niceness); }) {}

TaskThread::~TaskThread() {
    for (auto& [id, open] : m_open) open.stop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void TaskThread::cancel(const std::string& slot) {
    const auto dropped = std::erase_if(m_open, [&slot](auto& item) {
        if (slot.empty() || item.second.slot != slot) return false;
        item.second.stop.request_stop();
        return true;
    });
    if (dropped > 0) emit busyChanged();
}

bool TaskThread::busy(const std::string& slot) const {
    for (const auto& [id, open] : m_open) {
        if (open.slot == slot) return true;
    }
    return false;
}

void TaskThread::enqueue(const std::string& slot, std::pair<Job, Failed> job) {
    const std::uint64_t id = ++m_lastId;
    Open& open = m_open[id];
    open.slot = slot;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({id, open.stop.get_token(), std::move(job.first), std::move(job.second)});
    }
    m_wake.notify_one();
    emit busyChanged();
}

void TaskThread::work(const std::stop_token& ending, int niceness) {
    // Linux: niceness is per thread, and threads started from here inherit it. Failure only costs smoothness.
    const auto thread = static_cast<id_t>(gettid());
    setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + niceness);
    while (true) {
        Entry entry;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return !m_waiting.empty(); })) return;
            entry = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        if (ending.stop_requested()) return;
        if (entry.stop.stop_requested()) continue;
        Delivery delivery = run(entry);
        { const std::lock_guard handedOver(m_mutex); } // Qt's queue synchronises as well, but ThreadSanitizer can't see into Qt
        QMetaObject::invokeMethod(
            this, [this, id = entry.id, delivery = std::move(delivery)] { finish(id, delivery); }, Qt::QueuedConnection);
    }
}

TaskThread::Delivery TaskThread::run(Entry& entry) {
    QString message;
    try {
        return entry.job(entry.stop);
    } catch (const std::bad_alloc&) {
        message = tr("not enough memory for this; choose a shorter region or a longer hop");
    } catch (const std::exception& error) {
        message = QString::fromUtf8(error.what());
    } catch (...) {
        message = tr("an unknown error; please report it");
    }
    return [failed = entry.failed, message] { failed(message); };
}

void TaskThread::finish(std::uint64_t id, const Delivery& delivery) {
    { const std::lock_guard takenOver(m_mutex); }
    if (m_open.erase(id) == 0) return; // superseded or cancelled meanwhile
    delivery();
    emit busyChanged();
}

} // namespace thetascope
