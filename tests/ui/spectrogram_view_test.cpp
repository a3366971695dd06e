// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shown_spectrogram.h"
#include "ui/render/raster_thread.h"
#include "ui/views/axis_colours.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <array>

using namespace thetascope;
using namespace thetascope::testing;

class SpectrogramViewTest : public QObject {
    Q_OBJECT
private slots:
    void showsTheMapsColours();
    void settersAreSilent();
    void cellUnderThePointer();
    void darkPaletteDarkens();
    void logAxisSurvivesSwitching();
    void everyScaleDrawsAToneAtItsFrequency_data();
    void everyScaleDrawsAToneAtItsFrequency();
    void aChosenRangeComesBackFromEveryScale_data() { everyScaleDrawsAToneAtItsFrequency_data(); }
    void aChosenRangeComesBackFromEveryScale();
    void theOldPictureStandsInUntilTheNewOneIsThere_data() { everyScaleDrawsAToneAtItsFrequency_data(); }
    void theOldPictureStandsInUntilTheNewOneIsThere();
    void differenceIsWhiteAtZeroAndRedAbove();
    void differenceOfOtherFrames();
    void aSelectionLeavesTheColours();
    void theContextIsSeenAboutTheFrames();
    void harmonicsAreMarked();
    void noSizeNoComplaint();
    void peakIgnoresInvalidCells();
    void nullClears();
    void latestRequestWins();
};

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

// To the last bit: a tick just beyond the end of its axis isn't drawn.
void SpectrogramViewTest::aChosenRangeComesBackFromEveryScale() {
    QFETCH(int, scale);
    for (const AxisSpan range : {AxisSpan{0, 4000}, AxisSpan{500, 3000}}) {
        Shown shown;
        shown.view.setFrequencyRange(range.low, range.high);
        shown.view.setFrequencyScale(static_cast<FrequencyScale>(scale));
        shown.view.setFrequencyScale(FrequencyScale::linear);
        QCOMPARE(shown.view.frequencyRange(), range);
    }
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

// Honest colours: whatever is outlined, a level has the colour that the bar gives it.
void SpectrogramViewTest::aSelectionLeavesTheColours() {
    Shown shown;
    const QRgb tone = ColourMap::named("inferno").table().back(), silence = ColourMap::named("inferno").table().front();
    shown.view.setSelection(AxisSpan{0.5, 1.5}, AxisSpan{500, 3500});
    shown.view.setMeasure(AxisSpan{0.6, 1.4}, AxisSpan{600, 3400}, {});
    shown.grab();
    QVERIFY(shown.ready);
    const QImage image = shown.view.grab().toImage(); // with the overlay
    QCOMPARE(shown.colourIn(image, FrequencyScale::linear, 1000), tone);
    QCOMPARE(shown.colourIn(image, FrequencyScale::linear, 2000), silence);
    const QPointF edge(shown.at(0.5, 2000) + QPoint(2, 0));
    QVERIFY(image.pixel((edge * image.devicePixelRatio()).toPoint()) != silence);
}

void SpectrogramViewTest::theContextIsSeenAboutTheFrames() {
    Shown shown;
    shown.view.setTimeRange(0, 2);
    auto part = tone(); // the middle third
    part->tiling.positions = part->tiling.positions.segment(70, 60).eval();
    part->magnitude = part->magnitude.middleRows(70, 60).eval();
    shown.view.setSpectrogram(part);
    const auto colours = [&] {
        const QImage image = shown.grab();
        const auto at = [&](double seconds, double hz) {
            return image.pixelColor((QPointF(shown.at(seconds, hz)) * image.devicePixelRatio()).toPoint());
        };
        return std::array{at(0.3, 1000), at(0.3, 2000), at(1.0, 1000)};
    };
    const auto [toneBefore, silenceBefore, inside] = colours();
    QVERIFY(shown.ready);
    QVERIFY(toneBefore.isValid());
    QCOMPARE(toneBefore, silenceBefore); // nothing there
    shown.view.setContext(tone());
    const auto [toneBeneath, silenceBeneath, insideStill] = colours();
    QVERIFY(shown.ready);
    QVERIFY(toneBeneath.lightness() > silenceBeneath.lightness() + 50);
    QVERIFY(toneBeneath != inside); // veiled: it is not the result
    QCOMPARE(insideStill, inside);
    QVERIFY(!shown.view.cellAt(0.3, 1000)); // and not read
    shown.view.setContext(nullptr);
    QCOMPARE(colours()[0], toneBefore);
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
