// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings.h"

#include <QtTest>

#include <functional>
#include <limits>

using namespace thetascope;

using Change = std::function<void(Settings&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double rate = 44100;
constexpr int second = 44100;

std::string inWords(const Problems& problems) {
    std::string words;
    for (const Problem& problem : problems)
        words += problem.field + ": " + problem.message + "\n";
    return words;
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void defaultSupports_data();
    void defaultSupports();
    void defaultsAlwaysValidate_data();
    void defaultsAlwaysValidate();
    void frameCounts_data();
    void frameCounts();
    void positions();
    void resolveFillsInEverything();
    void resolvedSettingsResolveToThemselves();
    void theShortestWindowFollows_data();
    void theShortestWindowFollows();
    void smallSupports();
    void rejected_data();
    void rejected();
    void accepted_data();
    void accepted();
    void tilingShapes_data();
    void tilingShapes();
};

void SettingsTest::defaultSupports_data() {
    QTest::addColumn<double>("sampleRate");
    QTest::addColumn<int>("support");
    QTest::newRow("1 Hz") << 1.0 << 16;
    QTest::newRow("1 kHz") << 1000.0 << 128;
    QTest::newRow("8 kHz") << 8000.0 << 1024;
    QTest::newRow("16 kHz") << 16000.0 << 2048;
    QTest::newRow("44.1 kHz") << 44100.0 << 4096;
    QTest::newRow("48 kHz") << 48000.0 << 4096;
    QTest::newRow("768 kHz") << 768000.0 << 65536;
    QTest::newRow("absurd") << 1e300 << largestSupport;
    QTest::newRow("zero") << 0.0 << 16;
    QTest::newRow("NaN") << notANumber << 16;
}

void SettingsTest::defaultSupports() {
    QFETCH(double, sampleRate);
    QTEST(defaultSupport(sampleRate), "support");
}

void SettingsTest::defaultsAlwaysValidate_data() {
    QTest::addColumn<double>("sampleRate");
    QTest::addColumn<int>("length");
    for (const double sampleRate : {1e-3, 1.0, 100.0, 8000.0, 44100.0, 768000.0, 1e9})
        for (const int length : {1, 2, 15, 16, 1000, 100000})
            QTest::addRow("%g Hz, %d samples", sampleRate, length) << sampleRate << length;
}

void SettingsTest::defaultsAlwaysValidate() {
    QFETCH(double, sampleRate);
    QFETCH(int, length);
    const Problems problems = validate(Settings(), length, sampleRate);
    QVERIFY2(problems.empty(), inWords(problems).c_str());
    const ResolvedSettings resolved = resolve(Settings(), length, sampleRate);
    QVERIFY(resolved.T >= 1);
    QCOMPARE(resolved.F, resolved.N / 2 + 1);
}

void SettingsTest::frameCounts_data() {
    QTest::addColumn<int>("layout");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("support");
    QTest::addColumn<double>("hop");
    QTest::addColumn<int>("frames");
    const int cover = int(FrameLayout::cover), inside = int(FrameLayout::inside);
    QTest::newRow("C.1.1") << inside << 6000 << 1000 << 50.0 << 101;
    QTest::newRow("C.1.2") << inside << 3000 << 1000 << 100.0 << 21;
    QTest::newRow("tutorial") << cover << 5120 << 512 << 32.0 << 161;
    QTest::newRow("one sample") << cover << 1 << 16 << 1.0 << 2;
    QTest::newRow("one sample, long hop") << cover << 1 << 4096 << 256.0 << 1;
    QTest::newRow("shorter than the support") << inside << 10 << 16 << 1.0 << 1;
    QTest::newRow("fractional") << cover << 100 << 16 << 2.5 << 41;
    QTest::newRow("saturates") << cover << 1000000 << 16 << 1e-9 << std::numeric_limits<int>::max();
}

void SettingsTest::frameCounts() {
    QFETCH(int, layout);
    QFETCH(int, length);
    QFETCH(int, support);
    QFETCH(double, hop);
    QTEST(frameCount(FrameLayout(layout), length, support, hop), "frames");
}

void SettingsTest::positions() {
    const Vector cover = framePositions(FrameLayout::cover, 16, 4, 3);
    QCOMPARE(cover[0], -7.5);
    QCOMPARE(cover[2], 0.5);
    const Vector inside = framePositions(FrameLayout::inside, 16, 2.5, 3);
    QCOMPARE(inside[0], 0.0);
    QCOMPARE(inside[2], 5.0);
}

void SettingsTest::resolveFillsInEverything() {
    const ResolvedSettings resolved = resolve(Settings(), second, rate);
    QCOMPARE(resolved.N, 4096);
    QCOMPARE(resolved.H, 256.0);
    QCOMPARE(resolved.theta0, 2048.0);
    QCOMPARE(resolved.thetaUpper, 4095.0);
    QCOMPARE(resolved.T, 173);
    QCOMPARE(resolved.F, 2049);
    QCOMPARE(resolved.support, std::optional(4096));
    QCOMPARE(resolved.hop, std::optional(256.0));
    QVERIFY(!resolved.theta); // a start that is chosen stays open
    QCOMPARE(resolved.thetaMax, std::optional(4095.0));
    QCOMPARE(resolved.thetaLower, 512.0);
    QCOMPARE(resolved.thetaMin, std::optional(512.0));
    QVERIFY((resolved.knots == ThetaGrid{6, 3}));
    QVERIFY(resolved.thetaGrid == resolved.knots);
}

void SettingsTest::resolvedSettingsResolveToThemselves() {
    const ResolvedSettings once = resolve(Settings(), second, rate);
    const ResolvedSettings elsewhere = resolve(once, second, 8000);
    QCOMPARE(elsewhere.N, once.N);
    QCOMPARE(elsewhere.H, once.H);
    QCOMPARE(elsewhere.theta0, once.theta0);
    QVERIFY(validate(once, second, rate).empty());
}

void SettingsTest::theShortestWindowFollows_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("shortest");
    const auto row = [](const char* name, Change change, double shortest) { QTest::newRow(name) << change << shortest; };
    row("two hops", [](Settings& s) { s.hop = 100; }, 200);
    row("a quarter of the support", [](Settings& s) { s.hop = 2000; }, 1024);
    row("four samples", [](Settings& s) { s.hop = 0.5; }, 4);
    row("cells of their own", [](Settings& s) { s.thetaGrid = ThetaGrid{1, 1}; }, 4);
    row("below theta", [](Settings& s) { s.theta = 77; }, 77);
    row("below the longest", [](Settings& s) { s.thetaMax = 600; }, 300);
    row("as given", [](Settings& s) { s.thetaMin = 33; }, 33);
}

void SettingsTest::theShortestWindowFollows() {
    QFETCH(Change, change);
    QFETCH(double, shortest);
    Settings settings;
    change(settings);
    QCOMPARE(resolve(settings, second, rate).thetaLower, shortest);
    QVERIFY(validate(settings, second, rate).empty());
}

void SettingsTest::smallSupports() {
    Settings settings;
    settings.support = 4;
    QVERIFY(validate(settings, 100, rate).empty());
    QCOMPARE(resolve(settings, 100, rate).thetaLower, 1.5); // 4, the usual one, is above N-1 = 3
    settings.thetaMin = 4;
    QVERIFY(!validate(settings, 100, rate).empty());
    settings.thetaMin = 1;
    QVERIFY(validate(settings, 100, rate).empty());
    QCOMPARE(resolve(settings, 100, rate).H, 0.25);
    QCOMPARE(resolve(settings, 100, rate).theta0, 2.0);
    settings.support = 6;
    settings.thetaMin = 4; // N/2 = 3 is below it: the default is kept within the bounds
    QVERIFY(validate(settings, 100, rate).empty());
    QCOMPARE(resolve(settings, 100, rate).theta0, 4.0);
}

void SettingsTest::rejected_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, Change change, const char* field) {
        QTest::newRow(name) << change << QString(field);
    };
    for (const int support : {0, 2, 3, 5, 4095, -4096, largestSupport + 2, std::numeric_limits<int>::min()})
        row(qPrintable(QString("support %1").arg(support)), [support](Settings& s) { s.support = support; }, "support");
    for (const double bad : {notANumber, infinity, -infinity, 0.0, -1.0}) {
        const auto name = [bad](const char* key) { return QString("%1 %2").arg(key).arg(bad); };
        row(qPrintable(name("hop")), [bad](Settings& s) { s.hop = bad; }, "hop");
        row(qPrintable(name("theta")), [bad](Settings& s) { s.theta = bad; }, "theta");
        row(qPrintable(name("theta-min")), [bad](Settings& s) { s.thetaMin = bad; }, "theta-min");
        row(qPrintable(name("theta-max")), [bad](Settings& s) { s.thetaMax = bad; }, "theta-max");
        row(qPrintable(name("step")), [bad](Settings& s) { s.step = bad; }, "step");
    }
    for (const double bad : {notANumber, infinity, -0.5}) {
        row(qPrintable(QString("start %1").arg(bad)), [bad](Settings& s) { s.startSeconds = bad; }, "start");
        row(qPrintable(QString("end %1").arg(bad)), [bad](Settings& s) { s.endSeconds = bad; }, "end");
    }
    row("end before start", [](Settings& s) { s.startSeconds = 2, s.endSeconds = 1; }, "end");
    row("empty region", [](Settings& s) { s.startSeconds = 1, s.endSeconds = 1; }, "end");
    row("theta above the bound", [](Settings& s) { s.theta = 500, s.thetaMax = 400; }, "theta");
    row("theta below the bound", [](Settings& s) { s.theta = 3; }, "theta");
    row("theta above N-1", [](Settings& s) { s.theta = 4096; }, "theta");
    row("theta-max N", [](Settings& s) { s.support = 64, s.thetaMax = 64; }, "theta-max");
    row("bounds that meet", [](Settings& s) { s.thetaMin = 100, s.thetaMax = 100; }, "theta-min");
    row("bounds crossed", [](Settings& s) { s.thetaMin = 200, s.thetaMax = 100; }, "theta-min");
    row("theta-min above N-1", [](Settings& s) { s.support = 16, s.thetaMin = 20; }, "theta-min");
    row("too many cells", [](Settings& s) { s.hop = 0.1; }, "hop");
    row("vanishing hop", [](Settings& s) { s.hop = 1e-300; }, "hop");
    row("no knots", [](Settings& s) { s.thetaGrid = ThetaGrid{0, 1}; }, "theta-grid");
    row("negative knots", [](Settings& s) { s.thetaGrid = ThetaGrid{24, -6}; }, "theta-grid");
    row("iterations", [](Settings& s) { s.iterations = -1; }, "iterations");
    row("many iterations", [](Settings& s) { s.iterations = std::numeric_limits<int>::max(); }, "iterations");
    row("threads", [](Settings& s) { s.threads = -1; }, "threads");
    row("many threads", [](Settings& s) { s.threads = 1000000; }, "threads");
    row("large step", [](Settings& s) { s.step = 1e6; }, "step");
    row("seed", [](Settings& s) { s.seed = ~0ULL; }, "seed");
    row("no frame inside", [](Settings& s) { s.support = 1 << 17, s.frames = FrameLayout::inside; }, "support");
    row("channel 0", [](Settings& s) { s.channel = "0"; }, "channel");
    row("channel left", [](Settings& s) { s.channel = "left"; }, "channel");
}

void SettingsTest::rejected() {
    QFETCH(Change, change);
    QFETCH(QString, field);
    Settings settings;
    change(settings);
    const Problems problems = validate(settings, second, rate);
    QCOMPARE(QString::fromStdString(problems.empty() ? "" : problems.front().field), field);
    QCOMPARE(problems.size(), std::size_t(1));
    QVERIFY(problems.front().message.size() > 5);
}

void SettingsTest::accepted_data() {
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("smallest support", [](Settings& s) { s.support = 4, s.thetaMin = 1; });
    row("not a power of two", [](Settings& s) { s.support = 1000; });
    row("theta at its bounds", [](Settings& s) { s.thetaMin = 100, s.theta = 100, s.thetaMax = 200; });
    row("theta N-1", [](Settings& s) { s.theta = 4095; });
    row("theta-min below one sample", [](Settings& s) { s.thetaMin = 0.5; });
    row("real hop", [](Settings& s) { s.hop = 33.3; });
    row("hop beyond the signal", [](Settings& s) { s.hop = 1e6; });
    row("support beyond the signal", [](Settings& s) { s.support = 1 << 17; });
    row("no iterations", [](Settings& s) { s.iterations = 0; });
    row("knots", [](Settings& s) { s.thetaGrid = ThetaGrid{24, 6}; });
    row("knots beyond the map", [](Settings& s) { s.thetaGrid = ThetaGrid{1 << 30, 1 << 30}; });
    row("channel 7", [](Settings& s) { s.channel = "7"; });
}

void SettingsTest::accepted() {
    QFETCH(Change, change);
    Settings settings;
    change(settings);
    const Problems problems = validate(settings, second, rate);
    QVERIFY2(problems.empty(), inWords(problems).c_str());
}

void SettingsTest::tilingShapes_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("shared") << int(ThetaMode::shared) << 1 << 1;
    QTest::newRow("time") << int(ThetaMode::time) << 11 << 1;
    QTest::newRow("frequency") << int(ThetaMode::frequency) << 1 << 9;
    QTest::newRow("time-frequency") << int(ThetaMode::timeFrequency) << 11 << 9;
}

void SettingsTest::tilingShapes() {
    QFETCH(int, mode);
    Settings settings;
    settings.support = 16;
    settings.hop = 10;
    settings.thetaMode = ThetaMode(mode);
    const Tiling tiling = initialTiling(resolve(settings, 100, rate));
    QTEST(int(tiling.theta.rows()), "rows");
    QTEST(int(tiling.theta.cols()), "columns");
    QCOMPARE(tiling.frames(), 11);
    QCOMPARE(tiling.centre(0), 0.0);
    QCOMPARE(tiling.centre(10), 100.0);
    QVERIFY((tiling.theta == 8).all());
}

QTEST_APPLESS_MAIN(SettingsTest)
#include "settings_test.moc"
