// SPDX-License-Identifier: GPL-3.0-or-later
// Tools, keys and gestures of the window, driven as a person drives them.
#include "tests/app/window_fixture.h"

#include "ui/panels/display_panel.h"
#include "ui/panels/readout.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QDialog>
#include <QMouseEvent>
#include <cmath>
#include <qcustomplot.h>

using namespace thetascope;
using namespace thetascope::testing;

class ToolsTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    static QPoint at(SpectrogramView& view, double seconds, double hz) {
        return {qRound(view.plot().xAxis->coordToPixel(seconds)), qRound(view.plot().yAxis->coordToPixel(hz))};
    }
    static void drag(SpectrogramView& view, const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&view.plot(), Qt::LeftButton, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, view.plot().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&view.plot(), &move);
        QTest::mouseRelease(&view.plot(), Qt::LeftButton, modifiers, to);
    }

private slots:
    void keysChooseTheTool() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        SpectrogramView& view = *program.panes().adaptive;
        const double middle = 0.5 * program.session().durationSeconds();
        QTest::keyClick(&program.window, Qt::Key_2);
        QVERIFY(program.actions().selectTool->isChecked());
        drag(view, at(view, middle - 0.1, 500), at(view, middle + 0.1, 1500));
        QVERIFY(program.idle());
        const auto selection = program.controller.tools().selection();
        QVERIFY(selection.has_value() && selection->hertz.has_value());
        QVERIFY(std::abs(selection->time.start - (middle - 0.1)) < 0.02);
        QVERIFY(std::abs(selection->hertz->high - 1500) < 60);
        QVERIFY(program.panes().settings->settings().startSeconds.has_value()); // Sharpen takes it
        QCOMPARE(program.controller.pictures().adaptive()->startSeconds, *program.panes().settings->settings().startSeconds);
        QTest::keyClick(&program.window, Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(view.timeRange(), (AxisSpan{selection->time.start, selection->time.end}));
        QCOMPARE(view.frequencyRange(), *selection->hertz);
        QTest::keyClick(&program.window, Qt::Key_Escape);
        QVERIFY(program.idle());
        QVERIFY(!program.controller.tools().selection());
        QVERIFY(!program.panes().settings->settings().startSeconds);
        QTest::keyClick(&program.window, Qt::Key_1);
        const AxisSpan before = view.timeRange();
        drag(view, view.rect().center(), view.rect().center() - QPoint(40, 0));
        QVERIFY(view.timeRange().low > before.low);
        QVERIFY(!program.controller.tools().selection());
    }

    void aMeasureIsWrittenBesideItsRectangle() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        SpectrogramView& view = *program.panes().adaptive;
        const QImage before = view.grab().toImage();
        QTest::keyClick(&program.window, Qt::Key_6);
        drag(view, at(view, 0.2, 500), at(view, 0.4, 1500));
        QVERIFY(view.grab().toImage() != before);
        QVERIFY(!program.controller.tools().selection());
        QTest::keyClick(&program.window, Qt::Key_Escape);
        QCOMPARE(measureText(0.0125, 250), QStringLiteral("Δt 12.50 ms, 1/Δt 80.00 Hz\nΔf 250.0 Hz"));
    }

    void shiftDShowsTheDifference() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        QTest::keyClick(&program.window, Qt::Key_D, Qt::ShiftModifier);
        QCOMPARE(program.panes().adaptive->subtracted(), program.controller.pictures().classical());
        QCOMPARE(program.panes().adaptive->spectrogram(), program.controller.pictures().adaptive());
        const auto cell = program.panes().adaptive->cellAt(0.5, 1000);
        QVERIFY(cell.has_value());
        emit program.panes().adaptive->cursorMoved(cell->seconds, cell->hz);
        QVERIFY2(program.panes().readout->text().contains(QStringLiteral("dB to classical")),
                 qPrintable(program.panes().readout->text()));
        QTest::keyClick(&program.window, Qt::Key_D, Qt::ShiftModifier);
        QVERIFY(program.panes().adaptive->subtracted() == nullptr);
    }

    void keysChangeWindowTaperAndChannel() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const double theta = program.controller.pictures().adaptive()->tiling.thetaAt(0, 0);
        QTest::keyClick(&program.window, Qt::Key_W, Qt::ShiftModifier);
        QVERIFY(program.idle());
        QCOMPARE(program.controller.pictures().adaptive()->tiling.thetaAt(0, 0), std::round(theta / std::sqrt(2)));
        QTest::keyClick(&program.window, Qt::Key_W);
        QVERIFY(program.idle());
        QVERIFY(std::abs(program.controller.pictures().adaptive()->tiling.thetaAt(0, 0) - theta) <= 1);
        const std::string taper = program.panes().settings->settings().window;
        QTest::keyClick(&program.window, Qt::Key_T);
        QVERIFY(program.panes().settings->settings().window != taper);
        QTest::keyClick(&program.window, Qt::Key_C);
        QVERIFY(program.idle());
        QCOMPARE(program.session().recording().channel, std::string("1"));
        QTest::keyClick(&program.window, Qt::Key_C);
        QVERIFY(program.idle());
        QCOMPARE(program.session().recording().channel, std::string("mix"));
    }

    void anUnlinkedPaneKeepsItsOwnRange() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const Panes& panes = program.panes();
        const AxisSpan all = panes.theta->timeRange();
        program.actions().linkTheta->trigger();
        program.controller.views().showTime({0.1, 0.3});
        QCOMPARE(panes.theta->timeRange(), all);
        QCOMPARE(panes.classical->timeRange(), (AxisSpan{0.1, 0.3}));
        panes.theta->setTimeRange(0.5, 0.6);
        emit panes.theta->timeRangeChanged(0.5, 0.6); // its own gestures move nobody else
        QCOMPARE(panes.adaptive->timeRange(), (AxisSpan{0.1, 0.3}));
        program.actions().linkTheta->trigger();
        QCOMPARE(panes.theta->timeRange(), (AxisSpan{0.1, 0.3}));
    }

    void theFrequencyAxisChanges_data() {
        QTest::addColumn<int>("scale");
        for (const FrequencyScaleName& scale : frequencyScales()) QTest::newRow(scale.key) << static_cast<int>(scale.scale);
    }

    void theFrequencyAxisChanges() {
        QFETCH(int, scale);
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        program.actions().scales[static_cast<std::size_t>(scale)]->trigger();
        QCOMPARE(static_cast<int>(program.panes().display->display().frequency), scale);
        for (SpectrogramView* const view : {program.panes().adaptive, program.panes().classical})
            QVERIFY(std::abs(view->frequencyRange().high - 0.5 * program.controller.pictures().adaptive()->sampleRate) < 1e-6);
        const double top = program.panes().adaptive->plot().yAxis->range().upper;
        const double hz = scaleHz(static_cast<FrequencyScale>(scale), top);
        QVERIFY(std::abs(hz - program.panes().adaptive->frequencyRange().high) < 1e-6);
    }

    void helpOpensAndHoldsNothingUp() {
        OpenWindow program;
        for (const auto key : {Qt::Key_F1, Qt::Key_F2}) {
            program.window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&program.window));
            QTest::keyClick(&program.window, key);
            QTRY_VERIFY(program.window.findChild<QDialog*>() != nullptr);
            QDialog* const box = program.window.findChild<QDialog*>();
            QVERIFY(!box->isModal());
            box->close();
            QTRY_VERIFY(program.window.findChild<QDialog*>() == nullptr);
        }
    }
};

QTEST_MAIN(ToolsTest)
#include "tools_test.moc"
