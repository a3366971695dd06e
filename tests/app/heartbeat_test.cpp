// SPDX-License-Identifier: GPL-3.0-or-later
// The GUI thread is never held up for 100 ms, though a descent saturates every processor.
#include "tests/app/window_fixture.h"

#include "core/base/thread_pool.h"
#include "ui/views/history_bar.h"
#include "ui/views/spectrogram_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <fstream>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// What the window promises, ms.
constexpr double longestBlock = 100;
constexpr int heartbeatMilliseconds = 5;
constexpr int enoughBeats = 50;
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr double instrumented = 15; // measured: sanitizers cost 5 to 15 times the processor time
#else
constexpr double instrumented = 1;
#endif

/// How long this thread has been ready but waited for a processor, ms (the second number of schedstat): what other programs of
/// a busy machine take, and no fault of the window's.
double waitedForProcessor() {
    std::ifstream file("/proc/thread-self/schedstat");
    double ran = 0, waited = 0;
    file >> ran >> waited;
    return 1e-6 * waited;
}

/// A timer in the event loop that remembers its longest gap: time on the wall, but for the time spent waiting for a processor.
/// Work, sleep, a lock and a join all count.
class Heartbeat : public QObject {
public:
    Heartbeat() {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
    }

    void start() {
        m_waited = waitedForProcessor();
        m_wall.start();
        m_timer.start(heartbeatMilliseconds);
    }

    double longest = 0, longestWall = 0;
    int beats = 0;

private:
    void beat() {
        const double waited = waitedForProcessor();
        const double wall = static_cast<double>(m_wall.nsecsElapsed()) * 1e-6;
        longest = std::max(longest, wall - (waited - m_waited));
        longestWall = std::max(longestWall, wall);
        m_waited = waited;
        m_wall.restart();
        ++beats;
    }

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_waited = 0;
};

Settings heavySettings(ThetaMode mode) {
    Settings settings;
    settings.support = 1024;
    settings.hop = mode == ThetaMode::time ? 16 : 64;
    settings.thetaMode = mode;
    settings.objective = "entropy+0.001*smoothness";
    settings.iterations = 1000000;
    settings.stop = StopMode::none;
    settings.threads = processorCount(); // all of them, not one less
    return settings;
}

} // namespace

class HeartbeatTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void theWindowStaysResponsive_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("a frame its own") << int(ThetaMode::time);
        QTest::newRow("a cell its own") << int(ThetaMode::timeFrequency);
    }

    void theWindowStaysResponsive() {
        QFETCH(int, mode);
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(heavySettings(ThetaMode(mode))));
        const auto grid = program.controller.pictures().adaptive();
        QVERIFY(grid->magnitude.size() > 300000); // sizeable
        Heartbeat heart;
        heart.start();
        QVERIFY(program.sharpen());
        QVERIFY(program.waitForIterations(5));
        program.actions().split->trigger();
        QVERIFY(program.waitForIterations(program.session().run->lastIteration() + 3));
        scrubZoomAndBlink(program);
        QVERIFY(program.waitForIterations(program.session().run->lastIteration() + 5));
        QVERIFY(program.waitUntil([&heart] { return heart.beats > enoughBeats; })); // however fast the machine descends
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle));
        qInfo("%d x %d cells, %d beats: longest gap %.1f ms, with what others took %.1f ms", grid->tiling.frames(),
              grid->tiling.bins(), heart.beats, heart.longest, heart.longestWall);
        QVERIFY2(heart.longest < longestBlock * instrumented, qPrintable(QString::number(heart.longest)));
    }

private:
    static void scrubZoomAndBlink(OpenWindow& program) {
        for (int i = 0; i < 5; ++i) {
            emit program.panes().history->shownChanged(i);
            program.actions().zoomIn->trigger();
            program.actions().holdClassical->trigger();
            QVERIFY(program.waitForIterations(program.session().run->lastIteration() + 1));
        }
        program.actions().latest->trigger();
        program.actions().fit->trigger();
    }
};

QTEST_MAIN(HeartbeatTest)
#include "heartbeat_test.moc"
