// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/event_lane.h"
#include "core/base/latest_lane.h"
#include "core/base/thread_pool.h"

#include <QTest>
#include <atomic>
#include <stdexcept>
#include <thread>

using namespace thetascope;

class LanesTest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheLatestStateSurvives() {
        LatestLane<int> lane;
        QVERIFY(lane.take() == nullptr);
        lane.put(std::make_shared<const int>(1));
        lane.put(std::make_shared<const int>(2));
        QVERIFY(!lane.wanted());
        QCOMPARE(*lane.take(), 2);
        QVERIFY(lane.wanted());
        QVERIFY(lane.take() == nullptr);
    }

    void stateNeverGoesBack() {
        LatestLane<int> lane;
        constexpr int last = 20000;
        std::jthread producer([&] {
            for (int value = 1; value <= last; ++value)
                if (lane.wanted() || value == last) lane.put(std::make_shared<const int>(value));
        });
        int seen = 0;
        while (seen != last)
            if (const auto value = lane.take()) {
                QVERIFY(*value > seen);
                seen = *value;
            }
    }

    void everyEventArrivesInOrder() {
        EventLane<int> lane;
        constexpr int last = 20000;
        std::jthread producer([&] {
            for (int value = 0; value < last; ++value) lane.push(value);
        });
        int expected = 0;
        while (expected < last)
            for (const int value : lane.drain()) QCOMPARE(value, expected++);
    }

    void thePoolCoversEveryIndexOnce_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("chunk");
        for (const int threads : {1, 2, 5})
            for (const int count : {0, 1, 7, 1000})
                for (const int chunk : {1, 8, 5000}) QTest::addRow("%d threads, %d by %d", threads, count, chunk) << threads << count << chunk;
    }
    void thePoolCoversEveryIndexOnce() {
        QFETCH(int, threads);
        QFETCH(int, count);
        QFETCH(int, chunk);
        ThreadPool pool(threads);
        QCOMPARE(pool.threads(), threads);
        for (int round = 0; round < 20; ++round) {
            std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
            std::atomic<bool> sane = true;
            pool.forChunks(count, chunk, [&](int begin, int end, int thread) {
                if (end - begin > chunk || thread < 0 || thread >= threads) sane = false;
                for (int i = begin; i < end; ++i) ++visits[static_cast<std::size_t>(i)];
            });
            QVERIFY(sane);
            for (const auto& visit : visits) QCOMPARE(visit.load(), 1);
        }
    }

    void anExceptionInTheBodyComesBackAndThePoolLivesOn() {
        ThreadPool pool(3);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.forChunks(100, 1, [](int begin, int, int) {
            if (begin == 42) throw std::runtime_error("42");
        }));
        std::atomic<int> visits = 0;
        pool.forChunks(100, 1, [&](int, int, int) { ++visits; });
        QCOMPARE(visits.load(), 100);
    }

    void theCheckpointEndsAnyWork_data() {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3}) QTest::addRow("%d", threads) << threads;
    }
    void theCheckpointEndsAnyWork() {
        QFETCH(int, threads);
        ThreadPool pool(threads);
        std::atomic<int> asked = 0, visits = 0;
        pool.setCheckpoint([&] { return ++asked <= 7; });
        QVERIFY_THROWS_EXCEPTION(Interrupted, pool.forChunks(1000, 2, [&](int, int, int) { ++visits; }));
        QCOMPARE(visits.load(), 7);
        pool.setCheckpoint({});
        pool.forChunks(1000, 2, [&](int, int, int) { ++visits; });
        QCOMPARE(visits.load(), 7 + 500);
    }

    void aNegativeNumberOfThreadsIsRefused() { QVERIFY_THROWS_EXCEPTION(std::invalid_argument, ThreadPool(-1)); }
};

QTEST_APPLESS_MAIN(LanesTest)
#include "lanes_test.moc"
