// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

namespace thetascope {

/// One worker thread for jobs that take a moment: decoding, transforms, files. Owned and called by the GUI thread, which it
/// never blocks, except in the destructor while a job that has been asked to stop comes to its end.
///
/// A job is work(std::stop_token) -> Result<T>, called on the worker; then done(T) or failed(QString) is called on the GUI
/// thread, from its event loop. An exception in the work is caught here and becomes a failed() message; so does memory that runs
/// out in done(). All that takes is made when the job is: a worker without memory still reports.
class TaskThread : public QObject {
    Q_OBJECT

public:
    using Failed = std::function<void(const QString&)>;

    /// niceness is added to the thread's (0..19): pictures come before computing.
    explicit TaskThread(int niceness, QObject* parent = nullptr);
    ~TaskThread() override;

    /// A job of which only the latest counts: one of the same slot that still waits is dropped, one that runs is asked to
    /// stop, and neither reports any more.
    template <class Work, class Done>
    void latest(const std::string& slot, Work work, Done done, Failed failed) {
        cancel(slot);
        enqueue(slot, bind(std::move(work), std::move(done), std::move(failed)));
    }

    /// A job that is done in its turn, whatever comes after it.
    template <class Work, class Done>
    void queue(Work work, Done done, Failed failed) {
        enqueue({}, bind(std::move(work), std::move(done), std::move(failed)));
    }

    /// Drops the job of a slot, if there is one: it will not report.
    void cancel(const std::string& slot);

    /// Whether a job waits or runs that has not been dropped.
    bool busy() const { return !m_open.empty(); }
    bool busy(const std::string& slot) const;

signals:
    /// busy() may have changed.
    void busyChanged();

private:
    using Delivery = std::function<void()>;              ///< called on the GUI thread
    using Job = std::function<Delivery(std::stop_token)>; ///< called on the worker; may throw
    struct Entry {
        std::uint64_t id = 0;
        std::stop_token stop;
        Job job;
        Failed failed;
        Delivery delivery, outOfMemory;
    };
    using Entries = std::list<Entry>; ///< moved between lists, never copied: that needs no memory
    struct Open {
        std::string slot;
        std::stop_source stop;
    };

    template <class Work, class Done>
    static std::pair<Job, Failed> bind(Work work, Done done, Failed failed) {
        Job job = [work = std::move(work), done = std::move(done), failed](std::stop_token stop) mutable -> Delivery {
            auto result = work(std::move(stop));
            if (!result.ok()) {
                return [failed, message = QString::fromStdString(result.error().message)] { failed(message); };
            }
            return [done, value = std::move(result).value()]() mutable { done(std::move(value)); };
        };
        return {std::move(job), std::move(failed)};
    }

    void enqueue(const std::string& slot, std::pair<Job, Failed> job);
    void work(const std::stop_token& ending, int niceness);
    static void run(Entry& entry);
    void handOver(Entries entry, const std::stop_token& ending);
    void takeOver();

    std::uint64_t m_lastId = 0;             ///< GUI thread
    std::map<std::uint64_t, Open> m_open;   ///< GUI thread: jobs that will still report
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Entries m_waiting, m_finished;          ///< guarded by m_mutex
    std::jthread m_thread;                  ///< last: joined before the rest goes
};

} // namespace thetascope
