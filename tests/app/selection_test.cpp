// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting, measuring and reading in the real window, with mouse and keys, before a run and after it.
#include "tests/app/window_fixture.h"
#include "tests/support/mouse.h"

#include "app/window/elided_label.h"
#include "ui/panels/readout.h"
#include "ui/views/axis_colours.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QSignalSpy>
#include <cmath>
#include <qcustomplot.h>

using namespace thetascope;
using namespace thetascope::testing;

class SelectionTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    static QPoint at(QCustomPlot& plot, double seconds, double height = 0.5) {
        const QRect rect = plot.axisRect()->rect();
        return {qRound(plot.xAxis->coordToPixel(seconds)), qRound(rect.bottom() - height * rect.height())};
    }
    static void drag(QCustomPlot& plot, double from, double to) { dragPointer(plot, at(plot, from, 0.2), at(plot, to, 0.8)); }
    static QCustomPlot& picture(OpenWindow& program) { return program.panes().adaptive->plot(); }
    static std::optional<double> start(OpenWindow& program) { return program.panes().settings->settings().startSeconds; }
    static void key(OpenWindow& program, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&program.window, key, modifiers);
    }
    static bool openSharpened(OpenWindow& program) {
        return program.open(demoSignal) && program.edit(quickSettings()) && program.sharpen() && program.waitFor(RunState::idle)
               && program.idle();
    }
    /// What a pane shows at a time, from top to bottom.
    static QImage column(QWidget& pane, QCustomPlot& plot, double seconds) {
        const QImage image = pane.grab().toImage();
        const QPoint place = plot.mapTo(&pane, at(plot, seconds));
        return image.copy(qRound((place.x() - 2) * image.devicePixelRatio()), 0, qRound(5 * image.devicePixelRatio()), image.height());
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
        settings.endSeconds = 0.75;
        QVERIFY(program.edit(settings));
        QVERIFY(program.controller.tools().selection().has_value());
        QCOMPARE(program.controller.tools().selection()->time, (TimeRange{0.25, 0.75}));
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

    void escDropsTheMeasureFirst() {
        OpenWindow program;
        QVERIFY(openSharpened(program));
        key(program, Qt::Key_2);
        drag(picture(program), 0.2, 0.5);
        QVERIFY(program.idle());
        const QImage selected = program.panes().adaptive->grab().toImage();
        key(program, Qt::Key_6);
        drag(picture(program), 0.3, 0.4);
        QVERIFY(program.panes().adaptive->grab().toImage() != selected);
        key(program, Qt::Key_Escape);
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

    void measuringOnTheWaveformSelectsNothing() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        WaveformView& waveform = *program.panes().waveform;
        const QImage before = waveform.grab().toImage();
        key(program, Qt::Key_6);
        drag(waveform, 0.2, 0.4);
        QVERIFY(program.idle());
        QVERIFY(!program.controller.tools().selection() && !start(program));
        waveform.replot();
        QVERIFY(waveform.grab().toImage() != before);
        key(program, Qt::Key_Escape);
        key(program, Qt::Key_2);
        drag(waveform, 0.2, 0.4);
        QVERIFY(program.idle());
        QVERIFY(program.controller.tools().selection().has_value());
    }

    void theThetaPaneObeysTheTools() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal) && program.edit(quickSettings()));
        QCustomPlot& curve = program.panes().theta->plot();
        key(program, Qt::Key_6);
        drag(curve, 0.2, 0.4);
        QVERIFY(!program.controller.tools().selection());
        key(program, Qt::Key_2);
        drag(curve, 0.2, 0.4);
        QVERIFY(program.idle());
        QVERIFY(program.controller.tools().selection().has_value());
        QVERIFY(!program.controller.tools().selection()->hertz);
        QVERIFY(std::abs(program.controller.tools().selection()->time.start - 0.2) < 0.02);
        key(program, Qt::Key_1);
        program.controller.views().showTime({0.2, 0.6});
        drag(curve, 0.5, 0.4);
        for (const AxisSpan range : {program.panes().adaptive->timeRange(), program.panes().classical->timeRange()})
            QVERIFY(std::abs(range.low - 0.3) < 0.01 && std::abs(range.length() - 0.4) < 1e-9);
    }

    void aBandIsSelectedOnACurveOverFrequency() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        Settings settings = quickSettings();
        settings.thetaMode = ThetaMode::frequency;
        QVERIFY(program.edit(settings));
        QCustomPlot& curve = program.panes().theta->plot();
        key(program, Qt::Key_2);
        drag(curve, 500, 1500);
        QVERIFY(program.idle());
        const auto selection = program.controller.tools().selection();
        QVERIFY(selection && selection->hertz && std::abs(selection->hertz->low - 500) < 70);
        QCOMPARE(selection->time, (TimeRange{0, program.session().durationSeconds()}));
        QVERIFY(!start(program)); // all of the time: no region
    }

    void theReadoutIsOfThePictureOnScreen() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal) && program.edit(quickSettings()));
        SpectrogramView& view = *program.panes().adaptive;
        QSignalSpy moved(&view, &SpectrogramView::cursorMoved);
        movePointer(view.plot(), at(view.plot(), 0.5, 0.3));
        QCOMPARE(moved.count(), 1);
        const double seconds = moved[0][0].toDouble(), hz = moved[0][1].toDouble();
        const auto expected = [&] {
            const CellUnder cell = view.cellAt(seconds, hz).value_or(CellUnder{});
            return formatReadout({view.spectrogram()->sampleRate, seconds, hz, cell.bin, cell.levelDb, cell.theta, cell.frame});
        };
        const QString before = program.panes().readout->text();
        QCOMPARE(before, expected());
        QVERIFY(program.sharpen() && program.waitFor(RunState::idle) && program.idle());
        const QString after = program.panes().readout->text(); // the pointer rests
        QVERIFY(after != before);
        QCOMPARE(after, expected());
        program.actions().holdClassical->setChecked(true);
        QVERIFY(program.panes().readout->text() != after);
        QCOMPARE(program.panes().readout->text(), expected());
    }

    void theCursorIsSeenInEveryPane() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal) && program.edit(quickSettings()));
        key(program, Qt::Key_D); // the classical STFT beside
        QVERIFY(program.idle());
        const Panes& panes = program.panes();
        const std::pair<QWidget*, QCustomPlot*> others[]{
            {panes.waveform, panes.waveform}, {panes.classical, &panes.classical->plot()}, {panes.theta, &panes.theta->plot()}};
        const auto settle = [&] {
            QVERIFY(program.waitUntil([&] { return panes.classical->isCurrent() && panes.adaptive->isCurrent(); }));
            for (const auto& [pane, plot] : others) plot->replot();
        };
        settle();
        std::vector<QImage> before;
        for (const auto& [pane, plot] : others) before.push_back(column(*pane, *plot, 0.5));
        movePointer(picture(program), at(picture(program), 0.5));
        settle();
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2(column(*others[i].first, *others[i].second, 0.5) != before[i], others[i].first->metaObject()->className());
    }
};

QTEST_MAIN(SelectionTest)
#include "selection_test.moc"
