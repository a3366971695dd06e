// SPDX-License-Identifier: GPL-3.0-or-later
// Frames as layers of Sonic Visualiser.
#include "core/io/layers_csv.h"

#include <QtTest>
#include <cmath>

using namespace thetascope;

namespace {

/// Three frames of 5 bins at 1 kHz from 2 s on; the middle one early, the last silent.
Spectrogram someFrames() {
    Spectrogram spectrogram;
    spectrogram.sampleRate = 1000;
    spectrogram.startSeconds = 2;
    spectrogram.tiling.support = 8;
    spectrogram.tiling.mode = ThetaMode::time;
    spectrogram.tiling.theta.resize(3, 1);
    spectrogram.tiling.theta << 4, 6, 7;
    spectrogram.tiling.positions.resize(3);
    spectrogram.tiling.positions << -3.5, 90 - 3.5, 200 - 3.5; // centres at 0, 90, 200 samples
    spectrogram.magnitude.setZero(3, 5);
    spectrogram.magnitude.row(0).setConstant(1);
    spectrogram.magnitude.row(1).setConstant(10);
    return spectrogram;
}

QStringList lines(LayerKind kind) {
    const QString text = QString::fromStdString(layerCsv(someFrames(), kind, "made by\nthese settings"));
    QStringList list = text.split('\n', Qt::SkipEmptyParts);
    return list;
}

} // namespace

class LayersCsvTest : public QObject {
    Q_OBJECT

private slots:
    void theCommentComesFirst() {
        for (const LayerKind kind : {LayerKind::instants, LayerKind::regions, LayerKind::grid}) {
            QCOMPARE(lines(kind).mid(0, 2), (QStringList{"# made by", "# these settings"}));
            QCOMPARE(lines(kind).size(), 5);
        }
    }

    void instantsAreAtTheCentres() {
        QCOMPARE(lines(LayerKind::instants).mid(2), (QStringList{"2,frame 0", "2.09,frame 1", "2.2,frame 2"}));
    }

    void chosenCellsAlone() {
        const Spectrogram spectrogram = someFrames(); // bins 125 Hz apart
        const CellSelection cells = cellsWithin(spectrogram, Interval(2.05, 2.2), Interval(125, 300));
        QCOMPARE(cells.frames, (std::vector<int>{1, 2}));
        QCOMPARE(cells.firstBin, 1);
        QCOMPARE(cells.bins, 2);
        const QString grid = QString::fromStdString(layerCsv(spectrogram, LayerKind::grid, {}, cells));
        QCOMPARE(grid.split('\n', Qt::SkipEmptyParts), (QStringList{"2.09,20,20", "2.2,-400,-400"}));
        const QString instants = QString::fromStdString(layerCsv(spectrogram, LayerKind::instants, {}, cells));
        QCOMPARE(instants.split('\n', Qt::SkipEmptyParts), (QStringList{"2.09,frame 1", "2.2,frame 2"}));
        QVERIFY(cellsWithin(spectrogram, {}, Interval(130, 200)).empty());
        QCOMPARE(allCells(spectrogram).bins, 5);
    }

    void theWindowsOfChosenCells() {
        Spectrogram spectrogram = someFrames();
        spectrogram.tiling.mode = ThetaMode::timeFrequency;
        spectrogram.tiling.theta.setConstant(3, 5, 4);
        spectrogram.tiling.theta(1, 2) = 6;
        const CellSelection cells = cellsWithin(spectrogram, Interval(2.05, 2.1), Interval(125, 300));
        const QString regions = QString::fromStdString(layerCsv(spectrogram, LayerKind::regions, {}, cells));
        QCOMPARE(regions.split('\n', Qt::SkipEmptyParts).size(), 1);
        QCOMPARE(regions.split(',')[1].toDouble(), 5.0); // ms: the mean of 4 and 6 samples
    }

    void regionsAreAsLongAsTheirWindows() {
        const QStringList cells = lines(LayerKind::regions)[3].split(',');
        QCOMPARE(cells.size(), 4);
        QVERIFY(std::abs(cells[0].toDouble() - (2.09 - 0.003)) < 1e-12);
        QCOMPARE(cells[1].toDouble(), 6.0);
        QCOMPARE(cells[2].toDouble(), 0.006);
        QCOMPARE(cells[3], QString("frame 1"));
    }

    void theGridIsEven() {
        const QStringList rows = lines(LayerKind::grid).mid(2);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(rows[i].count(','), 5);
            QVERIFY(std::abs(rows[i].section(',', 0, 0).toDouble() - (2 + 0.1 * i)) < 1e-12);
        }
        QCOMPARE(rows[0].section(',', 1), QString("0,0,0,0,0"));
        QCOMPARE(rows[1].section(',', 1), QString("20,20,20,20,20")); // at 2.1 s, nearest to the frame at 2.09 s
        QCOMPARE(rows[2].section(',', 1, 1), QString("-400"));
    }
};

QTEST_APPLESS_MAIN(LayersCsvTest)
#include "layers_csv_test.moc"
