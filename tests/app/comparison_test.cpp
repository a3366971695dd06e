// SPDX-License-Identifier: GPL-3.0-or-later
// `thetascope baselines` and `thetascope scenes` as a person runs them.
#include "tests/support/cli_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace thetascope::testing;

namespace {

const QStringList small{"--support", "64", "--hop", "32", "--iterations", "3"};

QStringList linesOf(const QByteArray& text) { return QString::fromUtf8(text).split('\n', Qt::SkipEmptyParts); }

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void baselinesOfTwoFiles();
    void scenes();
    void badArguments_data();
    void badArguments();
    void aMissingFileLeavesTheOthers();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_file;
};

void ComparisonTest::initTestCase() {
    m_file = path("tone.wav");
    QVERIFY(writeMonoWav(m_file, toneAndClick()));
}

void ComparisonTest::baselinesOfTwoFiles() {
    const Outcome outcome = runProgram(QStringList{"baselines", m_file, m_file, "--out", path("two"), "--grid-points", "9", "--modes",
                                                   "shared,time-frequency", "--thetas", "8,16,63"} + small);
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
    const QStringList lines = linesOf(outcome.out.toUtf8());
    QCOMPARE(lines.size(), 4); // head, rule, two files
    QCOMPARE(lines[0], QString("| file | N/2 | best fixed | best per frame | best per cell | adaptive selection | descent, shared "
                               "| descent, time-frequency |"));
    QCOMPARE(lines[2], lines[3]);
    const QStringList csv = linesOf(readBytes(path("two/baselines.csv")));
    QCOMPARE(csv.size(), 1 + 2 * 7);
    QCOMPARE(csv[0], QString("file,method,objective,theta_min,theta_max,transforms"));
    const auto objective = [&](int row) { return csv[row].section(',', 2, 2).toDouble(); };
    QVERIFY(objective(2) <= objective(1)); // the grid goes past the start
    QVERIFY(objective(6) <= objective(1)); // so does the descent
    for (const char* name : {"two/landscape-tone.csv", "two/landscape-tone-2.csv"})
        QCOMPARE(linesOf(readBytes(path(name))).size(), 10);
}

void ComparisonTest::scenes() {
    const Outcome outcome =
        runProgram(QStringList{"scenes", "--out", path("scenes"), "--scenes", "close-tones,tone-clicks", "--snr", "clean,10"} + small);
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
    QCOMPARE(linesOf(outcome.out.toUtf8()).size(), 2 + 4);
    const QStringList csv = linesOf(readBytes(path("scenes/scenes.csv")));
    QCOMPARE(csv.size(), 1 + 4);
    for (int row = 1; row < csv.size(); ++row) {
        for (const int column : {2, 3, 5}) {
            const double share = csv[row].section(',', column, column).toDouble();
            QVERIFY2(share > 0.1 && share <= 1, qPrintable(csv[row]));
        }
    }
    QVERIFY(csv[1].section(',', 3, 3).toDouble() > csv[2].section(',', 3, 3).toDouble()); // noise lies elsewhere
}

void ComparisonTest::badArguments_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList run{"baselines", m_file, "--out", path("bad")};
    QTest::newRow("no out") << QStringList{"baselines", m_file} << "--out";
    QTest::newRow("theta beyond N-1") << run + small + QStringList{"--thetas", "16,64"} << "--thetas";
    QTest::newRow("negative theta") << run + small + QStringList{"--thetas", "-3"} << "--thetas";
    QTest::newRow("one grid point") << run + QStringList{"--grid-points", "1"} << "--grid-points";
    QTest::newRow("no such mode") << run + QStringList{"--modes", "shared,cell"} << "--modes";
    QTest::newRow("neighbourhood") << run + QStringList{"--neighbourhood", "12"} << "--neighbourhood";
    QTest::newRow("no such scene") << QStringList{"scenes", "--scenes", "silence"} << "close-tones";
    QTest::newRow("noise in words") << QStringList{"scenes", "--snr", "loud"} << "--snr";
    QTest::newRow("odd support") << QStringList{"scenes", "--support", "63"} << "--support";
}

void ComparisonTest::badArguments() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Outcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errLines().size(), 1);
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
}

void ComparisonTest::aMissingFileLeavesTheOthers() {
    const Outcome outcome = runProgram(QStringList{"baselines", path("none.wav"), m_file, "--out", path("some"), "--grid-points", "3",
                                                   "--modes", "shared"} + small);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.errLines().size(), 1);
    QCOMPARE(linesOf(outcome.out.toUtf8()).size(), 3);
    QCOMPARE(runProgram(QStringList{"baselines", path("none.wav"), "--out", path("none")} + small).code, 3);
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
