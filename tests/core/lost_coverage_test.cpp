// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/lost_coverage.h"

#include "core/run/descent.h"

#include <QTest>
#include <cmath>

using namespace thetascope;

namespace {

constexpr int length = 400;

/// Four frames of 100 samples, side by side.
Tiling sideBySide(ThetaMode mode) {
    Tiling tiling;
    tiling.support = 200;
    tiling.mode = mode;
    tiling.theta.setConstant(thetaRows(mode, 4), thetaCols(mode, tiling.bins()), 100);
    tiling.positions.resize(4);
    for (int i = 0; i < 4; ++i) tiling.positions[i] = 50 + 100 * i - 0.5 * 199;
    return tiling;
}

} // namespace

class LostCoverageTest : public QObject {
    Q_OBJECT
private slots:
    void theLongestWindowOfAFrameCounts() {
        Tiling cells = sideBySide(ThetaMode::timeFrequency);
        cells.theta.row(2).tail(50) = 20; // one bin keeps its length
        QVERIFY(std::abs(uncoveredShare(cells, length)) < 1e-12);
        cells.theta.row(2) = 20;
        QVERIFY(std::abs(uncoveredShare(cells, length) - 0.2) < 1e-12);
    }

    void everyMode_data() {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < 4; ++mode) QTest::addRow("%d", mode) << mode;
    }
    void everyMode() {
        QFETCH(int, mode);
        const Tiling start = sideBySide(static_cast<ThetaMode>(mode));
        Tiling end = start;
        QCOMPARE(lostCoverage(start, end, length), std::string());
        end.theta *= 0.9;
        QVERIFY(std::abs(uncoveredShare(end, length) - 0.1) < 1e-12);
        const QString warning = QString::fromStdString(lostCoverage(start, end, length));
        QVERIFY2(warning.startsWith("10 % of the signal lies in no window (0 % at the start)"), qPrintable(warning));
        QCOMPARE(lostCoverage(end, end, length), std::string()); // it was so at the start
    }

    void aDescentSaysSo() {
        auto signal = std::make_shared<Signal>();
        signal->sampleRate = 1000;
        signal->samples.assign(600, 0.0);
        for (const std::size_t click : {100U, 300U, 500U}) signal->samples[click] = 1;
        Settings settings;
        settings.support = 128;
        settings.hop = 100;
        settings.thetaMode = ThetaMode::time;
        settings.theta = 99; // shorter than the hop: edges that the objective can pull apart
        settings.objective = "1*coverage"; // to be made small
        settings.iterations = 0;
        QVERIFY(!QString::fromStdString(descend(signal, settings, {}).reasonText).contains("warning"));
        settings.iterations = 20;
        const QString reason = QString::fromStdString(descend(signal, settings, {}).reasonText);
        QVERIFY2(reason.contains("; warning: ") && reason.contains("lies in no window"), qPrintable(reason));
    }
};

QTEST_APPLESS_MAIN(LostCoverageTest)
#include "lost_coverage_test.moc"
