// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/raster_thread.h"
#include "ui/views/axis_colours.h"
#include "ui/views/spectrogram_view.h"

#include <QRegularExpression>
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
    void everyScaleDrawsAToneAtItsFrequency_data();
    void everyScaleDrawsAToneAtItsFrequency();
    void theOldPictureStandsInUntilTheNewOneIsThere_data() { everyScaleDrawsAToneAtItsFrequency_data(); }
    void theOldPictureStandsInUntilTheNewOneIsThere();
    void gesturesSpeakInHertzOnEveryScale();
    void differenceIsWhiteAtZeroAndRedAbove();
    void differenceOfOtherFrames();
    void measuringSnapsToFramesAndBins();
    void harmonicsAreMarked();
    void noSizeNoComplaint();
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
    QRgb colourIn(const QImage& image, FrequencyScale scale, double hz) {
        const QPointF place(view.plot().xAxis->coordToPixel(1), view.plot().yAxis->coordToPixel(scaleUnit(scale, hz)));
        return image.pixel((place * image.devicePixelRatio()).toPoint());
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
    shown.view.setFrequencyScale(FrequencyScale::logarithmic);
    QVERIFY(near(shown.view.frequencyRange().low, 31.25, 1e-9)); // 20 Hz lies below the first bin
    QVERIFY(near(shown.view.frequencyRange().high, 4000, 1e-6));
    const QImage image = shown.grab();
    QVERIFY(shown.ready);
    const double ratio = image.devicePixelRatio();
    QCOMPARE(image.pixel((QPointF(shown.at(1, std::log2(1000))) * ratio).toPoint()), ColourMap::named("inferno").table().back());
    shown.view.setFrequencyScale(FrequencyScale::linear);
    QCOMPARE(shown.view.frequencyRange(), (AxisSpan{0, 4000}));
}

void SpectrogramViewTest::everyScaleDrawsAToneAtItsFrequency_data() {
    QTest::addColumn<int>("scale");
    for (const FrequencyScaleName& scale : frequencyScales())
        QTest::newRow(scale.key) << static_cast<int>(scale.scale);
}

void SpectrogramViewTest::everyScaleDrawsAToneAtItsFrequency() {
    QFETCH(int, scale);
    const auto chosen = static_cast<FrequencyScale>(scale);
    Shown shown;
    shown.view.setFrequencyScale(chosen);
    const QImage image = shown.grab();
    QVERIFY(shown.ready);
    QCOMPARE(shown.colourIn(image, chosen, 1000), ColourMap::named("inferno").table().back());
    QCOMPARE(shown.colourIn(image, chosen, 700), ColourMap::named("inferno").table().front());
    QCOMPARE(shown.colourIn(image, chosen, 1400), ColourMap::named("inferno").table().front());
    QVERIFY(near(shown.view.frequencyRange().high, 4000, 1e-6));
}

// No event loop runs between the change and the look, so that the worker's picture can't have come.
void SpectrogramViewTest::theOldPictureStandsInUntilTheNewOneIsThere() {
    QFETCH(int, scale);
    const auto next = static_cast<FrequencyScale>(scale);
    Shown shown;
    shown.view.setFrequencyScale(next == FrequencyScale::linear ? FrequencyScale::logarithmic : FrequencyScale::linear);
    shown.grab();
    QVERIFY(shown.ready);
    shown.view.setFrequencyScale(next);
    shown.view.plot().replot();
    QVERIFY(!shown.view.isCurrent());
    const QImage screen = shown.view.plot().grab().toImage();
    QCOMPARE(shown.colourIn(screen, next, 1000), ColourMap::named("inferno").table().back());
    QCOMPARE(shown.colourIn(screen, next, 700), ColourMap::named("inferno").table().front());
    QCOMPARE(shown.colourIn(screen, next, 1400), ColourMap::named("inferno").table().front());
}

void SpectrogramViewTest::gesturesSpeakInHertzOnEveryScale() {
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

void SpectrogramViewTest::differenceIsWhiteAtZeroAndRedAbove() {
    Shown shown;
    auto quieter = tone();
    quieter->magnitude.col(32).setConstant(0.1f); // -20 dB
    shown.view.setDifferenceLimit(20);
    shown.view.setSubtracted(quieter);
    const QImage image = shown.grab();
    QVERIFY(shown.ready);
    const double ratio = image.devicePixelRatio();
    const ColourMap::Table& table = ColourMap::named(ColourMap::differences()).table();
    const auto at = [&](double hz) { return image.pixel((QPointF(shown.at(1, hz)) * ratio).toPoint()); };
    QCOMPARE(at(3000), table[ColourMap::size / 2]);
    QVERIFY(qRed(at(1000)) > 80 && qBlue(at(1000)) < 60);
    shown.view.setSubtracted(nullptr);
    QCOMPARE(shown.grab().pixel((QPointF(shown.at(1, 1000)) * ratio).toPoint()), ColourMap::named("inferno").table().back());
}

void SpectrogramViewTest::differenceOfOtherFrames() {
    Shown shown;
    auto coarse = tone(); // the same sound on half as many frames
    coarse->tiling.positions.setLinSpaced(frames / 2, 0, (frames - 1) * 80.0);
    coarse->magnitude.conservativeResize(frames / 2, bins);
    shown.view.setSubtracted(coarse);
    const QImage image = shown.grab();
    QVERIFY(shown.ready);
    const QRgb none = ColourMap::named(ColourMap::differences()).table()[ColourMap::size / 2];
    const double ratio = image.devicePixelRatio();
    for (const double seconds : {0.3, 1.0, 1.7})
        QCOMPARE(image.pixel((QPointF(shown.at(seconds, 1000)) * ratio).toPoint()), none);
}

void SpectrogramViewTest::measuringSnapsToFramesAndBins() {
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

void SpectrogramViewTest::harmonicsAreMarked() {
    Shown shown;
    shown.view.setHarmonics(true);
    shown.view.setCursor(1.0, 900);
    const QImage marked = shown.view.grab().toImage();
    shown.view.setHarmonics(false);
    const QImage plain = shown.view.grab().toImage();
    const double ratio = marked.devicePixelRatio();
    const auto differs = [&](double hz) {
        const QPoint place = ((QPointF(shown.at(1.0, hz)) + QPointF(8, 0)) * ratio).toPoint();
        for (int dy = -2; dy <= 2; ++dy)
            if (marked.pixel(place + QPoint(0, dy)) != plain.pixel(place + QPoint(0, dy)))
                return true;
        return false;
    };
    QVERIFY(differs(1800) && differs(2700) && differs(3600));
    QVERIFY(!differs(2250));
}

void SpectrogramViewTest::noSizeNoComplaint() {
    SpectrogramView view;
    view.setSpectrogram(tone());
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QPixmap|QCustomPlot")));
    view.resize(0, 0);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.plot().resize(0, 0);
    view.plot().replot();
    view.plot().resize(0, 50);
    view.plot().replot();
    view.resize(300, 200);
    view.plot().replot();
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
