// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse over the small panes of the real window, and what is read where it rests.
#include "tests/app/window_mouse.h"

#include "ui/panels/readout.h"
#include "ui/views/theta_view.h"
#include "ui/views/waveform_view.h"

#include <QSignalSpy>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

class PointerTest : public QObject {
    Q_OBJECT

    IsolatedSettings m_isolated;

    /// What a pane shows at a time, from top to bottom.
    static QImage column(QWidget& pane, QCustomPlot& plot, double seconds) {
        const QImage image = pane.grab().toImage();
        const QPoint place = plot.mapTo(&pane, at(plot, seconds));
        return image.copy(qRound((place.x() - 2) * image.devicePixelRatio()), 0, qRound(5 * image.devicePixelRatio()), image.height());
    }

private slots:
    void measuringOnTheWaveformSelectsNothing() {
        OpenWindow program;
        QVERIFY(program.open(demoSignal));
        WaveformView& waveform = *program.panes().waveform;
        key(program, Qt::Key_6);
        drag(waveform, 0.2, 0.4);
        QVERIFY(program.idle());
        QVERIFY(!program.controller.tools().selection() && !start(program));
        waveform.replot();
        const QImage measured = waveform.grab().toImage();
        key(program, Qt::Key_Escape);
        waveform.replot();
        QVERIFY(waveform.grab().toImage() != measured); // the pointer is where it was
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

QTEST_MAIN(PointerTest)
#include "pointer_test.moc"
