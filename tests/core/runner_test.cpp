// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/runner.h"

#include <QTest>
#include <cmath>
#include <functional>

using namespace thetascope;

namespace {

std::shared_ptr<const Signal> chirp(int length = 4000) {
    auto signal = std::make_shared<Signal>();
    signal->sampleRate = 8000;
    for (int k = 0; k < length; ++k) signal->samples.push_back(std::sin(1e-4 * k * k) + (k % 1000 == 500 ? 3 : 0));
    return signal;
}

Runner::Job job(int iterations) {
    Settings settings;
    settings.support = 256;
    settings.thetaMode = ThetaMode::time;
    settings.iterations = iterations;
    settings.stop = StopMode::none;
    settings.threads = 1;
    return {chirp(), settings, {}, false, 0};
}

/// Everything that one run says, pulled as the window does.
struct Listener {
    std::vector<IterationRecord> records;
    std::vector<bool> pauses;
    std::shared_ptr<const DescentResult> result;
    std::string message;
    bool ended = false;

    void pull(Runner& runner) {
        for (const RunEvent& event : runner.events().drain()) std::visit([&](const auto& e) { take(runner.run(), e); }, event);
    }
    void take(int run, const IterationDone& e) { if (e.run == run) records.push_back(e.record); }
    void take(int run, const PauseChanged& e) { if (e.run == run) pauses.push_back(e.paused); }
    void take(int run, const RunEnded& e) {
        if (e.run != run) return;
        ended = true;
        result = e.result;
        message = e.message;
    }
};

} // namespace

class RunnerTest : public QObject {
    Q_OBJECT
private slots:
    void runsToItsEndAndTellsEverything() {
        Runner runner;
        Listener listener;
        QCOMPARE(runner.start(job(30)), 1);
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QVERIFY(!runner.active());
        QVERIFY(listener.result != nullptr);
        QCOMPARE(listener.result->reason, StopReason::iterationCap);
        QCOMPARE(listener.records.size(), std::size_t{31}); // none lost
        for (int i = 0; i <= 30; ++i) QCOMPARE(listener.records[static_cast<std::size_t>(i)].iteration, i);
        QVERIFY(listener.result->bestObjective < listener.records.front().objective);
        QCOMPARE(runner.history()->iterations().size(), std::size_t{31});
        QCOMPARE(runner.history()->best(), listener.result->bestIteration);
        QVERIFY(((runner.history()->nearest(listener.result->bestIteration)->second.theta ==
                  listener.result->bestTiling.theta)).all());
        const auto snapshot = runner.snapshots().take();
        QVERIFY(snapshot != nullptr && snapshot->run == 1);
        QCOMPARE(snapshot->spectrogram->magnitude.rows(), Eigen::Index{listener.result->settings.T});
    }

    void pausesStepsAndGoesOn() {
        Runner runner;
        Listener listener;
        Runner::Job paused = job(1000000);
        paused.startPaused = true;
        runner.start(paused);
        QVERIFY(waitFor(runner, listener, [&] { return listener.pauses == std::vector{true}; }));
        QCOMPARE(listener.records.size(), std::size_t{1}); // the start
        runner.stepIterations(3);
        QVERIFY(waitFor(runner, listener, [&] { return listener.pauses == std::vector{true, false, true}; }));
        QCOMPARE(listener.records.size(), std::size_t{4});
        runner.resume();
        QVERIFY(waitFor(runner, listener, [&] { return listener.records.size() > 20; }));
        runner.pause();
        QVERIFY(waitFor(runner, listener, [&] { return listener.pauses.back(); }));
        runner.stop(); // out of a pause
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QCOMPARE(listener.result->reason, StopReason::stopped);
    }

    void knobsActWhileItRuns() {
        Runner runner;
        Listener listener;
        Runner::Job slow = job(1000000);
        slow.startPaused = true;
        runner.start(slow);
        runner.setKnobs({0.125, "entropy+0.5*coverage"});
        runner.stepIterations(1);
        QVERIFY(waitFor(runner, listener, [&] { return listener.records.size() == 2; }));
        QCOMPARE(listener.records[1].step, 0.125);
        QCOMPARE(listener.records[1].terms.size(), std::size_t{2});
        QCOMPARE(listener.records[1].terms[1].weight, 0.5);
    }

    void aChangedObjectiveSeeksTheBestAnew() {
        Runner runner;
        Listener listener;
        Runner::Job slow = job(1000000);
        slow.startPaused = true;
        runner.start(slow);
        runner.stepIterations(5);
        QVERIFY(waitFor(runner, listener, [&] { return listener.records.size() == 6; }));
        runner.setKnobs({0.125, "entropy+100*coverage"}); // every value lies higher than all before
        runner.stepIterations(3);
        QVERIFY(waitFor(runner, listener, [&] { return listener.records.size() == 9; }));
        QVERIFY(listener.records[6].objective > listener.records[0].objective);
        for (std::size_t i = 6; i < 9; ++i) QVERIFY(listener.records[i].bestIteration >= 5);
        QVERIFY(runner.history()->best() >= 5);
        runner.stop();
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QVERIFY(listener.result->initialObjective > listener.records[0].objective);
        QVERIFY(listener.result->bestObjective <= listener.result->initialObjective);
        QCOMPARE(listener.result->settings.step, 0.125);
        QCOMPARE(QString::fromStdString(listener.result->settings.objective), QStringLiteral("entropy+100*coverage"));
    }

    void anAbandonedRunEndsWithoutAResult() {
        Runner runner;
        Listener listener;
        runner.start(job(1000000));
        QVERIFY(waitFor(runner, listener, [&] { return listener.records.size() > 1; }));
        runner.abandon();
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QVERIFY(listener.result == nullptr);
    }

    void anotherRunReplacesTheFirst() {
        Runner runner;
        runner.start(job(1000000));
        Listener listener;
        QCOMPARE(runner.start(job(5)), 2);
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QCOMPARE(listener.records.size(), std::size_t{6}); // of run 2 only
    }

    void aFailureBecomesAMessage() {
        Runner runner;
        Listener listener;
        Runner::Job wrong = job(5);
        wrong.settings.window = "nosuch"; // checkSettings() would have said so
        runner.start(wrong);
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QVERIFY(listener.result == nullptr);
        QVERIFY(!listener.message.empty());
    }

    void numbersGoneBadEndTheRunWithTheBest() {
        auto signal = std::make_shared<Signal>(*chirp());
        signal->samples[2000] = 1e200; // its square overflows the magnitude
        signal->samples[2001] = std::numeric_limits<double>::infinity();
        Runner runner;
        Listener listener;
        Runner::Job bad = job(5);
        bad.signal = signal;
        runner.start(bad);
        QVERIFY(waitFor(runner, listener, [&] { return listener.ended; }));
        QVERIFY(listener.result != nullptr);
        QCOMPARE(listener.result->reason, StopReason::notFinite);
        QVERIFY2(listener.message.find("at iteration 0") != std::string::npos, listener.message.c_str());
    }

    void endsWhenDestroyedInTheMiddle() {
        for (int i = 0; i < 5; ++i) {
            Runner runner;
            runner.start(job(1000000));
        }
    }

private:
    bool waitFor(Runner& runner, Listener& listener, const std::function<bool()>& condition) {
        return QTest::qWaitFor([&] {
            listener.pull(runner);
            return condition();
        }, 60000);
    }
};

QTEST_GUILESS_MAIN(RunnerTest)
#include "runner_test.moc"
