// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/frequency_scale.h"
#include "ui/views/axis_ticker.h"
#include "ui/views/frequency_ticker.h"

#include <QTest>
#include <cmath>

using namespace thetascope;

Q_DECLARE_METATYPE(thetascope::FrequencyScale)

class FrequencyScaleTest : public QObject {
    Q_OBJECT
private slots:
    void knownPlaces_data();
    void knownPlaces();
    void inverts_data();
    void inverts();
    void ticks_data();
    void ticks();
    void timeLabelsKeepApart_data();
    void timeLabelsKeepApart();
    void steppedNumbersKeepTheirDigits_data();
    void steppedNumbersKeepTheirDigits();
};

namespace {

struct Ticks {
    QVector<double> places;
    QStringList labels;
};

Ticks ticksOf(QCPAxisTicker& ticker, const QCPRange& range, int count) {
    QVector<double> places;
    QVector<QString> labels;
    ticker.setTickCount(count);
    ticker.generate(range, QLocale::c(), QLatin1Char('g'), 6, places, nullptr, &labels);
    Ticks inside;
    for (int i = 0; i < places.size(); ++i) {
        if (places[i] < range.lower || places[i] > range.upper)
            continue;
        inside.places << places[i];
        inside.labels << labels[i];
    }
    return inside;
}

} // namespace

void FrequencyScaleTest::knownPlaces_data() {
    QTest::addColumn<FrequencyScale>("scale");
    QTest::addColumn<double>("hz");
    QTest::addColumn<double>("unit");
    QTest::newRow("Hz") << FrequencyScale::linear << 1234.5 << 1234.5;
    QTest::newRow("octaves") << FrequencyScale::logarithmic << 1024.0 << 10.0;
    QTest::newRow("1000 mel at 1000 Hz") << FrequencyScale::mel << 1000.0 << 999.9855;
    QTest::newRow("bark, 1 kHz") << FrequencyScale::bark << 1000.0 << 26.81 * 1000 / 2960 - 0.53;
    QTest::newRow("ERB-rate, 1 kHz") << FrequencyScale::erb << 1000.0 << 21.4 * std::log10(5.37);
    QTest::newRow("A4") << FrequencyScale::notes << 440.0 << 69.0;
    QTest::newRow("middle C") << FrequencyScale::notes << 261.6256 << 60.0;
}

void FrequencyScaleTest::knownPlaces() {
    QFETCH(FrequencyScale, scale);
    QFETCH(double, hz);
    QFETCH(double, unit);
    QVERIFY2(std::abs(scaleUnit(scale, hz) - unit) < 1e-3, qPrintable(QString::number(scaleUnit(scale, hz))));
}

void FrequencyScaleTest::inverts_data() {
    QTest::addColumn<FrequencyScale>("scale");
    for (const FrequencyScaleName& scale : frequencyScales())
        QTest::newRow(scale.key) << scale.scale;
}

void FrequencyScaleTest::inverts() {
    QFETCH(FrequencyScale, scale);
    double previous = scaleUnit(scale, 10);
    for (const double hz : {20.0, 440.0, 1000.0, 8000.0, 22050.0}) {
        const double unit = scaleUnit(scale, hz);
        QVERIFY(unit > previous);
        QVERIFY(std::abs(scaleHz(scale, unit) - hz) < 1e-9 * hz);
        previous = unit;
    }
    const AxisSpan limits = scaleLimitsHz(scale, 21.5, 22050);
    QCOMPARE(limits.high, 22050.0);
    QVERIFY(needsPositive(scale) ? limits.low > 0 : limits.low == 0);
}

void FrequencyScaleTest::ticks_data() {
    QTest::addColumn<FrequencyScale>("scale");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("labels");
    QTest::newRow("log, all") << FrequencyScale::logarithmic << 50.0 << 20000.0 << "50 100 200 500 1k 2k 5k 10k 20k";
    QTest::newRow("log, close") << FrequencyScale::logarithmic << 1000.0 << 1500.0 << "1k 1.1k 1.2k 1.3k 1.4k 1.5k";
    QTest::newRow("mel, close") << FrequencyScale::mel << 4000.0 << 4500.0 << "4k 4.1k 4.2k 4.3k 4.4k 4.5k";
    QTest::newRow("notes, octaves") << FrequencyScale::notes << 65.4 << 2093.1 << "C2 C3 C4 C5 C6 C7";
    QTest::newRow("notes, close") << FrequencyScale::notes << 439.0 << 555.0 << "A4 A#4 B4 C5 C#5";
}

void FrequencyScaleTest::ticks() {
    QFETCH(FrequencyScale, scale);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, labels);
    FrequencyTicker ticker(scale);
    QCOMPARE(ticksOf(ticker, {scaleUnit(scale, low) - 1e-9, scaleUnit(scale, high) + 1e-9}, 6).labels.join(' '), labels);
}

void FrequencyScaleTest::timeLabelsKeepApart_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("pixels");
    for (const double pixels : {90.0, 200.0, 500.0, 1200.0}) {
        QTest::addRow("a second on %g", pixels) << 0.0 << 1.0 << pixels;
        QTest::addRow("milliseconds late on %g", pixels) << 1234.5671 << 1234.5693 << pixels;
        QTest::addRow("minutes on %g", pixels) << 0.0 << 4000.0 << pixels;
    }
}

void FrequencyScaleTest::timeLabelsKeepApart() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, pixels);
    constexpr double digit = 8;
    SecondsTicker ticker;
    ticker.setRoom(pixels, digit);
    const Ticks ticks = ticksOf(ticker, {low, high}, 8);
    for (int i = 1; i < ticks.places.size(); ++i) {
        const double gap = (ticks.places[i] - ticks.places[i - 1]) / (high - low) * pixels;
        const double width = digit * 0.5 * static_cast<double>(ticks.labels[i].size() + ticks.labels[i - 1].size());
        QVERIFY2(gap > width, qPrintable(ticks.labels.join(QLatin1Char(' '))));
    }
}

void FrequencyScaleTest::steppedNumbersKeepTheirDigits_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("step");
    QTest::addColumn<QString>("text");
    QTest::newRow("quarters of a hundredth") << 1234.5675 << 0.0025 << "1234.5675";
    QTest::newRow("kilohertz, close") << 20.00025 << 0.00025 << "20.00025";
    QTest::newRow("whole") << 7500.0 << 2500.0 << "7500";
    QTest::newRow("trimmed") << 5.0 << 2.5 << "5";
    QTest::newRow("zero") << -1e-12 << 2.5 << "0";
}

void FrequencyScaleTest::steppedNumbersKeepTheirDigits() {
    QFETCH(double, value);
    QFETCH(double, step);
    QFETCH(QString, text);
    QCOMPARE(steppedNumber(value, step), text);
}

QTEST_GUILESS_MAIN(FrequencyScaleTest)
#include "frequency_scale_test.moc"
