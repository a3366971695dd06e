// SPDX-License-Identifier: GPL-3.0-or-later
// The worker thread of the window: results in the GUI thread, the latest request wins, nothing escapes.
#include "app/workers/task_thread.h"

#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <memory>
#include <semaphore>
#include <stdexcept>
#include <sys/resource.h>
#include <unistd.h>

using namespace thetascope;

namespace {

const auto ignore = [](const auto&) {};

/// A job that holds the worker until it is let go.
struct Gate {
    std::binary_semaphore entered{0}, open{0};
};

auto holding(const std::shared_ptr<Gate>& gate) {
    return [gate](const std::stop_token&) -> Result<int> {
        gate->entered.release();
        gate->open.acquire();
        return 0;
    };
}

} // namespace

class WorkersTest : public QObject {
    Q_OBJECT

private slots:
    void deliversInTheCallersThread() {
        TaskThread tasks(0);
        QThread* computed = nullptr;
        QThread* delivered = nullptr;
        int value = 0;
        tasks.queue([&computed](const std::stop_token&) -> Result<int> {
            computed = QThread::currentThread();
            return 42;
        }, [&](int result) {
            value = result;
            delivered = QThread::currentThread();
        }, ignore);
        QVERIFY(tasks.busy());
        QTRY_COMPARE(value, 42);
        QCOMPARE(delivered, QThread::currentThread());
        QVERIFY(computed != delivered);
        QVERIFY(!tasks.busy());
    }

    void theLatestRequestOfASlotWins() {
        TaskThread tasks(0);
        const auto gate = std::make_shared<Gate>();
        QList<int> results;
        const auto collect = [&results](int result) { results.append(result); };
        tasks.latest("view", holding(gate), collect, ignore);
        gate->entered.acquire(); // the first one runs: it must be dropped all the same
        for (int i = 1; i <= 5; ++i) {
            tasks.latest("view", [i](const std::stop_token&) -> Result<int> { return i; }, collect, ignore);
        }
        tasks.latest("other", [](const std::stop_token&) -> Result<int> { return 100; }, collect, ignore);
        gate->open.release();
        QTRY_VERIFY(!tasks.busy());
        QCOMPARE(results, (QList<int>{5, 100}));
    }

    void aSupersededJobIsAskedToStop() {
        TaskThread tasks(0);
        std::atomic<bool> running = false;
        bool done = false;
        tasks.latest("view", [&running](const std::stop_token& stop) -> Result<int> {
            running = true;
            while (!stop.stop_requested()) std::this_thread::yield();
            return 1;
        }, ignore, ignore);
        QTRY_VERIFY(running);
        tasks.latest("view", [](const std::stop_token&) -> Result<int> { return 2; }, [&done](int) { done = true; }, ignore);
        QTRY_VERIFY(done);
    }

    void queuedJobsAllRunInOrder() {
        TaskThread tasks(0);
        QList<int> results;
        for (int i = 0; i < 10; ++i) {
            tasks.queue([i](const std::stop_token&) -> Result<int> { return i; },
                        [&results](int r) { results.append(r); }, ignore);
        }
        QTRY_COMPARE(results, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

    void failuresBecomeMessages_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("expected");
        QTest::newRow("error value") << 0 << "a sentence";
        QTest::newRow("exception") << 1 << "thrown";
        QTest::newRow("out of memory") << 2 << "memory";
        QTest::newRow("anything") << 3 << "unknown error";
    }

    void failuresBecomeMessages() {
        QFETCH(int, kind);
        QFETCH(QString, expected);
        TaskThread tasks(0);
        QString message;
        bool done = false;
        tasks.queue([kind](const std::stop_token&) -> Result<int> {
            if (kind == 1) throw std::runtime_error("thrown");
            if (kind == 2) throw std::bad_alloc();
            if (kind == 3) throw 7;
            return Error{ErrorKind::run, "a sentence"};
        }, [&done](int) { done = true; }, [&message](const QString& text) { message = text; });
        QTRY_VERIFY2(message.contains(expected), qPrintable(message));
        QVERIFY(!done);
    }

    void closingDropsWhatWaitsAndStopsWhatRuns() {
        std::atomic<int> begun = 0;
        bool reported = false;
        {
            TaskThread tasks(0);
            for (int i = 0; i < 3; ++i) {
                tasks.queue([&begun](const std::stop_token& stop) -> Result<int> {
                    ++begun;
                    while (!stop.stop_requested()) std::this_thread::yield();
                    return 1;
                }, [&reported](int) { reported = true; }, [&reported](const QString&) { reported = true; });
            }
            QTRY_COMPARE(begun.load(), 1);
        }
        QCoreApplication::processEvents();
        QCOMPARE(begun.load(), 1);
        QVERIFY(!reported);
    }

    void theThreadIsNice() {
        TaskThread tasks(5);
        const int mine = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
        int theirs = -1;
        tasks.queue([](const std::stop_token&) -> Result<int> {
            return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
        }, [&theirs](int niceness) { theirs = niceness; }, ignore);
        QTRY_COMPARE(theirs, std::min(mine + 5, 19));
    }

    void busyIsAnnounced() {
        TaskThread tasks(0);
        const QSignalSpy changes(&tasks, &TaskThread::busyChanged);
        tasks.latest("view", [](const std::stop_token&) -> Result<int> { return 1; }, ignore, ignore);
        QVERIFY(tasks.busy("view"));
        QVERIFY(!tasks.busy("other"));
        QTRY_VERIFY(!tasks.busy("view"));
        QTRY_COMPARE(changes.count(), 2);
        tasks.cancel("view");
        QCOMPARE(changes.count(), 2);
    }
};

QTEST_GUILESS_MAIN(WorkersTest)
#include "workers_test.moc"
