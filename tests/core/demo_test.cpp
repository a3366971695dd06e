// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/demo_signals.h"
#include "core/model/random.h"

#include "tests/support/golden.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace thetascope;

namespace {

double largest(const std::vector<float>& samples) {
    float most = 0;
    for (const float sample : samples)
        most = std::max(most, std::abs(sample));
    return static_cast<double>(most);
}

/// |DFT| of samples [begin, begin+count) at a frequency in cycles per sample, over the count.
double level(const std::vector<double>& samples, int begin, int count, double frequency) {
    std::complex<double> sum = 0;
    for (int n = begin; n < begin + count; ++n)
        sum += samples[n] * std::polar(1.0, -2 * std::numbers::pi * frequency * n);
    return std::abs(sum) / count;
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private slots:
    void threeComponentsAreTheGoldenSignal();
    void noiseHasItsLevel();
    void shocksAreWhereThePaperHasThem();
    void everyDemo_data();
    void everyDemo();
    void gaussiansAreGaussian();
    void unknownName();
};

void DemoTest::threeComponentsAreTheGoldenSignal() {
    const Vector golden = testing::goldenVector("c11_signal_clean_f64");
    const std::vector<double> clean = threeComponents(0, 0);
    QCOMPARE(golden.size(), Eigen::Index(clean.size()));
    const double worst = (Eigen::Map<const Vector>(clean.data(), golden.size()) - golden).abs().maxCoeff();
    constexpr double tolerance = 1e-12;
    QVERIFY2(worst < tolerance, qPrintable(QString::number(worst)));
}

void DemoTest::noiseHasItsLevel() {
    const std::vector<double> clean = threeComponents(0, 5), noisy = threeComponents(0.1, 5);
    double squares = 0;
    for (std::size_t n = 0; n < clean.size(); ++n)
        squares += (noisy[n] - clean[n]) * (noisy[n] - clean[n]);
    const double deviation = std::sqrt(squares / double(clean.size()));
    constexpr double fourSigma = 0.1 * 4 / 110; // of 6000 samples: 1/sqrt(2 n)
    QVERIFY(std::abs(deviation - 0.1) < fourSigma);
}

void DemoTest::shocksAreWhereThePaperHasThem() {
    const std::vector<double> samples = shocks(1);
    QCOMPARE(samples.size(), std::size_t(3000));
    const auto energy = [&samples](int begin, int count) {
        double sum = 0;
        for (int n = begin; n < begin + count; ++n)
            sum += samples[n] * samples[n];
        return sum;
    };
    for (const int start : {138, 768, 1259, 1647})
        QVERIFY(energy(start, 60) > 3 * energy(start - 60, 60));
    QVERIFY(level(samples, 800, 200, 0.2) > 10 * level(samples, 800, 200, 0.25));
    QVERIFY(level(samples, 1700, 200, 0.3) > 10 * level(samples, 1700, 200, 0.1));
}

void DemoTest::everyDemo_data() {
    QTest::addColumn<QString>("name");
    for (const DemoDescription& demo : demoSignals())
        QTest::newRow(demo.name.c_str()) << QString::fromStdString(demo.name);
}

void DemoTest::everyDemo() {
    QFETCH(QString, name);
    const std::string key = name.toStdString();
    const auto clip = makeDemo(key, 0);
    QVERIFY(clip.has_value());
    QCOMPARE(clip->name, "demo:" + key);
    QVERIFY(clip->frames() >= 3000);
    QVERIFY(largest(clip->interleaved) <= 1);
    QVERIFY(largest(clip->interleaved) > 0.3);
    QVERIFY(makeDemo(key, 0)->interleaved == clip->interleaved);
    const bool hasNoise = key != "two-tones";
    QCOMPARE(makeDemo(key, 1)->interleaved != clip->interleaved, hasNoise);
    QVERIFY(std::all_of(clip->interleaved.begin(), clip->interleaved.end(), [](float x) { return std::isfinite(x); }));
    QVERIFY(demoScale(key) > 0);
}

void DemoTest::gaussiansAreGaussian() {
    Random random(42);
    constexpr int count = 100000;
    double mean = 0, variance = 0, fourth = 0;
    for (int n = 0; n < count; ++n) {
        const double x = random.gaussian();
        mean += x / count;
        variance += x * x / count;
        fourth += x * x * x * x / count;
    }
    // Five standard errors of each: 1/sqrt(n), sqrt(2/n), sqrt(96/n).
    QVERIFY(std::abs(mean) < 5 * std::sqrt(1.0 / count));
    QVERIFY(std::abs(variance - 1) < 5 * std::sqrt(2.0 / count));
    QVERIFY(std::abs(fourth - 3) < 5 * std::sqrt(96.0 / count));
}

void DemoTest::unknownName() {
    QVERIFY(!makeDemo("", 0));
    QVERIFY(!makeDemo("nothing", 0));
    QCOMPARE(demoScale("nothing"), 0.0);
}

QTEST_APPLESS_MAIN(DemoTest)
#include "demo_test.moc"
