// SPDX-License-Identifier: GPL-3.0-or-later
// A spectrogram under the mouse.
#include "tests/ui/shown_spectrogram.h"
#include "ui/views/axis_plot.h"

#include <QSignalSpy>

using namespace thetascope;
using namespace thetascope::testing;

class SpectrogramGesturesTest : public QObject {
    Q_OBJECT
private slots:
    void wheelZoomsTimeAboutThePointer();
    void wheelWithModifiers_data();
    void wheelWithModifiers();
    void zoomingOutStopsAtTheData();
    void leftDragPans();
    void shiftDragZoomsToTheRectangle();
    void selectDragAnnouncesTheRegion();
    void doubleClickOnAnAxisResetsIt();
    void draggingTheColourBarEditsTheLimits();
    void pointerIsReported();
    void gesturesSpeakInHertzOnEveryScale();
    void measuringSnapsToFramesAndBins();
    void middleDragPansWithAnyTool_data();
    void middleDragPansWithAnyTool();
    void theWheelOverTheTimeAxisZoomsTime();
    void theWheelOnTheColourBarZoomsTheLevels();
    void aClickIsNoDrag();
};

void SpectrogramGesturesTest::wheelZoomsTimeAboutThePointer() {
    Shown shown;
    QSignalSpy spy(&shown.view, &SpectrogramView::timeRangeChanged);
    const AxisSpan before = shown.view.timeRange();
    const QPoint pointer = shown.at(0.5, 2000);
    const double under = shown.view.plot().xAxis->pixelToCoord(pointer.x());
    shown.wheel(pointer, 120);
    const AxisSpan after = shown.view.timeRange();
    QVERIFY(near(after.length(), 0.8 * before.length(), 1e-9));
    QVERIFY(near(shown.view.plot().xAxis->pixelToCoord(pointer.x()), under, 1e-9));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy[0][0].toDouble(), after.low);
    shown.wheel(pointer, 120, Qt::ControlModifier);
    QVERIFY(near(shown.view.timeRange().length(), 0.64 * before.length(), 1e-9));
}

void SpectrogramGesturesTest::wheelWithModifiers_data() {
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("onFrequencyAxis");
    QTest::addColumn<double>("timeFactor");
    QTest::addColumn<double>("frequencyFactor");
    QTest::addColumn<double>("shift");
    QTest::newRow("plain") << Qt::KeyboardModifiers(Qt::NoModifier) << false << 0.8 << 1.0 << 0.0;
    QTest::newRow("Shift pans") << Qt::KeyboardModifiers(Qt::ShiftModifier) << false << 1.0 << 1.0 << -0.1;
    QTest::newRow("Alt zooms frequency") << Qt::KeyboardModifiers(Qt::AltModifier) << false << 1.0 << 0.8 << 0.0;
    QTest::newRow("over the axis") << Qt::KeyboardModifiers(Qt::NoModifier) << true << 1.0 << 0.8 << 0.0;
}

void SpectrogramGesturesTest::wheelWithModifiers() {
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(bool, onFrequencyAxis);
    QFETCH(double, timeFactor);
    QFETCH(double, frequencyFactor);
    QFETCH(double, shift);
    Shown shown;
    shown.view.setTimeRange(0.8, 1.2);
    const AxisSpan hertz = shown.view.frequencyRange();
    QPoint pointer = shown.at(1.0, 2000);
    if (onFrequencyAxis)
        pointer.setX(shown.view.plot().axisRect()->left() - 10);
    shown.wheel(pointer, 120, modifiers);
    const AxisSpan time = shown.view.timeRange();
    QVERIFY(near(time.length(), 0.4 * timeFactor, 1e-9));
    QVERIFY(near(0.5 * (time.low + time.high) - 1.0, 0.4 * shift, 0.002));
    QVERIFY(near(shown.view.frequencyRange().length(), hertz.length() * frequencyFactor, 1e-6));
}

void SpectrogramGesturesTest::zoomingOutStopsAtTheData() {
    Shown shown;
    for (int i = 0; i < 20; ++i)
        shown.wheel(shown.at(1, 2000), -120);
    const AxisSpan time = shown.view.timeRange();
    const double length = frames * 0.01;
    QVERIFY(time.low < 0.5 * support / rate && time.low > -0.05 * length);
    QVERIFY(time.length() < 1.1 * length);
    for (int i = 0; i < 20; ++i)
        shown.wheel(shown.at(1, 2000), -120, Qt::AltModifier);
    QCOMPARE(shown.view.frequencyRange(), (AxisSpan{0, 4000}));
}

void SpectrogramGesturesTest::leftDragPans() {
    Shown shown;
    shown.view.setTimeRange(0.5, 1.0);
    QSignalSpy selected(&shown.view, &SpectrogramView::regionSelected);
    const QPoint from = shown.at(0.8, 2000);
    shown.drag(from, shown.at(0.7, 2000));
    QVERIFY(near(shown.view.timeRange().low, 0.6, 0.002));
    QVERIFY(near(shown.view.timeRange().length(), 0.5, 1e-9));
    QCOMPARE(selected.count(), 0);
}

void SpectrogramGesturesTest::shiftDragZoomsToTheRectangle() {
    Shown shown;
    shown.drag(shown.at(0.5, 3000), shown.at(1.0, 1000), Qt::ShiftModifier);
    QVERIFY(near(shown.view.timeRange().low, 0.5, 0.01));
    QVERIFY(near(shown.view.timeRange().high, 1.0, 0.01));
    QVERIFY(near(shown.view.frequencyRange().low, 1000, 40));
    QVERIFY(near(shown.view.frequencyRange().high, 3000, 40));
}

void SpectrogramGesturesTest::selectDragAnnouncesTheRegion() {
    Shown shown;
    shown.view.setTool(Tool::select);
    const AxisSpan before = shown.view.timeRange();
    QSignalSpy spy(&shown.view, &SpectrogramView::regionSelected);
    shown.drag(shown.at(1.0, 1000), shown.at(0.5, 3000));
    QCOMPARE(spy.count(), 1);
    QVERIFY(near(spy[0][0].toDouble(), 0.5, 0.01));
    QVERIFY(near(spy[0][1].toDouble(), 1.0, 0.01));
    QVERIFY(near(spy[0][2].toDouble(), 1000, 40));
    QVERIFY(near(spy[0][3].toDouble(), 3000, 40));
    QCOMPARE(shown.view.timeRange(), before);
    shown.drag(shown.at(1.0, 1000), shown.at(1.0, 1000)); // a click selects nothing
    QCOMPARE(spy.count(), 1);
}

void SpectrogramGesturesTest::doubleClickOnAnAxisResetsIt() {
    Shown shown;
    const AxisSpan time = shown.view.timeRange();
    shown.view.setTimeRange(0.5, 1.0);
    shown.view.setFrequencyRange(500, 900);
    const QRect rect = shown.view.plot().axisRect()->rect();
    QTest::mouseDClick(&shown.view.plot(), Qt::LeftButton, {}, {rect.center().x(), rect.bottom() + 8});
    QCOMPARE(shown.view.timeRange(), time);
    QCOMPARE(shown.view.frequencyRange(), (AxisSpan{500, 900}));
    QTest::mouseDClick(&shown.view.plot(), Qt::LeftButton, {}, {rect.left() - 8, rect.center().y()});
    QCOMPARE(shown.view.frequencyRange(), (AxisSpan{0, 4000}));
}

void SpectrogramGesturesTest::draggingTheColourBarEditsTheLimits() {
    Shown shown;
    QSignalSpy spy(&shown.view, &SpectrogramView::dbLimitsEdited);
    const QRect rect = shown.view.plot().axisRect()->rect();
    const int x = rect.right() + 20;
    shown.drag({x, rect.bottom() - 5}, {x, rect.bottom() - 5 - rect.height() / 8}); // the floor's end, an eighth up
    QVERIFY(spy.count() >= 1);
    QVERIFY(near(shown.view.dbLimits().low, -90, 0.5)); // the scale follows the pointer
    QCOMPARE(shown.view.dbLimits().high, 0.0);
    QCOMPARE(spy.last()[0].toDouble(), shown.view.dbLimits().low);
}

void SpectrogramGesturesTest::pointerIsReported() {
    Shown shown;
    QSignalSpy moved(&shown.view, &SpectrogramView::cursorMoved);
    QSignalSpy left(&shown.view, &SpectrogramView::cursorLeft);
    const QPoint position = shown.at(1.2, 1500);
    QMouseEvent move(QEvent::MouseMove, position, shown.view.plot().mapToGlobal(position), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&shown.view.plot(), &move);
    QCOMPARE(moved.count(), 1);
    QVERIFY(near(moved[0][0].toDouble(), 1.2, 0.01) && near(moved[0][1].toDouble(), 1500, 20));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.view.plot(), &leave);
    QCOMPARE(left.count(), 1);
}

void SpectrogramGesturesTest::gesturesSpeakInHertzOnEveryScale() {
    Shown shown;
    for (const FrequencyScaleName& scale : frequencyScales()) {
        shown.view.setFrequencyScale(scale.scale);
        shown.view.resetFrequencyRange();
        QSignalSpy moved(&shown.view, &SpectrogramView::cursorMoved);
        QSignalSpy edited(&shown.view, &SpectrogramView::frequencyRangeChanged);
        const QPoint pointer(400, qRound(shown.view.plot().yAxis->coordToPixel(scaleUnit(scale.scale, 1000))));
        QTest::mouseMove(&shown.view.plot(), pointer - QPoint(5, 0));
        QTest::mouseMove(&shown.view.plot(), pointer);
        QTRY_VERIFY(moved.count() > 0);
        QVERIFY2(near(moved.last()[1].toDouble(), 1000, 30), scale.key);
        shown.wheel(pointer, 120, Qt::AltModifier);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited[0][0].toDouble(), shown.view.frequencyRange().low);
        QVERIFY(edited[0][0].toDouble() < 1000 && edited[0][1].toDouble() > 1000 && edited[0][1].toDouble() < 4000);
    }
}

void SpectrogramGesturesTest::measuringSnapsToFramesAndBins() {
    Shown shown;
    shown.view.setTool(Tool::measure);
    QSignalSpy spy(&shown.view, &SpectrogramView::measured);
    shown.drag(shown.at(0.504, 1010), shown.at(1.003, 2990));
    QVERIFY(spy.count() > 0);
    const auto& figures = spy.last();
    const double frameAt = (figures[0].toDouble() - 127.5 / rate) / 0.01, binAt = figures[2].toDouble() / 31.25;
    QVERIFY(near(frameAt, std::round(frameAt), 1e-6));
    QVERIFY(near(binAt, std::round(binAt), 1e-6));
    const double length = figures[1].toDouble() - figures[0].toDouble();
    QVERIFY(near(length / 0.01, std::round(length / 0.01), 1e-6) && near(length, 0.5, 0.011));
    spy.clear();
    shown.drag(shown.at(0.504, 1010), shown.at(1.003, 2990), Qt::ShiftModifier);
    const double free = spy.last()[2].toDouble() / 31.25;
    QVERIFY(!near(free, std::round(free), 1e-3));
}

void SpectrogramGesturesTest::middleDragPansWithAnyTool_data() {
    QTest::addColumn<Tool>("tool");
    QTest::newRow("navigate") << Tool::navigate;
    QTest::newRow("select") << Tool::select;
    QTest::newRow("measure") << Tool::measure;
}

void SpectrogramGesturesTest::middleDragPansWithAnyTool() {
    QFETCH(Tool, tool);
    Shown shown;
    shown.view.setTool(tool);
    shown.view.setTimeRange(0.5, 1.0);
    shown.view.setFrequencyRange(1000, 2000);
    QSignalSpy selected(&shown.view, &SpectrogramView::regionSelected), measured(&shown.view, &SpectrogramView::measured);
    shown.drag(shown.at(0.8, 1500), shown.at(0.7, 1400), {}, Qt::MiddleButton);
    QVERIFY(near(shown.view.timeRange().low, 0.6, 0.002) && near(shown.view.timeRange().length(), 0.5, 1e-9));
    QVERIFY(near(shown.view.frequencyRange().low, 1100, 10) && near(shown.view.frequencyRange().length(), 1000, 1e-6));
    QCOMPARE(selected.count() + measured.count(), 0);
}

void SpectrogramGesturesTest::theWheelOverTheTimeAxisZoomsTime() {
    Shown shown;
    const AxisSpan time = shown.view.timeRange(), hertz = shown.view.frequencyRange();
    const QPoint pointer(shown.at(0.5, 2000).x(), shown.view.plot().axisRect()->bottom() + 8);
    const double under = shown.view.plot().xAxis->pixelToCoord(pointer.x());
    shown.wheel(pointer, wheelNotch, Qt::AltModifier); // of time whatever is held
    QVERIFY(near(shown.view.timeRange().length(), 0.8 * time.length(), 1e-9));
    QVERIFY(near(shown.view.plot().xAxis->pixelToCoord(pointer.x()), under, 1e-9));
    QCOMPARE(shown.view.frequencyRange(), hertz);
}

void SpectrogramGesturesTest::theWheelOnTheColourBarZoomsTheLevels() {
    Shown shown;
    QSignalSpy edited(&shown.view, &SpectrogramView::dbLimitsEdited);
    const AxisSpan time = shown.view.timeRange();
    const QRect rect = shown.view.plot().axisRect()->rect();
    const QPoint pointer(rect.right() + 20, rect.center().y()); // -40 dB
    shown.wheel(pointer, wheelNotch);
    QCOMPARE(edited.count(), 1);
    QVERIFY(near(shown.view.dbLimits().length(), 64, 1e-6));
    QVERIFY(near(shown.view.dbLimits().low, -72, 0.5));
    QCOMPARE(shown.view.timeRange(), time);
}

void SpectrogramGesturesTest::aClickIsNoDrag() {
    Shown shown;
    auto& plot = dynamic_cast<AxisPlot&>(shown.view.plot());
    QSignalSpy clicked(&plot, &AxisPlot::plotClicked);
    const AxisSpan time = shown.view.timeRange();
    QTest::mouseClick(&plot, Qt::LeftButton, {}, shown.at(0.5, 1000));
    QCOMPARE(clicked.count(), 1);
    QVERIFY(near(clicked[0][0].toDouble(), 0.5, 0.01) && near(clicked[0][1].toDouble(), 1000, 20));
    QTest::mouseClick(&plot, Qt::RightButton, {}, shown.at(0.5, 1000));
    shown.drag(shown.at(0.5, 1000), shown.at(0.6, 1000));
    QCOMPARE(clicked.count(), 1);
    shown.view.resetTimeRange();
    QCOMPARE(shown.view.timeRange(), time);
}

QTEST_MAIN(SpectrogramGesturesTest)
#include "spectrogram_gestures_test.moc"
