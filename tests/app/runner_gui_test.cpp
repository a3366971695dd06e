// SPDX-License-Identifier: GPL-3.0-or-later
// The main job, driven as a person would: sharpen, watch, pause, step, scrub, export, close.
#include "tests/app/window_fixture.h"
#include "tests/support/paths.h"

#include "app/window/elided_label.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/gauges.h"
#include "ui/views/history_bar.h"
#include "ui/views/loss_plot.h"
#include "ui/views/loss_view.h"
#include "ui/views/theta_view.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

const std::vector<IterationRecord>& curve(const OpenWindow& program) {
    return program.panes().loss->plot().records();
}

/// Settings whose descent doesn't end by itself while a test looks at it, and that a person isn't asked about first.
Settings endlessSettings() {
    Settings settings = quickSettings();
    settings.iterations = 200000;
    settings.stop = StopMode::none;
    return settings;
}

} // namespace

class RunnerGuiTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void sharpensARealRecording() {
        const QString path = sharedPath(QStringLiteral("audio/trumpet.ogg"));
        if (path.isEmpty()) QSKIP("../shared/audio/trumpet.ogg is missing");
        OpenWindow program;
        QVERIFY(program.open(path));
        Settings settings = quickSettings();
        settings.support = 1024;
        settings.hop = 512;
        settings.startSeconds = 1;
        settings.endSeconds = 3;
        settings.iterations = 25;
        sharpen(program, settings);
    }

    void sharpensTheDemonstration() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        sharpen(program, quickSettings());
    }

    void everyThetaModeRunsInTheWindow_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("shared") << static_cast<int>(ThetaMode::shared);
        QTest::newRow("time") << static_cast<int>(ThetaMode::time);
        QTest::newRow("frequency") << static_cast<int>(ThetaMode::frequency);
        QTest::newRow("time-frequency") << static_cast<int>(ThetaMode::timeFrequency);
    }

    void everyThetaModeRunsInTheWindow() {
        QFETCH(int, mode);
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.thetaMode = static_cast<ThetaMode>(mode);
        settings.iterations = 8;
        QVERIFY(program.edit(settings));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitFor(RunState::idle));
        QVERIFY(program.session().run->result != nullptr);
        QVERIFY(program.session().run->result->bestObjective < program.session().run->result->initialObjective);
        QVERIFY(program.controller.pictures().adaptive()->tiling.mode == settings.thetaMode);
    }

    void pausesStepsAndGoesOn() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(endlessSettings()));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitForIterations(2));
        QCOMPARE(program.actions().sharpen->text(), QStringLiteral("Pause"));
        program.actions().sharpen->trigger();
        QVERIFY(program.controller.runs().state() == RunState::pausing); // at once, though the iteration goes on
        QCOMPARE(program.actions().sharpen->text(), QStringLiteral("Continue"));
        QVERIFY(program.waitFor(RunState::paused));
        const int stood = program.session().run->lastIteration();
        QVERIFY(program.panes().state->text().contains(QString::number(stood)));
        QVERIFY(program.idle());
        QTRY_COMPARE(program.controller.pictures().iteration(), stood); // the picture has caught up
        program.actions().step->trigger();
        QVERIFY(program.waitForIterations(stood + 1));
        QVERIFY(program.waitFor(RunState::paused));
        QCOMPARE(program.session().run->lastIteration(), stood + 1);
        program.actions().runN->trigger();
        QVERIFY(program.waitForIterations(stood + 1 + iterationsOfRunN));
        QVERIFY(program.waitFor(RunState::paused));
        QCOMPARE(program.session().run->lastIteration(), stood + 1 + iterationsOfRunN);
        program.actions().sharpen->trigger();
        QVERIFY(program.waitForIterations(stood + iterationsOfRunN + 5));
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle));
        QVERIFY(program.session().run->result != nullptr);
        QCOMPARE(program.session().run->result->reason, StopReason::stopped);
    }

    void stepFromTheStart() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(endlessSettings()));
        QTest::keyClick(&program.window, Qt::Key_F10);
        QVERIFY(program.waitForIterations(1));
        QVERIFY(program.waitFor(RunState::paused));
        QCOMPARE(program.session().run->lastIteration(), 1);
    }

    void everyIterationIsInTheHistory() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(quickSettings()));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitFor(RunState::idle));
        const RunData& run = *program.session().run;
        QCOMPARE(program.controller.pictures().adaptive(), run.result->best);
        emit program.panes().history->shownChanged(0);
        QTRY_COMPARE_WITH_TIMEOUT(program.controller.pictures().iteration(), 0, patience);
        const auto first = program.controller.pictures().adaptive();
        QVERIFY((first->magnitude - run.start.start->magnitude).abs().maxCoeff() < 1e-4F * first->magnitude.maxCoeff());
        for (int i = 1; i <= run.lastIteration(); ++i) emit program.panes().history->shownChanged(i); // the last one wins
        QTRY_COMPARE_WITH_TIMEOUT(program.controller.pictures().iteration(), run.lastIteration(), patience);
        QVERIFY(program.idle());
        QCOMPARE(program.controller.pictures().iteration(), run.lastIteration());
        QTest::keyClick(&program.window, Qt::Key_B);
        QTRY_COMPARE_WITH_TIMEOUT(program.controller.pictures().iteration(), run.bestIteration, patience);
        QTest::keyClick(&program.window, Qt::Key_Comma);
        QTRY_COMPARE_WITH_TIMEOUT(program.controller.pictures().iteration(), run.bestIteration - 1, patience);
        QTest::keyClick(&program.window, Qt::Key_Period);
        QTRY_COMPARE_WITH_TIMEOUT(program.controller.pictures().iteration(), run.bestIteration, patience);
        emit program.panes().loss->iterationPicked(1);
        QTRY_COMPARE_WITH_TIMEOUT(program.controller.pictures().iteration(), 1, patience);
    }

    void limitsAreLockedDuringARun() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(endlessSettings()));
        const AxisSpan before = program.panes().adaptive->dbLimits();
        program.actions().sharpen->trigger();
        QVERIFY(program.waitForIterations(10));
        QCOMPARE(program.panes().adaptive->dbLimits(), before);
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle));
        QCOMPARE(program.panes().adaptive->dbLimits(), before);
    }

    void objectiveAndStepChangeWhileItRuns() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(endlessSettings()));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitForIterations(3));
        Settings changed = endlessSettings();
        changed.objective = "entropy+0.5*smoothness";
        program.panes().settings->setSettings(changed);
        emit program.panes().settings->settingsEdited();
        emit program.panes().settings->liveEdited(QStringLiteral("objective"));
        QTRY_COMPARE_WITH_TIMEOUT(curve(program).back().terms.size(), std::size_t{2}, patience);
        QCOMPARE(curve(program).back().terms.back().weight, 0.5);
    }

    void resetForgetsTheRun() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(endlessSettings()));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitForIterations(3));
        program.actions().reset->trigger();
        QCOMPARE(program.controller.runs().state(), RunState::idle);
        QVERIFY(program.session().run == nullptr);
        QVERIFY(program.idle());
        QCOMPARE(program.controller.pictures().adaptive(), program.session().pictures->start);
        QVERIFY(curve(program).empty());
        program.actions().sharpen->trigger(); // right away, while the old run winds up
        QVERIFY(program.waitForIterations(2));
        QCOMPARE(curve(program).front().iteration, 0);
    }

    void anotherFileEndsTheRun() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(endlessSettings()));
        program.actions().sharpen->trigger();
        QVERIFY(program.waitForIterations(3));
        QVERIFY(program.open(demoSignal));
        QCOMPARE(program.controller.runs().state(), RunState::idle);
        QVERIFY(program.session().run == nullptr);
    }

    void closesDuringARun() {
        QElapsedTimer timer;
        {
            OpenWindow program;
            QVERIFY(program.open(demoSignal));
            QVERIFY(program.edit(endlessSettings()));
            program.actions().sharpen->trigger();
            QVERIFY(program.waitForIterations(3));
            timer.start();
            QVERIFY(program.window.close());
            QVERIFY(!program.window.isVisible());
        }
        qInfo("closing during a run took %lld ms", timer.elapsed());
    }

private:
    /// The whole job on what is open: watch the loss fall, see the result, export it, compare the files with the screen.
    void sharpen(OpenWindow& program, const Settings& settings) {
        QVERIFY(program.edit(settings));
        const auto start = program.controller.pictures().adaptive();
        QTest::keyClick(&program.window, Qt::Key_F5);
        QVERIFY(program.waitForIterations(1));
        QVERIFY(program.waitFor(RunState::idle));
        const RunData& run = *program.session().run;
        QVERIFY(run.result != nullptr);
        QCOMPARE(static_cast<int>(curve(program).size()), run.result->iterations + 1); // none is lost
        QVERIFY(run.result->bestObjective < curve(program).front().objective);
        QCOMPARE(program.panes().loss->plot().best(), run.result->bestIteration);
        QCOMPARE(program.controller.pictures().iteration(), run.result->bestIteration);
        QVERIFY(program.controller.pictures().adaptive() != start);
        QVERIFY(program.panes().state->text().length() > 10); // why it ended, in words
        QVERIFY(program.actions().exportNumbers->isEnabled());
        exportAll(program);
    }

    void exportAll(OpenWindow& program) {
        const QString folder = m_isolated.path(QStringLiteral("result"));
        program.controller.exports().exportNumbers(folder);
        QVERIFY(program.idle());
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::information);
        for (const char* const name : {"run.json", "magnitude.npy", "stft.npy", "theta.npy", "positions.npy", "history.csv",
                                       "frames.csv", "spectrogram.png", "theta.png", "loss.png"}) {
            QVERIFY2(QFileInfo(folder + QLatin1Char('/') + QLatin1String(name)).size() > 0, name);
        }
        QFile history(folder + QStringLiteral("/history.csv"));
        QVERIFY(history.open(QIODevice::ReadOnly));
        QCOMPARE(history.readAll().trimmed().count('\n'), static_cast<qsizetype>(curve(program).size()));
        const QString picture = m_isolated.path(QStringLiteral("sharpened.png"));
        program.controller.exports().exportPicture(picture);
        QVERIFY(program.idle());
        QVERIFY(!QImage(picture).isNull());
    }
};

QTEST_MAIN(RunnerGuiTest)
#include "runner_gui_test.moc"
