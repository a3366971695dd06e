// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting in the real window, with mouse and keys, before a run and after it.
#include "tests/app/window_mouse.h"

#include "app/window/elided_label.h"
#include "ui/panels/runs_panel.h"
#include "ui/views/axis_colours.h"

#include <QDockWidget>
#include <QPushButton>
#include <QTableWidget>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

class SelectionTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    static bool openSharpened(OpenWindow& program) {
        return program.open(demoSignal) && program.edit(quickSettings()) && program.sharpen() && program.waitFor(RunState::idle)
               && program.idle();
    }

    /// The row of the list of runs, and its button, as a person clicks them.
    static void showAgain(OpenWindow& program, int row) {
        program.window.findChild<QDockWidget*>(QStringLiteral("runsDock"))->raise();
        program.panes().runs->findChild<QTableWidget*>()->selectRow(row);
        for (QPushButton* const button : program.panes().runs->findChildren<QPushButton*>())
            if (button->text().contains(QStringLiteral("Show"))) QTest::mouseClick(button, Qt::LeftButton);
        program.idle();
    }

private slots:
    void aSelectionLeavesTheResult() {
        OpenWindow program;
        QVERIFY(openSharpened(program));
        const auto result = program.controller.pictures().adaptive();
        const auto run = program.session().run;
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.5);
        QVERIFY(program.idle());
        QVERIFY(program.controller.tools().selection().has_value());
        QCOMPARE(program.controller.pictures().adaptive(), result);
        QCOMPARE(program.session().run, run);
        program.controller.exports().exportPicture(m_isolated.path(QStringLiteral("part.png")), {.part = PicturePart::selection});
        QVERIFY(program.idle());
        QCOMPARE(program.panes().messages->kind(), MessageBar::Kind::information);
        QVERIFY(start(program) && std::abs(*start(program) - 0.2) < 0.02); // what the next descent takes is said
        QVERIFY2(program.panes().state->text().contains(QStringLiteral("would now take")),
                 qPrintable(program.panes().state->text()));
        const TimeRange selected = program.controller.tools().selection()->time;
        key(program, Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(program.panes().adaptive->timeRange(), (AxisSpan{selected.start, selected.end}));
        key(program, Qt::Key_Escape);
        QVERIFY(program.idle());
        QVERIFY(!program.controller.tools().selection() && !start(program));
        QCOMPARE(program.controller.pictures().adaptive(), result);
        QCOMPARE(program.session().run, run);
        QVERIFY(program.actions().best->isEnabled());
    }

    void undoTakesTheSelectionWithTheFields() {
        OpenWindow program;
        QVERIFY(openSharpened(program));
        const auto result = program.controller.pictures().adaptive();
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.5);
        const auto field = start(program);
        QVERIFY(field.has_value());
        program.actions().undo->trigger();
        QVERIFY(!start(program) && !program.controller.tools().selection());
        program.actions().redo->trigger();
        QCOMPARE(start(program), field);
        QVERIFY(program.controller.tools().selection().has_value());
        QVERIFY(program.idle());
        QCOMPARE(program.controller.pictures().adaptive(), result);
    }

    void typedFieldsAreSelected() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = program.panes().settings->settings();
        settings.startSeconds = 0.25;
        settings.endSeconds = 0.5625; // no whole milliseconds
        QVERIFY(program.edit(settings));
        QVERIFY(program.controller.tools().selection().has_value());
        QCOMPARE(program.controller.tools().selection()->time, (TimeRange{0.25, 0.5625}));
        key(program, Qt::Key_Escape);
        QVERIFY(program.idle());
        QVERIFY(!start(program));
    }

    void theNextSharpenOrResetTakesIt_data() {
        QTest::addColumn<bool>("sharpens");
        QTest::newRow("Sharpen") << true;
        QTest::newRow("Reset") << false;
    }

    void theNextSharpenOrResetTakesIt() {
        QFETCH(bool, sharpens);
        OpenWindow program;
        QVERIFY(openSharpened(program));
        const auto first = program.session().run;
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.6);
        QVERIFY(start(program).has_value());
        if (sharpens) key(program, Qt::Key_F5);
        else key(program, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(program.waitUntil([&] { return program.session().run != first; }));
        QVERIFY(program.waitFor(RunState::idle) && program.idle());
        QCOMPARE(program.session().run != nullptr, sharpens);
        QCOMPARE(program.controller.pictures().adaptive()->startSeconds, *start(program));
        QVERIFY(program.panes().adaptive->context() != nullptr); // the rest is still seen
        QVERIFY(!program.panes().state->text().contains(QStringLiteral("would now take")));
    }

    void whatIsSelectedDuringARunWaitsForItsEnd() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal) && program.edit(quickSettings()));
        key(program, Qt::Key_F10); // one step, then paused
        QVERIFY(program.waitFor(RunState::paused));
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.5);
        QVERIFY(program.controller.tools().selection().has_value() && !start(program));
        key(program, Qt::Key_F5, Qt::ShiftModifier);
        QVERIFY(program.waitFor(RunState::idle));
        QTRY_VERIFY(start(program).has_value());
        QVERIFY(program.session().run != nullptr);
    }

    /// A run shown again brings back the region as it was set when it was started: none, or that very one.
    void aRunShownAgainBringsItsSelection() {
        OpenWindow program;
        QVERIFY(openSharpened(program)); // of the whole, nothing selected
        const auto whole = program.session().run;
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.6);
        QVERIFY(program.idle());
        const TimeRange selected = program.controller.tools().selection()->time;
        key(program, Qt::Key_F5);
        QVERIFY(program.waitUntil([&] { return program.session().run != whole; }));
        QVERIFY(program.waitFor(RunState::idle) && program.idle());
        const auto part = program.session().run;
        showAgain(program, 0);
        QCOMPARE(program.session().run, whole);
        QVERIFY(!program.controller.tools().selection() && !start(program));
        showAgain(program, 1);
        QCOMPARE(program.session().run, part);
        QVERIFY(program.controller.tools().selection() && start(program));
        QVERIFY(std::abs(program.controller.tools().selection()->time.start - selected.start) < 1e-3);
        QVERIFY(std::abs(program.controller.tools().selection()->time.end - selected.end) < 1e-3);
        QVERIFY(!program.panes().state->text().contains(QStringLiteral("would now take")));
    }

    void escDropsTheMeasureFirst() {
        OpenWindow program;
        QVERIFY(openSharpened(program));
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.5);
        QVERIFY(program.idle());
        key(program, Qt::Key_6);
        drag(picture(program), 0.3, 0.4);
        const QImage measured = program.panes().adaptive->grab().toImage();
        key(program, Qt::Key_Escape);
        QVERIFY(program.panes().adaptive->grab().toImage() != measured); // the pointer is where it was
        QVERIFY(program.controller.tools().selection().has_value());
        key(program, Qt::Key_Escape);
        QVERIFY(!program.controller.tools().selection());
        QVERIFY(program.session().run != nullptr);
        key(program, Qt::Key_Escape); // nothing is left to drop
        QVERIFY(program.session().run != nullptr);
    }

    void theRestOfTheRecordingStaysVisible() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        const AxisSpan levels = program.panes().adaptive->dbLimits();
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.4);
        QVERIFY(program.idle());
        SpectrogramView& view = *program.panes().adaptive;
        QVERIFY(view.context() != nullptr);
        QCOMPARE(view.dbLimits(), levels);
        view.plot().replot();
        QVERIFY(program.waitUntil([&] { return view.isCurrent(); }));
        view.plot().replot();
        const QImage image = view.plot().grab().toImage();
        const QRgb nothing = axisColours(view.palette()).outside.rgb();
        const QRect rect = view.plot().axisRect()->rect();
        const int x = at(view.plot(), 0.7).x();
        int seen = 0;
        for (int y = rect.top() + 2; y < rect.bottom() - 2; ++y)
            seen += image.pixel((QPointF(x, y) * image.devicePixelRatio()).toPoint()) != nothing;
        QVERIFY(seen > rect.height() / 2);
    }
};

QTEST_MAIN(SelectionTest)
#include "selection_test.moc"
