// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/axis_limits.h"
#include "ui/views/axis_ticker.h"

#include <QTest>

using namespace thetascope;

class TicksTest : public QObject {
    Q_OBJECT
private slots:
    void labels_data();
    void labels();
    void numbers_data();
    void numbers();
    void clamping_data();
    void clamping();
    void zoomKeepsThePlaceUnderThePointer();
};

namespace {

QStringList labelsOf(QCPAxisTicker& ticker, double low, double high) {
    QVector<double> ticks;
    QVector<QString> labels;
    ticker.setTickCount(5);
    ticker.generate({low, high}, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
    QStringList inside;
    for (int i = 0; i < ticks.size(); ++i) {
        if (ticks[i] >= low && ticks[i] <= high)
            inside << labels[i];
    }
    return inside;
}

bool close(double a, double b) { return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b)); }

} // namespace

void TicksTest::labels_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("labels");
    QTest::newRow("seconds, out") << "seconds" << 0.0 << 10.0 << "0 2 4 6 8 10";
    QTest::newRow("seconds, quarter steps") << "seconds" << 0.0 << 1.25 << "0.00 0.25 0.50 0.75 1.00 1.25";
    QTest::newRow("seconds, in") << "seconds" << 1.234 << 1.239 << "1.234 1.235 1.236 1.237 1.238 1.239";
    QTest::newRow("minutes") << "seconds" << 0.0 << 300.0 << "0:00 1:00 2:00 3:00 4:00 5:00";
    QTest::newRow("an hour") << "seconds" << 0.0 << 3600.0 << "0:00 10:00 20:00 30:00 40:00 50:00 60:00";
    QTest::newRow("kilohertz") << "kilo" << 0.0 << 20000.0 << "0 5 10 15 20";
    QTest::newRow("log audio") << "log" << 100.0 << 20000.0 << "100 200 500 1k 2k 5k 10k 20k";
    QTest::newRow("log, close") << "log" << 1000.0 << 1500.0 << "1k 1.1k 1.2k 1.3k 1.4k 1.5k";
}

void TicksTest::labels() {
    QFETCH(QString, kind);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, labels);
    SecondsTicker seconds;
    NumberTicker kilo;
    kilo.setDivisor(1000);
    LogTicker log;
    log.setThousands(true);
    const QHash<QString, QCPAxisTicker*> tickers{{"seconds", &seconds}, {"kilo", &kilo}, {"log", &log}};
    QCOMPARE(labelsOf(*tickers[kind], low, high).join(' '), labels);
}

void TicksTest::numbers_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << 4 << "0";
    QTest::newRow("whole") << 1000.0 << 4 << "1000";
    QTest::newRow("trimmed") << 2.50 << 4 << "2.5";
    QTest::newRow("rounded") << 812.44 << 4 << "812.4";
    QTest::newRow("small") << 0.00123456 << 3 << "0.00123";
    QTest::newRow("minus") << -60.0 << 4 << QString(QChar(0x2212)) + "60";
}

void TicksTest::numbers() {
    QFETCH(double, value);
    QFETCH(int, digits);
    QFETCH(QString, text);
    QCOMPARE(plainNumber(value, digits), text);
}

void TicksTest::clamping_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<double>("wantedLow");
    QTest::addColumn<double>("wantedHigh");
    QTest::newRow("inside") << 20.0 << 30.0 << false << 20.0 << 30.0;
    QTest::newRow("too far left") << 0.0 << 10.0 << false << 8.2 << 18.2; // margin 2 % of 90
    QTest::newRow("too far right") << 95.0 << 110.0 << false << 86.8 << 101.8;
    QTest::newRow("too long") << -500.0 << 500.0 << false << 8.2 << 101.8;
    QTest::newRow("too short") << 50.0 << 50.0 << false << 49.5 << 50.5;
    QTest::newRow("log, inside") << 20.0 << 40.0 << true << 20.0 << 40.0;
    QTest::newRow("log, too far up") << 100.0 << 200.0 << true << 50.0 << 100.0;
    QTest::newRow("log, below zero") << -5.0 << 200.0 << true << 10.0 << 100.0;
}

void TicksTest::clamping() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, logarithmic);
    QFETCH(double, wantedLow);
    QFETCH(double, wantedHigh);
    const AxisLimits limits{{10, 100}, 1, 0.02, logarithmic};
    const AxisSpan span = clampSpan({low, high}, limits);
    QVERIFY2(close(span.low, wantedLow), qPrintable(QString::number(span.low)));
    QVERIFY2(close(span.high, wantedHigh), qPrintable(QString::number(span.high)));
}

void TicksTest::zoomKeepsThePlaceUnderThePointer() {
    const AxisSpan linear = zoomSpan({0, 10}, 2.5, 0.5, false);
    QVERIFY(close((2.5 - linear.low) / linear.length(), 0.25));
    QVERIFY(close(linear.length(), 5));
    const AxisSpan log = zoomSpan({100, 10000}, 1000, 0.5, true);
    QVERIFY(close(log.high / log.low, 10));
    QVERIFY(close(std::log(1000 / log.low), std::log(log.high / 1000)));
    const AxisSpan moved = panSpan({100, 1000}, 1, true);
    QVERIFY(close(moved.low, 1000) && close(moved.high, 10000));
}

QTEST_GUILESS_MAIN(TicksTest)
#include "ticks_test.moc"
