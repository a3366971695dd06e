// SPDX-License-Identifier: GPL-3.0-or-later
// Undo, redo and preferences as a person uses them.
#include "tests/app/window_fixture.h"

#include "app/workers/compute.h"
#include "core/io/settings_json.h"
#include "ui/panels/display_panel.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSpinBox>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

class UndoTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    static PreferencesDialog* openPreferences(OpenWindow& program) {
        if (!QTest::qWaitForWindowActive(&program.window, patience)) return nullptr; // shortcuts are the active window's
        QTest::keyClick(&program.window, Qt::Key_Comma, Qt::ControlModifier);
        return program.window.findChild<PreferencesDialog*>(QStringLiteral("preferences"));
    }

private slots:
    void ctrlZTakesBackAndCtrlShiftZDoesAgain() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(!program.actions().undo->isEnabled());
        const auto atFirst = settingsToJson(program.session().settings());
        QVERIFY(program.edit(quickSettings()));
        const auto quick = settingsToJson(program.session().settings());
        Settings longer = quickSettings();
        longer.theta = 100;
        QVERIFY(program.edit(longer));
        QVERIFY2(program.actions().undo->text().size() > 5, qPrintable(program.actions().undo->text())); // names the setting
        QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settingsToJson(program.session().settings()) == quick);
        QVERIFY(settingsToJson(program.panes().settings->settings()) == quick);
        QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settingsToJson(program.session().settings()) == atFirst);
        QVERIFY(!program.actions().undo->isEnabled());
        QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(program.session().settings().theta, std::optional(100.0));
        QVERIFY(program.idle()); // and the picture follows
        QCOMPARE(program.controller.pictures().adaptive()->tiling.theta(0, 0), 100.0);
    }

    void oneGestureIsOneStep() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(quickSettings()));
        const int steps = program.controller.undo().stack().count();
        Settings settings = quickSettings();
        for (const double theta : {100.0, 101.0, 102.0}) { // as a spin box turns
            settings.theta = theta;
            program.panes().settings->setSettings(settings);
            emit program.panes().settings->settingsEdited();
        }
        QCOMPARE(program.controller.undo().stack().count(), steps + 1);
        program.actions().undo->trigger();
        QVERIFY(!program.session().settings().theta);
        QVERIFY(program.idle());
    }

    void whileARunGoesOnOnlyItsKnobs() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.iterations = 1000000;
        settings.stop = StopMode::none;
        QVERIFY(program.edit(settings));
        QVERIFY(program.sharpen());
        QVERIFY(program.waitForIterations(1));
        program.actions().undo->trigger(); // what came before the run
        QCOMPARE(program.session().settings().support, std::optional(256));
        QVERIFY(program.panes().messages->isVisible());
        settings.step = 0.125;
        program.panes().settings->setSettings(settings);
        emit program.panes().settings->settingsEdited();
        program.actions().undo->trigger();
        QCOMPARE(program.session().settings().step, quickSettings().step);
        QVERIFY(program.controller.runs().active());
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle));
    }

    void anotherRecordingHasNothingToTakeBack() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY(program.edit(quickSettings()));
        QVERIFY(program.open(QStringLiteral("demo:shocks")));
        QVERIFY(!program.actions().undo->isEnabled());
    }

    void preferencesApplyAtOnceAndStay() {
        const double textBefore = QApplication::font().pointSizeF();
        {
            OpenWindow program;
            PreferencesDialog* const dialog = openPreferences(program);
            QVERIFY(dialog != nullptr && dialog->isVisible());
            dialog->findChild<QSpinBox*>(QStringLiteral("threads"))->setValue(3);
            dialog->findChild<QSpinBox*>(QStringLiteral("history"))->setValue(64);
            dialog->findChild<QSpinBox*>(QStringLiteral("textScale"))->setValue(150);
            auto* const theme = dialog->findChild<QComboBox*>(QStringLiteral("theme"));
            theme->setCurrentIndex(2);
            emit theme->activated(2);
            auto* const map = dialog->findChild<QComboBox*>(QStringLiteral("colourMap"));
            map->setCurrentText(QStringLiteral("cividis"));
            emit map->activated(map->currentIndex());
            QCOMPARE(windowThreads(0), 3);
            QCOMPARE(windowThreads(2), 2);
            QCOMPARE(historyBytes(), std::size_t{64} << 20);
            QVERIFY(std::abs(QApplication::font().pointSizeF() - 1.5 * textBefore) < 0.01);
            QTRY_VERIFY(isDark(program.window.palette()));
            QCOMPARE(program.panes().display->display().colourMap, QStringLiteral("cividis"));
            dialog->accept();
        }
        OpenWindow again;
        QCOMPARE(Preferences::stored().threads, 3);
        QCOMPARE(again.panes().display->display().colourMap, QStringLiteral("cividis"));
        PreferencesDialog* const dialog = openPreferences(again);
        QVERIFY(dialog != nullptr);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
        dialog->accept();
        QVERIFY(Preferences::stored() == Preferences{});
        QCOMPARE(QApplication::font().pointSizeF(), textBefore);
    }

    /// How many steps "run N" takes: typed into the preferences, then Shift+F10.
    void theStepsOfRunNArePreferred() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal) && program.edit(quickSettings()));
        PreferencesDialog* const dialog = openPreferences(program);
        QVERIFY(dialog != nullptr);
        auto* const steps = dialog->findChild<QSpinBox*>(QStringLiteral("steps"));
        steps->selectAll();
        QTest::keyClicks(steps, QStringLiteral("3"));
        QTest::keyClick(steps, Qt::Key_Tab);
        dialog->accept();
        QVERIFY(program.actions().runN->text().contains(QLatin1Char('3')));
        QTest::keyClick(&program.window, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(program.waitFor(RunState::paused));
        QCOMPARE(program.session().run->lastIteration(), 3);
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle));
        Preferences{}.store();
    }

    void cancelTakesThePreferencesBack() {
        OpenWindow program;
        PreferencesDialog* const dialog = openPreferences(program);
        QVERIFY(dialog != nullptr);
        dialog->findChild<QSpinBox*>(QStringLiteral("threads"))->setValue(5);
        QCOMPARE(windowThreads(0), 5);
        dialog->reject();
        QVERIFY(Preferences::stored() == Preferences{});
    }

    void whatIsStoredIsNotTrusted() {
        QSettings().setValue(QStringLiteral("threads"), -7);
        QSettings().setValue(QStringLiteral("stepsOfRunN"), 0);
        QSettings().setValue(QStringLiteral("textScale"), 1e9);
        QSettings().setValue(QStringLiteral("colourMap"), QStringLiteral("nonsense"));
        QSettings().setValue(QStringLiteral("historyMegabytes"), QStringLiteral("many"));
        QVERIFY(Preferences::stored() == Preferences{});
        Preferences{}.store();
    }
};

QTEST_MAIN(UndoTest)
#include "undo_test.moc"
