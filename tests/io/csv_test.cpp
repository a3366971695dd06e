// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include <QtTest>

#include <cmath>
#include <cstdlib>
#include <limits>

using namespace thetascope;

namespace {

QStringList lines(const std::string& text) { return QString::fromStdString(text).split('\n'); }

} // namespace

class CsvTest : public QObject {
    Q_OBJECT

private slots:
    void numbersReadBackExactly();
    void cellsAreQuotedWhereTheyMust();
    void historyOfTermsThatChange();
    void emptyHistoryHasItsHeader();
    void frames();
    void framesOfMaps();
};

void CsvTest::numbersReadBackExactly() {
    for (const double number : {0.1, 1.0 / 3, 1e-310, -12345678.9, 1e300, std::numeric_limits<double>::max(), 0.0, 5.0}) {
        CsvTable table;
        table.addCell(number);
        QCOMPARE(std::strtod(table.text().c_str(), nullptr), number);
        QVERIFY(table.text().find(',') == std::string::npos);
    }
}

void CsvTest::cellsAreQuotedWhereTheyMust() {
    CsvTable table;
    table.addCell("plain");
    table.addCell("a,b");
    table.addCell("say \"hi\"");
    table.addCell("");
    table.endRow();
    table.addCell(-3);
    table.addCell(std::nan(""));
    table.endRow();
    QCOMPARE(table.text(), std::string("plain,\"a,b\",\"say \"\"hi\"\"\",\n-3,nan\n"));
}

void CsvTest::historyOfTermsThatChange() {
    const IterationRecord first{0, 2.5, {{"entropy", 2.5, 1}}, 0, 1, 512, 512, 512, 64, 0};
    const IterationRecord second{1, 2.25, {{"renyi(alpha=3,power=2)", 2.25, 1}}, 0.1, 0.5, 400, 300, 500, 64, 0.125};
    const QStringList rows = lines(historyCsv({first, second}));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0], QString("iteration,objective,entropy,\"renyi(alpha=3,power=2)\",step,gradient_norm,theta_mean,"
                              "theta_min,theta_max,hop_mean,seconds"));
    QCOMPARE(rows[1], QString("0,2.5,2.5,nan,0,1,512,512,512,64,0"));
    QCOMPARE(rows[2], QString("1,2.25,nan,2.25,0.1,0.5,400,300,500,64,0.125"));
    QVERIFY(rows[3].isEmpty());
}

void CsvTest::emptyHistoryHasItsHeader() {
    QCOMPARE(historyCsv({}),
             std::string("iteration,objective,step,gradient_norm,theta_mean,theta_min,theta_max,hop_mean,seconds\n"));
}

void CsvTest::frames() {
    const Tiling tiling{16, ThetaMode::time, RealFrames{{8.0}, {12.0}}, Vector{{-7.5, 2.5}}};
    const QStringList rows = lines(framesCsv(tiling, 1000));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0], QString("frame,start_sample,centre_sample,centre_s,hop_samples,theta_samples,theta_ms"));
    QCOMPARE(rows[1], QString("0,-7.5,0,0,10,8,8"));
    QCOMPARE(rows[2], QString("1,2.5,10,0.01,nan,12,12"));
}

void CsvTest::framesOfMaps() {
    Tiling tiling{4, ThetaMode::timeFrequency, RealFrames{{1.0, 2.0, 3.0}, {2.0, 2.0, 5.0}}, Vector{{0.0, 1.0}}};
    QVERIFY(lines(framesCsv(tiling, 1))[2].endsWith(",3,3000"));
    tiling.mode = ThetaMode::frequency;
    tiling.theta = RealFrames{{1.0, 2.0, 3.0}};
    QVERIFY(lines(framesCsv(tiling, 1))[2].endsWith(",2,2000"));
    tiling.mode = ThetaMode::shared;
    tiling.theta = RealFrames{{2.5}};
    QVERIFY(lines(framesCsv(tiling, 1))[1].endsWith(",2.5,2500"));
}

QTEST_APPLESS_MAIN(CsvTest)
#include "csv_test.moc"
