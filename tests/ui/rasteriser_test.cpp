// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/rasteriser.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace thetascope;

class RasteriserTest : public QObject {
    Q_OBJECT
private slots:
    void colourIsTheMapsEntry_data();
    void colourIsTheMapsEntry();
    void clickIsSeenAtAnyZoom_data();
    void clickIsSeenAtAnyZoom();
    void thinLineIsSeenAtAnyHeight_data();
    void thinLineIsSeenAtAnyHeight();
    void toneIsDrawnAtItsFrequency_data();
    void toneIsDrawnAtItsFrequency();
    void unevenFramesStandAtTheirTimes();
    void coincidentFramesShareTheirStretch();
    void uncoveredStretchIsHatched();
    void outsideIsBackground();
    void zeroIsLowestAndInvalidIsMarked_data();
    void zeroIsLowestAndInvalidIsMarked();
    void smoothInterpolatesInDb();
    void thetaOfEveryShape_data();
    void thetaOfEveryShape();
    void unusableInputsGiveBackground();
};

namespace {

constexpr double rate = 8000;
constexpr int support = 256;      // bins 31.25 Hz apart
constexpr int bins = support / 2 + 1;
constexpr QRgb background = 0xff102030;
constexpr QRgb invalid = 0xff00ffff;

/// Frames with the given centres (s), magnitudes all the given level.
std::shared_ptr<Spectrogram> flat(const std::vector<double>& centres, float magnitude, double theta = support - 1) {
    auto spectrogram = std::make_shared<Spectrogram>();
    const auto frames = static_cast<Eigen::Index>(centres.size());
    spectrogram->sampleRate = rate;
    spectrogram->tiling.support = support;
    spectrogram->tiling.theta.setConstant(1, 1, theta);
    spectrogram->tiling.positions.resize(frames);
    for (Eigen::Index i = 0; i < frames; ++i)
        spectrogram->tiling.positions[i] = centres[static_cast<size_t>(i)] * rate - 0.5 * (support - 1);
    spectrogram->magnitude.setConstant(frames, bins, magnitude);
    return spectrogram;
}

std::vector<double> evenly(int count, double step) {
    std::vector<double> centres;
    for (int i = 0; i < count; ++i)
        centres.push_back(i * step);
    return centres;
}

RasterStyle styleOf(QSize pixels, AxisSpan seconds, AxisSpan hertz = {0, 4000}) {
    RasterStyle style;
    style.pixels = pixels;
    style.seconds = seconds;
    style.hertz = hertz;
    style.levelDb = {-80, 0};
    style.colourMap = "viridis";
    style.background = background;
    style.invalid = invalid;
    return style;
}

QImage draw(const std::shared_ptr<const Spectrogram>& spectrogram, const RasterStyle& style) {
    return rasterise(magnitudeGrid(spectrogram).get(), style);
}

QRgb brightest() { return ColourMap::named("viridis").table().back(); }
QRgb darkest() { return ColourMap::named("viridis").table().front(); }

} // namespace

void RasteriserTest::colourIsTheMapsEntry_data() {
    QTest::addColumn<double>("levelDb");
    for (const double level : {-90.0, -79.9, -60.1, -40.05, -20.2, -0.2, 5.0})
        QTest::addRow("%g dB", level) << level;
}

void RasteriserTest::colourIsTheMapsEntry() {
    QFETCH(double, levelDb);
    const auto spectrogram = flat(evenly(10, 0.01), static_cast<float>(std::pow(10, levelDb / 20)));
    for (const bool smooth : {false, true}) {
        RasterStyle style = styleOf({40, 30}, {0, 0.09});
        style.smooth = smooth;
        const QImage image = draw(spectrogram, style);
        QCOMPARE(image.format(), QImage::Format_RGB32);
        QCOMPARE(image.pixel(20, 15), ColourMap::named("viridis").at((levelDb + 80) / 80));
    }
}

void RasteriserTest::clickIsSeenAtAnyZoom_data() {
    QTest::addColumn<double>("visible");
    QTest::addColumn<bool>("smooth");
    for (const double visible : {0.05, 0.3, 1.0, 7.0, 20.0, 39.9}) {
        QTest::addRow("crisp %g s", visible) << visible << false;
        QTest::addRow("smooth %g s", visible) << visible << true;
    }
}

void RasteriserTest::clickIsSeenAtAnyZoom() {
    QFETCH(double, visible);
    QFETCH(bool, smooth);
    constexpr int frames = 4000; // 10 ms apart; 300 pixels across
    for (int click = 1990; click < 2000; ++click) {
        auto spectrogram = flat(evenly(frames, 0.01), 1e-6f);
        spectrogram->magnitude.row(click).setConstant(2);
        RasterStyle style = styleOf({300, 40}, {19.95 - 0.5 * visible, 19.95 + 0.5 * visible});
        style.smooth = smooth;
        const QImage image = draw(spectrogram, style);
        const int x = static_cast<int>(std::floor((click * 0.01 - style.seconds.low) / visible * 300));
        if (x < 1 || x >= 299)
            continue;
        // A click on the edge of two pixels may fall into either.
        bool seen = false;
        for (int near = x - 1; near <= x + 1; ++near)
            seen |= image.pixel(near, 20) == brightest();
        QVERIFY2(seen, qPrintable(QString::number(click)));
    }
}

void RasteriserTest::thinLineIsSeenAtAnyHeight_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<bool>("logarithmic");
    for (const int height : {7, 40, 129, 500}) {
        QTest::addRow("linear %d", height) << height << false;
        QTest::addRow("log %d", height) << height << true;
    }
}

void RasteriserTest::thinLineIsSeenAtAnyHeight() {
    QFETCH(int, height);
    QFETCH(bool, logarithmic);
    for (const int bin : {5, 32, 63, 64, 127}) {
        auto spectrogram = flat(evenly(20, 0.01), 1e-6f);
        spectrogram->magnitude.col(bin).setConstant(2);
        RasterStyle style = styleOf({10, height}, {0, 0.19}, {logarithmic ? 31.25 : 0, 4000});
        style.frequency = logarithmic ? FrequencyScale::logarithmic : FrequencyScale::linear;
        const QImage image = draw(spectrogram, style);
        int lit = 0;
        for (int y = 0; y < height; ++y)
            lit += image.pixel(5, y) == brightest();
        QVERIFY(lit >= 1);
    }
}

void RasteriserTest::toneIsDrawnAtItsFrequency_data() {
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<double>("row");
    QTest::newRow("linear") << false << 400 * (1 - 1000.0 / 4000);
    QTest::newRow("log") << true << 400 * (1 - std::log(1000.0 / 50) / std::log(4000.0 / 50));
}

void RasteriserTest::toneIsDrawnAtItsFrequency() {
    QFETCH(bool, logarithmic);
    QFETCH(double, row);
    auto spectrogram = flat(evenly(20, 0.01), 1e-6f);
    spectrogram->magnitude.col(32).setConstant(2); // 1000 Hz
    RasterStyle style = styleOf({10, 400}, {0, 0.19}, {logarithmic ? 50.0 : 0.0, 4000});
    style.frequency = logarithmic ? FrequencyScale::logarithmic : FrequencyScale::linear;
    const QImage image = draw(spectrogram, style);
    int first = -1, last = -1;
    for (int y = 0; y < 400; ++y) {
        if (image.pixel(5, y) == brightest()) {
            first = first < 0 ? y : first;
            last = y;
        }
    }
    QVERIFY(first >= 0);
    QVERIFY2(first <= row && row < last + 1, qPrintable(QString("rows %1 to %2, wanted %3").arg(first).arg(last).arg(row)));
    QVERIFY(last - first < 6);
}

void RasteriserTest::unevenFramesStandAtTheirTimes() {
    // Out of order on purpose; boundaries midway: 0.015, 0.025, 0.035 s.
    auto spectrogram = flat({0.03, 0.01, 0.04, 0.02}, 1e-6f);
    spectrogram->magnitude.row(0).setConstant(2);
    const QImage image = draw(spectrogram, styleOf({1000, 4}, {0, 0.05}));
    QCOMPARE(image.pixel(499, 2), darkest());
    QCOMPARE(image.pixel(501, 2), brightest());
    QCOMPARE(image.pixel(698, 2), brightest());
    QCOMPARE(image.pixel(701, 2), darkest());
}

void RasteriserTest::coincidentFramesShareTheirStretch() {
    auto spectrogram = flat({0.01, 0.02, 0.02, 0.03}, 1e-6f);
    spectrogram->magnitude(1, 10) = 2;
    spectrogram->magnitude(2, 100) = 2;
    const RasterStyle style = styleOf({400, bins}, {0.01, 0.03}, {-0.5 * 31.25, (bins - 0.5) * 31.25});
    const QImage image = draw(spectrogram, style);
    QCOMPARE(image.pixel(110, bins - 1 - 10), brightest());
    QCOMPARE(image.pixel(290, bins - 1 - 10), brightest());
    QCOMPARE(image.pixel(110, bins - 1 - 100), brightest());
    QCOMPARE(image.pixel(290, bins - 1 - 100), brightest());
    QCOMPARE(image.pixel(90, bins - 1 - 100), darkest());
}

void RasteriserTest::uncoveredStretchIsHatched() {
    // Windows of 80 samples (10 ms) 100 ms apart: 5 ms to 95 ms was never looked at.
    RasterStyle style = styleOf({200, 40}, {0, 0.1});
    style.uncovered = 0xff123456;
    const QImage image = draw(flat({0, 0.1}, 1, 80), style);
    QCOMPARE(image.pixel(4, 10), brightest());
    QCOMPARE(image.pixel(196, 10), brightest());
    int hatched = 0, empty = 0;
    for (int x = 12; x < 188; ++x) {
        hatched += image.pixel(x, 10) == style.uncovered;
        empty += image.pixel(x, 10) == background;
    }
    QVERIFY(hatched > 20);
    QCOMPARE(hatched + empty, 188 - 12);
}

void RasteriserTest::outsideIsBackground() {
    const QImage image = draw(flat(evenly(11, 0.01), 1), styleOf({300, 100}, {-0.1, 0.2}, {-1000, 5000}));
    QCOMPARE(image.pixel(50, 50), background);
    QCOMPARE(image.pixel(250, 50), background);
    QCOMPARE(image.pixel(150, 50), brightest());
    QCOMPARE(image.pixel(150, 5), background);
    QCOMPARE(image.pixel(150, 95), background);
}

void RasteriserTest::zeroIsLowestAndInvalidIsMarked_data() {
    QTest::addColumn<bool>("smooth");
    QTest::addColumn<int>("width");
    for (const int width : {8, 200}) {
        QTest::addRow("crisp %d", width) << false << width;
        QTest::addRow("smooth %d", width) << true << width;
    }
}

void RasteriserTest::zeroIsLowestAndInvalidIsMarked() {
    QFETCH(bool, smooth);
    QFETCH(int, width);
    auto spectrogram = flat(evenly(40, 0.01), 0);
    RasterStyle style = styleOf({width, bins}, {0, 0.4});
    style.smooth = smooth;
    QCOMPARE(draw(spectrogram, style).pixel(width / 2, 60), darkest());
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::quiet_NaN(),
                            std::numeric_limits<float>::infinity()}) {
        spectrogram->magnitude(20, 64) = bad;
        const QImage image = draw(spectrogram, style);
        const int x = static_cast<int>(0.2 / 0.4 * width);
        const int y = static_cast<int>((1 - 64 * 31.25 / 4000) * bins);
        QCOMPARE(image.pixel(x, y), invalid);
        QCOMPARE(image.pixel(0, 60), darkest());
    }
}

void RasteriserTest::smoothInterpolatesInDb() {
    auto spectrogram = flat({0, 0.01}, 1);
    spectrogram->magnitude.row(1).setConstant(1e-4f); // -80 dB
    RasterStyle style = styleOf({101, 20}, {0, 0.01});
    style.smooth = true;
    const QImage image = draw(spectrogram, style);
    const ColourMap& map = ColourMap::named("viridis");
    for (const int x : {10, 25, 50, 75, 90}) {
        const double share = (x + 0.5) / 101;
        const auto wanted = static_cast<size_t>((1 - share) * 256);
        const QRgb actual = image.pixel(x, 10);
        QVERIFY(actual == map.table()[wanted] || actual == map.table()[wanted - 1] || actual == map.table()[wanted + 1]);
    }
}

void RasteriserTest::thetaOfEveryShape_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("cols");
    QTest::newRow("shared") << 1 << 1;
    QTest::newRow("time") << 4 << 1;
    QTest::newRow("frequency") << 1 << bins;
    QTest::newRow("time-frequency") << 4 << bins;
}

void RasteriserTest::thetaOfEveryShape() {
    QFETCH(int, rows);
    QFETCH(int, cols);
    auto spectrogram = flat(evenly(4, 0.01), 1);
    spectrogram->tiling.theta.setConstant(rows, cols, 64);
    spectrogram->tiling.theta(rows - 1, cols - 1) = 255;
    RasterStyle style = styleOf({40, bins}, {0, 0.03}, {0, 4000});
    style.levelDb = {20 * std::log10(16.0), 20 * std::log10(255.0)}; // bounds 16 to 255
    const QImage image = rasterise(thetaGrid(spectrogram).get(), style);
    const QRgb usual = ColourMap::named("viridis").at(std::log(64.0 / 16) / std::log(255.0 / 16));
    const bool everywhere = rows == 1 && cols == 1;
    QCOMPARE(image.pixel(39, 0), brightest());
    QCOMPARE(image.pixel(0, 0), rows > 1 ? usual : brightest());
    QCOMPARE(image.pixel(39, bins - 1), cols > 1 ? usual : brightest());
    QCOMPARE(image.pixel(0, bins - 1), everywhere ? brightest() : usual);
}

void RasteriserTest::unusableInputsGiveBackground() {
    QVERIFY(magnitudeGrid(nullptr) == nullptr);
    auto misfit = flat(evenly(4, 0.01), 1);
    misfit->tiling.positions.resize(3);
    QVERIFY(magnitudeGrid(misfit) == nullptr);
    QCOMPARE(rasterise(nullptr, styleOf({4, 4}, {0, 1})).pixel(2, 2), background);
    QVERIFY(rasterise(nullptr, styleOf({0, 4}, {0, 1})).isNull());
    const auto good = flat(evenly(4, 0.01), 1);
    QCOMPARE(draw(good, styleOf({4, 4}, {1, 1})).pixel(2, 2), background);
    RasterStyle fromZero = styleOf({4, 4}, {0, 0.03});
    fromZero.frequency = FrequencyScale::logarithmic;
    QCOMPARE(draw(good, fromZero).pixel(2, 2), background);
}

QTEST_APPLESS_MAIN(RasteriserTest)
#include "rasteriser_test.moc"
