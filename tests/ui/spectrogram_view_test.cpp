// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_thread.h"
#include "ui/views/axis_colours.h"
#include "ui/views/spectrogram_view.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <qcustomplot.h>

using namespace thetascope;

class SpectrogramViewTest : public QObject {
    Q_OBJECT
private slots:
    void showsTheMapsColours();
    void wheelZoomsTimeAboutThePointer();
    void wheelWithModifiers_data();
    void wheelWithModifiers();
    void zoomingOutStopsAtTheData();
    void leftDragPans();
    void shiftDragZoomsToTheRectangle();
    void selectDragAnnouncesTheRegion();
    void doubleClickOnAnAxisResetsIt();
    void settersAreSilent();
    void draggingTheColourBarEditsTheLimits();
    void cellUnderThePointer();
    void pointerIsReported();
    void darkPaletteDarkens();
    void logAxisSurvivesSwitching();
    void peakIgnoresInvalidCells();
    void nullClears();
    void latestRequestWins();
};

namespace {

constexpr double rate = 8000;
constexpr int support = 256;
constexpr int bins = support / 2 + 1;
constexpr int frames = 200;

/// 200 frames 10 ms apart, quiet, with a tone at 1000 Hz.
std::shared_ptr<Spectrogram> tone() {
    auto spectrogram = std::make_shared<Spectrogram>();
    spectrogram->sampleRate = rate;
    spectrogram->tiling.support = support;
    spectrogram->tiling.theta.setConstant(1, 1, 200);
    spectrogram->tiling.positions.setLinSpaced(frames, 0, (frames - 1) * 80.0);
    spectrogram->magnitude.setConstant(frames, bins, 1e-6f);
    spectrogram->magnitude.col(32).setConstant(1);
    return spectrogram;
}

struct Shown {
    Shown() {
        view.resize(800, 400);
        view.setSpectrogram(tone());
        view.setDbLimits(-80, 0);
        view.show();
        ready = QTest::qWaitForWindowExposed(&view) && QTest::qWaitFor([this] { return view.isCurrent(); });
    }
    QPoint at(double seconds, double hz) {
        return {qRound(view.plot().xAxis->coordToPixel(seconds)), qRound(view.plot().yAxis->coordToPixel(hz))};
    }
    void wheel(const QPoint& position, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWheelEvent event(position, view.plot().mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view.plot(), &event);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mousePress(&view.plot(), Qt::LeftButton, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, view.plot().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&view.plot(), &move);
        QTest::mouseRelease(&view.plot(), Qt::LeftButton, modifiers, to);
    }
    QImage grab() {
        view.plot().replot();
        ready = QTest::qWaitFor([this] { return view.isCurrent(); });
        view.plot().replot();
        return view.plot().grab().toImage();
    }
    SpectrogramView view;
    bool ready = false;
};

bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

} // namespace

void SpectrogramViewTest::showsTheMapsColours() {
    Shown shown;
    QVERIFY(shown.ready);
    shown.view.setColourMap("cividis");
    const QImage image = shown.grab();
    QVERIFY(shown.ready);
    const double ratio = image.devicePixelRatio();
    QCOMPARE(image.pixel((QPointF(shown.at(1, 1000)) * ratio).toPoint()), ColourMap::named("cividis").table().back());
    QCOMPARE(image.pixel((QPointF(shown.at(1, 3000)) * ratio).toPoint()), ColourMap::named("cividis").table().front());
}

void SpectrogramViewTest::wheelZoomsTimeAboutThePointer() {
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

void SpectrogramViewTest::wheelWithModifiers_data() {
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

void SpectrogramViewTest::wheelWithModifiers() {
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

void SpectrogramViewTest::zoomingOutStopsAtTheData() {
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

void SpectrogramViewTest::leftDragPans() {
    Shown shown;
    shown.view.setTimeRange(0.5, 1.0);
    QSignalSpy selected(&shown.view, &SpectrogramView::regionSelected);
    const QPoint from = shown.at(0.8, 2000);
    shown.drag(from, shown.at(0.7, 2000));
    QVERIFY(near(shown.view.timeRange().low, 0.6, 0.002));
    QVERIFY(near(shown.view.timeRange().length(), 0.5, 1e-9));
    QCOMPARE(selected.count(), 0);
}

void SpectrogramViewTest::shiftDragZoomsToTheRectangle() {
    Shown shown;
    shown.drag(shown.at(0.5, 3000), shown.at(1.0, 1000), Qt::ShiftModifier);
    QVERIFY(near(shown.view.timeRange().low, 0.5, 0.01));
    QVERIFY(near(shown.view.timeRange().high, 1.0, 0.01));
    QVERIFY(near(shown.view.frequencyRange().low, 1000, 40));
    QVERIFY(near(shown.view.frequencyRange().high, 3000, 40));
}

void SpectrogramViewTest::selectDragAnnouncesTheRegion() {
    Shown shown;
    shown.view.setSelectByDrag(true);
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

void SpectrogramViewTest::doubleClickOnAnAxisResetsIt() {
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

void SpectrogramViewTest::settersAreSilent() {
    Shown shown;
    QSignalSpy time(&shown.view, &SpectrogramView::timeRangeChanged);
    QSignalSpy hertz(&shown.view, &SpectrogramView::frequencyRangeChanged);
    shown.view.setTimeRange(-5, 50); // a linked pane may know more than the data here
    shown.view.setFrequencyRange(100, 200);
    QCOMPARE(shown.view.timeRange(), (AxisSpan{-5, 50}));
    shown.view.setSpectrogram(tone());
    QCOMPARE(shown.view.timeRange(), (AxisSpan{-5, 50}));
    QCOMPARE(time.count() + hertz.count(), 0);
}

void SpectrogramViewTest::draggingTheColourBarEditsTheLimits() {
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

void SpectrogramViewTest::cellUnderThePointer() {
    Shown shown;
    const auto cell = shown.view.cellAt(0.5 * (support - 1) / rate + 0.5 + 0.004, 1010);
    QVERIFY(cell.has_value());
    QCOMPARE(cell->frame, 50);
    QCOMPARE(cell->bin, 32);
    QCOMPARE(cell->hz, 1000.0);
    QCOMPARE(cell->levelDb, 0.0);
    QCOMPARE(cell->theta, 200.0);
    QVERIFY(!shown.view.cellAt(-1, 1000));
    QVERIFY(!shown.view.cellAt(1, 5000));
    QVERIFY(!shown.view.cellAt(1, -100));
}

void SpectrogramViewTest::pointerIsReported() {
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

void SpectrogramViewTest::darkPaletteDarkens() {
    Shown shown;
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(0x20, 0x22, 0x24));
    dark.setColor(QPalette::WindowText, QColor(0xee, 0xee, 0xee));
    const QColor lightCorner = shown.grab().pixelColor(2, 2);
    shown.view.setPalette(dark);
    QCOMPARE(shown.grab().pixelColor(2, 2), QColor(0x20, 0x22, 0x24));
    QVERIFY(lightCorner.lightness() > 128);
    QCOMPARE(shown.view.plot().xAxis->tickLabelColor(), QColor(0xee, 0xee, 0xee));
    QVERIFY(axisColours(dark).dark);
}

void SpectrogramViewTest::logAxisSurvivesSwitching() {
    Shown shown;
    shown.view.setLogFrequency(true);
    QCOMPARE(shown.view.frequencyRange(), (AxisSpan{31.25, 4000})); // 20 Hz lies below the first bin
    const QImage image = shown.grab();
    QVERIFY(shown.ready);
    const double ratio = image.devicePixelRatio();
    QCOMPARE(image.pixel((QPointF(shown.at(1, 1000)) * ratio).toPoint()), ColourMap::named("inferno").table().back());
    shown.view.setLogFrequency(false);
    QCOMPARE(shown.view.frequencyRange(), (AxisSpan{0, 4000}));
}

void SpectrogramViewTest::peakIgnoresInvalidCells() {
    auto spectrogram = tone();
    spectrogram->magnitude(3, 3) = std::numeric_limits<float>::quiet_NaN();
    spectrogram->magnitude(4, 4) = std::numeric_limits<float>::infinity();
    spectrogram->magnitude(5, 5) = 10;
    QVERIFY(near(SpectrogramView::peakDb(*spectrogram).value_or(0), 20, 1e-9));
    spectrogram->magnitude.setZero();
    QVERIFY(!SpectrogramView::peakDb(*spectrogram));
}

void SpectrogramViewTest::nullClears() {
    Shown shown;
    QVERIFY(shown.ready);
    shown.view.setSpectrogram(nullptr);
    const QImage image = shown.grab();
    QVERIFY(!shown.view.cellAt(1, 1000));
    const QPoint centre = (QPointF(shown.at(1, 1000)) * image.devicePixelRatio()).toPoint();
    QVERIFY(image.pixel(centre) != ColourMap::named("inferno").table().back());
}

void SpectrogramViewTest::latestRequestWins() {
    RasterThread worker;
    QSignalSpy ready(&worker, &RasterThread::ready);
    const auto grid = magnitudeGrid(tone());
    RasterRequest request{grid, {}};
    request.style.pixels = {300, 200};
    request.style.seconds = {0, 2};
    request.style.hertz = {0, 4000};
    for (int i = 0; i <= 20; ++i) {
        request.style.levelDb = {-80.0 - i, 0};
        worker.request(request);
    }
    std::optional<RasterResult> last;
    QVERIFY(QTest::qWaitFor([&] {
        if (auto result = worker.take())
            last = std::move(result);
        return last && last->request.style.levelDb.low == -100;
    }));
    QVERIFY(ready.count() <= 21);
    QCOMPARE(last->image.size(), QSize(300, 200));
}

QTEST_MAIN(SpectrogramViewTest)
#include "spectrogram_view_test.moc"
