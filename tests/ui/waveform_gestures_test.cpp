// SPDX-License-Identifier: GPL-3.0-or-later
// A waveform under the mouse.
#include "tests/ui/shown_waveform.h"

#include <QSignalSpy>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

class WaveformGesturesTest : public QObject, ShownWaveform {
    Q_OBJECT

private slots:
    void init() { QVERIFY(show()); }

    void wheelZoomsAboutThePointer() {
        QSignalSpy changed{m_view.get(), &WaveformView::timeRangeChanged};
        const QPoint pointer = at(1.0);
        const double under = m_view->xAxis->pixelToCoord(pointer.x());
        wheel(pointer, 2);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_view->upperSeconds() - m_view->lowerSeconds() < 3);
        QVERIFY(std::abs(m_view->xAxis->pixelToCoord(pointer.x()) - under) < 1e-6);
        wheel(pointer, -20);
        QCOMPARE(m_view->upperSeconds(), double(kSeconds)); // no further than the recording
        QCOMPARE(m_view->lowerSeconds(), 0.0);
    }

    void zoomEndsAtAFewSamples() {
        wheel(at(1.0), 100);
        QVERIFY(m_view->upperSeconds() - m_view->lowerSeconds() >= 7.9 / kRate);
    }

    void shiftWheelPans() {
        m_view->setTimeRange(1, 2);
        wheel(at(1.5), -1, Qt::ShiftModifier);
        QVERIFY(std::abs(m_view->lowerSeconds() - 1.1) < 1e-9);
        QVERIFY(std::abs(m_view->upperSeconds() - 2.1) < 1e-9);
    }

    void aSidewaysWheelPans() {
        m_view->setTimeRange(1, 2);
        turnWheel(*m_view, at(1.5), {-wheelNotch, 0});
        QVERIFY(std::abs(m_view->lowerSeconds() - 1.1) < 1e-9);
        QVERIFY(std::abs(m_view->upperSeconds() - 2.1) < 1e-9);
    }

    void altWheelZoomsTheAmplitudeAboutZero() {
        const QCPRange before = m_view->yAxis->range();
        turnWheel(*m_view, at(1.0) + QPoint(0, 30), {wheelNotch, 0}, Qt::AltModifier); // Alt swaps the two
        QVERIFY(std::abs(m_view->yAxis->range().upper - 0.8 * before.upper) < 1e-9);
        QVERIFY(std::abs(m_view->yAxis->range().lower - 0.8 * before.lower) < 1e-9);
        QCOMPARE(m_view->upperSeconds(), double(kSeconds));
        m_view->setTimeRange(1, 2);
        drag(at(1.5), at(1.3) + QPoint(0, 40)); // time is panned, the amplitude stays
        QVERIFY(std::abs(m_view->yAxis->range().upper - 0.8 * before.upper) < 1e-9);
    }

    void measuringSelectsNothing() {
        m_view->setTiling(evenTiling(9), kRate, 0);
        m_view->setTool(Tool::measure);
        QSignalSpy selected{m_view.get(), &WaveformView::stretchSelected}, measured{m_view.get(), &WaveformView::stretchMeasured};
        drag(at(1.1), at(2.4));
        QCOMPARE(selected.size(), 0);
        QVERIFY(std::abs(measured.last()[0].toDouble() - 1.0) < 0.01); // on frames
        QVERIFY(std::abs(measured.last()[1].toDouble() - 2.5) < 0.01);
        const QImage plain = m_view->grab().toImage();
        m_view->setMeasure(AxisSpan{1.0, 2.5}, QStringLiteral("\u0394t"));
        QVERIFY(m_view->grab().toImage() != plain);
        m_view->setMeasure({}, {});
        QCOMPARE(m_view->grab().toImage(), plain);
    }

    void dragsPan_data() {
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::addColumn<Tool>("tool");
        QTest::newRow("left, navigating") << Qt::LeftButton << Tool::navigate;
        QTest::newRow("middle, selecting") << Qt::MiddleButton << Tool::select;
    }

    void dragsPan() {
        QFETCH(Qt::MouseButton, button);
        QFETCH(Tool, tool);
        m_view->setTool(tool);
        m_view->setTimeRange(1, 2);
        QSignalSpy changed{m_view.get(), &WaveformView::timeRangeChanged};
        drag(at(1.5), at(1.3), button);
        QVERIFY(!changed.isEmpty());
        QVERIFY(std::abs(m_view->lowerSeconds() - 1.2) < 0.01);
        QVERIFY(std::abs(m_view->upperSeconds() - m_view->lowerSeconds() - 1) < 1e-9);
    }

    void panningStopsAtTheEnds() {
        m_view->setTimeRange(0.2, 1.2);
        drag(at(0.3), at(1.1));
        QCOMPARE(m_view->lowerSeconds(), 0.0);
    }

    void shiftDragZooms() {
        QSignalSpy changed{m_view.get(), &WaveformView::timeRangeChanged};
        drag(at(1.0), at(2.0), Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(changed.size(), 1);
        QVERIFY(std::abs(m_view->lowerSeconds() - 1) < 0.01);
        QVERIFY(std::abs(m_view->upperSeconds() - 2) < 0.01);
    }

    void selectionSnapsToFrames() {
        m_view->setTiling(evenTiling(9), kRate, 0); // centres every half second
        m_view->setTool(Tool::select);
        QSignalSpy selected{m_view.get(), &WaveformView::stretchSelected};
        drag(at(1.1), at(2.4));
        QCOMPARE(selected.size(), 1);
        QVERIFY(std::abs(selected[0][0].toDouble() - 1.0) < 1e-9);
        QVERIFY(std::abs(selected[0][1].toDouble() - 2.5) < 1e-9);
        drag(at(2.4), at(1.1), Qt::LeftButton, Qt::ShiftModifier); // backwards, and Shift defeats the snapping
        QVERIFY(std::abs(selected[1][0].toDouble() - 1.1) < 0.01);
        QVERIFY(std::abs(selected[1][1].toDouble() - 2.4) < 0.01);
    }

    void clicksAreNotDrags() {
        QSignalSpy clicked{m_view.get(), &WaveformView::clicked};
        QSignalSpy changed{m_view.get(), &WaveformView::timeRangeChanged};
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(3.0));
        QCOMPARE(clicked.size(), 1);
        QVERIFY(std::abs(clicked[0][0].toDouble() - 3.0) < 0.01);
        QCOMPARE(changed.size(), 0);
    }

    void doubleClickOnTheAxisShowsAll() {
        m_view->setTimeRange(1, 2);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {at(1.5).x(), m_view->axisRect()->bottom() + 8});
        QCOMPARE(m_view->lowerSeconds(), 0.0);
        QCOMPARE(m_view->upperSeconds(), double(kSeconds));
    }

    void wheelOverTheAmplitudeAxis() {
        const double before = m_view->yAxis->range().size();
        wheel({m_view->axisRect()->left() - 10, 50}, 1);
        QVERIFY(m_view->yAxis->range().size() < before);
        QCOMPARE(m_view->upperSeconds(), double(kSeconds));
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {m_view->axisRect()->left() - 10, 50});
        QCOMPARE(m_view->yAxis->range().size(), before);
    }

    void cursorIsTold() {
        QSignalSpy moved{m_view.get(), &WaveformView::cursorMoved};
        QSignalSpy left{m_view.get(), &WaveformView::cursorLeft};
        QMouseEvent move(QEvent::MouseMove, at(1.25), m_view->mapToGlobal(at(1.25)), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(m_view.get(), &move);
        QCOMPARE(moved.size(), 1);
        QVERIFY(std::abs(moved[0][0].toDouble() - 1.25) < 0.01);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_view.get(), &leave);
        QCOMPARE(left.size(), 1);
    }
};

QTEST_MAIN(WaveformGesturesTest)
#include "waveform_gestures_test.moc"
