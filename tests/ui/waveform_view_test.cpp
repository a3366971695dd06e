// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mouse.h"
#include "ui/theme/theme.h"
#include "ui/views/axis_margins.h"
#include "ui/views/waveform_layers.h"
#include "ui/views/waveform_view.h"

#include <QSignalSpy>
#include <QtTest>
#include <limits>
#include <random>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double kRate = 8000;
constexpr int kSeconds = 4;

std::shared_ptr<std::vector<float>> silence() { return std::make_shared<std::vector<float>>(kSeconds * int(kRate), 0.0F); }

Tiling evenTiling(int frames) {
    Tiling tiling;
    tiling.support = 256;
    tiling.theta = RealFrames::Constant(1, 1, 128);
    tiling.positions = Vector::LinSpaced(frames, 0, kSeconds * kRate) - 0.5 * (tiling.support - 1);
    return tiling; // centres from 0 to the end
}

WaveformPeaks::Range slowRange(const std::vector<float>& samples, int first, int last) {
    WaveformPeaks::Range range{samples[std::size_t(first)], samples[std::size_t(first)]};
    for (int i = first; i < last; ++i) {
        range.low = std::min(range.low, samples[std::size_t(i)]);
        range.high = std::max(range.high, samples[std::size_t(i)]);
    }
    return range;
}

} // namespace

class WaveformViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WaveformView> m_view;

    QPoint at(double seconds) const {
        return {qRound(m_view->xAxis->coordToPixel(seconds)), m_view->axisRect()->center().y()};
    }
    void wheel(QPoint position, int notches, Qt::KeyboardModifiers modifiers = {}) {
        turnWheel(*m_view, position, {0, wheelNotch * notches}, modifiers);
    }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        dragPointer(*m_view, from, to, modifiers, button);
    }
    QImage picture() { return m_view->toPixmap(m_view->width(), m_view->height()).toImage(); }
    int inkInColumn(const QImage& image, int x, const QColor& colour) const {
        int count = 0;
        for (int y = m_view->axisRect()->top(); y <= m_view->axisRect()->bottom(); ++y)
            count += image.pixelColor(x, y) == colour;
        return count;
    }

private slots:
    void init() {
        m_view = std::make_unique<WaveformView>();
        m_view->setPalette(lightPalette());
        m_view->resize(900, 150);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        auto samples = silence();
        (*samples)[std::size_t(2.5 * kRate)] = 1; // a click of one sample
        m_view->setPeaks(std::make_shared<WaveformPeaks>(samples, kRate));
        m_view->replot();
    }

    void peaksAreExact() {
        std::mt19937 random{1};
        std::normal_distribution<float> normal;
        auto samples = std::make_shared<std::vector<float>>(10'007);
        for (float& sample : *samples)
            sample = normal(random);
        const WaveformPeaks peaks{samples, kRate};
        std::uniform_int_distribution<int> index{0, 10'006};
        for (int trial = 0; trial < 500; ++trial) {
            const auto [first, last] = std::minmax({index(random), index(random)});
            const auto fast = peaks.range(first, last + 1), slow = slowRange(*samples, first, last + 1);
            QCOMPARE(fast.low, slow.low);
            QCOMPARE(fast.high, slow.high);
        }
    }

    void peaksAtTheEdges() {
        auto samples = std::make_shared<std::vector<float>>(
            std::vector<float>{0.5F, std::nanf(""), 0.75F, std::numeric_limits<float>::infinity()});
        const WaveformPeaks peaks{samples, kRate};
        QCOMPARE(peaks.range(-5, 99).high, 0.75F);
        QCOMPARE(peaks.range(0, 2).low, 0.0F); // not finite: 0
        QCOMPARE(peaks.range(3, 3).high, 0.0F);
        QCOMPARE(peaks.range(7, 9).high, 0.0F);
        QCOMPARE(WaveformPeaks(std::make_shared<std::vector<float>>(), kRate).range(0, 1).high, 0.0F);
        QVERIFY_EXCEPTION_THROWN(WaveformPeaks(nullptr, kRate), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(WaveformPeaks(samples, 0), std::invalid_argument);
    }

    void wholeRecordingAtFirst() {
        QCOMPARE(m_view->lowerSeconds(), 0.0);
        QCOMPARE(m_view->upperSeconds(), double(kSeconds));
        QVERIFY(m_view->yAxis->range().upper >= 1);
    }

    void clickIsNeverLost() {
        const QColor ink = curveColours(m_view->palette())[1];
        const QImage image = picture();
        int tallest = 0;
        for (int x = at(2.4).x(); x < at(2.6).x(); ++x)
            tallest = std::max(tallest, inkInColumn(image, x, ink));
        QVERIFY2(tallest > m_view->axisRect()->height() / 3, qPrintable(QString::number(tallest)));
        QVERIFY(inkInColumn(image, at(1.0).x(), ink) <= 2);
    }

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

    void setterIsSilentAndExact() {
        QSignalSpy changed{m_view.get(), &WaveformView::timeRangeChanged};
        m_view->setTimeRange(-1, 9); // a linked pane may show more than the recording
        QCOMPARE(m_view->lowerSeconds(), -1.0);
        QCOMPARE(m_view->upperSeconds(), 9.0);
        m_view->setTimeRange(3, 3); // no range at all: ignored
        QCOMPARE(m_view->upperSeconds(), 9.0);
        QCOMPARE(changed.size(), 0);
    }

    void framesAreTicked() {
        const auto ticksDrawn = [&] {
            const QImage image = picture();
            const int y = m_view->axisRect()->bottom() - 3;
            int count = 0;
            for (int x = m_view->axisRect()->left() + 2; x < m_view->axisRect()->right() - 1; ++x)
                count += image.pixelColor(x, y).lightness() < 160 && image.pixelColor(x - 1, y).lightness() >= 160;
            return count;
        };
        QCOMPARE(ticksDrawn(), 0);
        m_view->setTiling(evenTiling(9), kRate, 0);
        QVERIFY2(ticksDrawn() >= 7 && ticksDrawn() <= 9, qPrintable(QString::number(ticksDrawn()))); // two at the edges
        m_view->clearTiling();
        QCOMPARE(ticksDrawn(), 0);
    }

    void ticksThinOut_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("stride");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("few") << 100 << 1;
        QTest::newRow("just fits") << 200 << 1;
        QTest::newRow("just too many") << 201 << 2;
        QTest::newRow("many") << 2700 << 20;
        QTest::newRow("an hour") << 620'000 << 5000;
    }

    void ticksThinOut() {
        QFETCH(int, frames);
        QTEST(frameTickStride(frames, 1000), "stride");
    }

    void taperIsDrawn() {
        const auto differs = [&](const QImage& before) {
            return picture().pixelColor(at(1.0)) != before.pixelColor(at(1.0));
        };
        const QImage before = picture();
        m_view->setWindowShape(1.0, 0.5);
        QVERIFY(differs(before));
        m_view->clearWindowShape();
        QVERIFY(!differs(before));
    }

    void regionIsShaded() {
        const QImage before = picture();
        const QPoint inside = at(1.5) + QPoint(0, 30), outside = at(3.5) + QPoint(0, 30);
        m_view->setRegion(1, 2);
        QVERIFY(picture().pixelColor(inside) != before.pixelColor(inside));
        QCOMPARE(picture().pixelColor(outside), before.pixelColor(outside));
        m_view->setRegion({}, {});
        QCOMPARE(picture().pixelColor(inside), before.pixelColor(inside));
    }

    void linesUpWithOtherPanes() {
        QCOMPARE(m_view->axisRect()->left(), axisLeftMargin(m_view->fontMetrics()));
        m_view->setHorizontalMargins(70, 30);
        m_view->replot();
        QCOMPARE(m_view->axisRect()->left(), 70);
        QCOMPARE(m_view->axisRect()->right(), m_view->width() - 30 - 1);
    }

    void followsTheTheme() {
        m_view->setPalette(darkPalette());
        QCOMPARE(picture().pixelColor(at(1.0) + QPoint(3, 30)), darkPalette().color(QPalette::Base));
    }

    void emptyIsFine() {
        m_view->setPeaks(nullptr);
        wheel(at(0.5), 3);
        m_view->setPeaks(std::make_shared<WaveformPeaks>(std::make_shared<std::vector<float>>(), kRate));
        QVERIFY(!picture().isNull());
    }
};

QTEST_MAIN(WaveformViewTest)
#include "waveform_view_test.moc"
