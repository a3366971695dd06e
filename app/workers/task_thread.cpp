// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/task_thread.h"

#include <QMetaObject>
#include <chrono>
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
    Entries entry(1);
    entry.front().outOfMemory = [failed = job.second, message = tr("not enough memory for this; choose a shorter region or a longer hop")] {
        failed(message);
    };
    entry.front().job = std::move(job.first);
    entry.front().failed = std::move(job.second);
    Open open{slot, {}};
    entry.front().id = id;
    entry.front().stop = open.stop.get_token();
    m_open.emplace(id, std::move(open));
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.splice(m_waiting.end(), entry);
    }
    m_wake.notify_one();
    emit busyChanged();
}

void TaskThread::work(const std::stop_token& ending, int niceness) {
    // Linux: niceness is per thread, and threads started from here inherit it. Failure only costs smoothness.
    const auto thread = static_cast<id_t>(gettid());
    setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + niceness);
    while (true) {
        Entries entry;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, ending, [this] { return !m_waiting.empty(); })) return;
            entry.splice(entry.end(), m_waiting, m_waiting.begin());
        }
        if (ending.stop_requested()) return;
        if (entry.front().stop.stop_requested()) continue;
        run(entry.front());
        handOver(std::move(entry), ending);
    }
}

void TaskThread::run(Entry& entry) {
    const auto say = [&entry](const QString& message) { entry.delivery = [failed = entry.failed, message] { failed(message); }; };
    try {
        try {
            entry.delivery = entry.job(entry.stop);
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception& error) {
            say(QString::fromUtf8(error.what()));
        } catch (...) {
            say(tr("an unknown error; please report it"));
        }
    } catch (const std::bad_alloc&) {
        entry.delivery = std::exchange(entry.outOfMemory, {});
    }
    entry.job = {}; // what it holds goes on this thread
}

/// Waking the other thread takes Qt an allocation: it is tried until there is memory for it.
void TaskThread::handOver(Entries entry, const std::stop_token& ending) {
    constexpr std::chrono::milliseconds pause{20};
    std::unique_lock lock(m_mutex); // ThreadSanitizer sees it, which can't see into Qt's queue
    m_finished.splice(m_finished.end(), entry);
    while (!ending.stop_requested()) {
        lock.unlock();
        try {
            QMetaObject::invokeMethod(this, &TaskThread::takeOver, Qt::QueuedConnection);
            return;
        } catch (const std::bad_alloc&) {
        }
        lock.lock();
        m_wake.wait_for(lock, ending, pause, [] { return false; });
    }
}

void TaskThread::takeOver() {
    Entries entry;
    {
        const std::lock_guard lock(m_mutex);
        if (m_finished.empty()) return;
        entry.splice(entry.end(), m_finished, m_finished.begin());
    }
    Entry& finished = entry.front();
    if (m_open.erase(finished.id) == 0) return; // superseded or cancelled meanwhile
    try {
        finished.delivery();
    } catch (const std::bad_alloc&) {
        if (finished.outOfMemory) finished.outOfMemory();
    }
    emit busyChanged();
}

} // namespace thetascope
