// SPDX-License-Identifier: GPL-3.0-or-later
// What a run would cost: said before it begins, asked about where it is much, refused where it doesn't fit.
#include "tests/app/window_fixture.h"

#include "app/session/memory_check.h"
#include "app/window/elided_label.h"
#include "core/io/machine_memory.h"

#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

class RunCostsTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

private slots:
    void whatARunWouldTakeIsSaidAndLargeOnesAreAskedFor() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QVERIFY2(program.panes().state->text().contains(QStringLiteral("cells")), qPrintable(program.panes().state->text()));
        Settings settings = quickSettings();
        settings.hop = 16;
        settings.iterations = 1000000; // a quarter of an hour and more, if it were to go on to the end
        QVERIFY(program.edit(settings));
        program.actions().sharpen->trigger();
        QTRY_VERIFY(program.window.findChild<QMessageBox*>(QStringLiteral("largeRun")) != nullptr);
        QVERIFY(!program.controller.runs().active());
        auto* box = program.window.findChild<QMessageBox*>(QStringLiteral("largeRun"));
        const QString text = box->text();
        QVERIFY2(text.contains(QStringLiteral(" min")) || text.contains(QStringLiteral(" h")), qPrintable(text));
        box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(program.window.findChild<QMessageBox*>(QStringLiteral("largeRun")) == nullptr);
        QVERIFY(!program.controller.runs().active());
        program.actions().sharpen->trigger();
        QTRY_VERIFY(program.window.findChild<QMessageBox*>(QStringLiteral("largeRun")) != nullptr);
        box = program.window.findChild<QMessageBox*>(QStringLiteral("largeRun"));
        for (QAbstractButton* const button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        QVERIFY(program.waitFor(RunState::running));
        program.actions().stop->trigger();
        QVERIFY(program.waitFor(RunState::idle));
    }

    void tooMuchMemoryIsRefusedWithWhatFits() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.thetaMode = ThetaMode::timeFrequency;
        settings.hop = 2;
        constexpr double room = 100e6;
        limitMemory(residentBytes() + room);
        QVERIFY(program.edit(settings));
        program.actions().sharpen->trigger();
        auto* const box = program.window.findChild<QMessageBox*>(QStringLiteral("tooMuchMemory"));
        QVERIFY(box != nullptr);
        QVERIFY2(box->text().contains(QStringLiteral("more than the")), qPrintable(box->text()));
        QVERIFY(!program.controller.runs().active());
        const auto buttons = box->buttons();
        QCOMPARE(buttons.size(), 3); // a shorter region, a longer hop, and away
        for (QAbstractButton* const button : buttons)
            if (button->text().contains(QStringLiteral("Hop"))) button->click();
        QVERIFY(program.idle());
        QVERIFY(*program.session().settings().hop > 2);
        QTRY_VERIFY(program.window.findChild<QMessageBox*>(QStringLiteral("tooMuchMemory")) == nullptr);
        limitMemory(0);
    }

    void costsAreLearnedFromRuns() {
        CostModel costs;
        ResolvedSettings settings;
        settings.T = 100;
        settings.F = 1000;
        settings.iterations = 10;
        settings.thetaMode = ThetaMode::time;
        const double before = costs.estimate(settings, {}).seconds;
        for (int i = 0; i < 20; ++i) costs.learn(settings, 50); // ms
        QVERIFY(std::abs(costs.estimate(settings, {}).seconds - 0.5) < 1e-3);
        QVERIFY(before < 0.5);
        settings.thetaMode = ThetaMode::timeFrequency;
        QVERIFY(costs.estimate(settings, {}).bytes > 100e5);
        QVERIFY(!costs.estimate(settings, {}).large());
        settings.T = 1000000;
        QVERIFY(costs.estimate(settings, {}).large());
    }
};

QTEST_MAIN(RunCostsTest)
#include "run_costs_test.moc"
