// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/spline_map.h"

#include <QTest>
#include <cmath>
#include <random>
#include <stdexcept>

using namespace thetascope;

namespace {

RealFrames noise(Eigen::Index rows, Eigen::Index cols, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    RealFrames values(rows, cols);
    for (double& value : values.reshaped()) value = 2 * std::generate_canonical<double, 53>(random) - 1;
    return values;
}

} // namespace

class SplineMapTest : public QObject {
    Q_OBJECT
private slots:
    void weightsMakeConvexCombinations_data() { addSizes(); }
    void weightsMakeConvexCombinations() {
        QFETCH(int, frames);
        QFETCH(int, frameSpacing);
        const SplineAxis axis(frames, frameSpacing);
        QVERIFY(axis.knots() >= 1 && axis.knots() <= frames);
        QCOMPARE(axis.identity(), frames == 1 || frameSpacing == 1);
        if (axis.identity()) return;
        QVERIFY(static_cast<double>(frames - 1) / static_cast<double>(axis.knots() - 1) <= frameSpacing);
        for (Eigen::Index cell = 0; cell < frames; ++cell) {
            double sum = 0;
            for (std::size_t j = 0; j < 4; ++j) {
                const SplineAxis::Weights& w = axis.at(cell);
                QVERIFY(w.weight[j] >= 0 && w.knot[j] >= 0 && w.knot[j] < axis.knots());
                sum += w.weight[j];
            }
            QVERIFY(std::abs(sum - 1) < 1e-15);
        }
    }

    void constantsStay_data() { addSizes(); }
    void constantsStay() {
        SplineMap map = fetchMap();
        RealFrames cells;
        map.interpolate(RealFrames::Constant(map.knotRows(), map.knotCols(), 6.25), cells);
        QVERIFY(((cells - 6.25).abs() < 1e-14).all());
        QVERIFY(((map.fit(cells) - 6.25).abs() < 1e-11).all());
    }

    void theAdjointIsExact_data() { addSizes(); }
    void theAdjointIsExact() {
        QFETCH(int, frames);
        QFETCH(int, bins);
        SplineMap map = fetchMap();
        const RealFrames knots = noise(map.knotRows(), map.knotCols(), 1);
        const RealFrames a = noise(frames, bins, 2), b = noise(frames, bins, 3);
        RealFrames cells, back(map.knotRows(), map.knotCols());
        map.interpolate(knots, cells);
        map.adjoint(a, b, back);
        const double there = (cells * a * b).sum(), here = (knots * back).sum();
        QVERIFY2(std::abs(there - here) < 1e-13 * static_cast<double>(cells.size()), qPrintable(QString::number(there - here)));
        QVERIFY(there != 0);
    }

    void splinesAreFoundAgain_data() { addSizes(); }
    void splinesAreFoundAgain() {
        SplineMap map = fetchMap();
        const RealFrames knots = noise(map.knotRows(), map.knotCols(), 4);
        RealFrames cells;
        map.interpolate(knots, cells);
        QVERIFY(((map.fit(cells) - knots).abs() < 1e-9).all());
    }

    /// No other surface is nearer: the residual is orthogonal to every knot's.
    void theFitIsTheNearest() {
        SplineMap map(19, 31, {7, 4});
        const RealFrames cells = noise(19, 31, 5);
        RealFrames nearest, slope(map.knotRows(), map.knotCols());
        map.interpolate(map.fit(cells), nearest);
        map.adjoint(cells - nearest, RealFrames::Ones(19, 31), slope);
        QVERIFY((slope.abs() < 1e-12).all());
        QVERIFY((cells - nearest).abs().maxCoeff() > 0.1);
    }

    void surfacesAreSmooth() {
        SplineMap map(201, 1, {1, 50});
        RealFrames knots = RealFrames::Zero(map.knotRows(), 1), cells;
        knots(2, 0) = 1;
        map.interpolate(knots, cells);
        QVERIFY(std::abs(cells(100, 0) - 2.0 / 3) < 1e-15); // the peak of the cubic B-spline
        for (int i = 1; i < 200; ++i) // its curvature is at most 2 per knot distance squared
            QVERIFY(std::abs(cells(i + 1, 0) - 2 * cells(i, 0) + cells(i - 1, 0)) < 2.0001 / (50 * 50));
    }

    /// Held frames take the value of the nearest one that isn't, and the spline runs over those: as a map of those alone.
    void heldFramesFollowTheirNeighbour() {
        SplineMap map(40, 65, {4, 3}, {5, 2}), inner(33, 65, {4, 3});
        QVERIFY(map.knotRows() == inner.knotRows() && map.knotCols() == inner.knotCols());
        const RealFrames knots = noise(map.knotRows(), map.knotCols(), 6);
        RealFrames cells, expected;
        map.interpolate(knots, cells);
        inner.interpolate(knots, expected);
        QVERIFY((cells.middleRows(5, 33) == expected).all());
        for (int i = 0; i < 5; ++i) QVERIFY((cells.row(i) == cells.row(5)).all());
        for (int i = 38; i < 40; ++i) QVERIFY((cells.row(i) == cells.row(37)).all());
        QVERIFY((cells.row(5) != cells.row(6)).any());
        QVERIFY(((map.fit(cells) - knots).abs() < 1e-9).all());
        const RealFrames a = noise(40, 65, 7);
        RealFrames back(map.knotRows(), map.knotCols());
        map.adjoint(a, RealFrames::Ones(40, 65), back);
        QVERIFY(std::abs((cells * a).sum() - (knots * back).sum()) < 1e-10);
        SplineMap alone(8, 1, {1, 3}, {4, 3}); // one frame that isn't held
        alone.interpolate(RealFrames::Constant(alone.knotRows(), 1, 2.5), cells);
        QVERIFY(((cells - 2.5).abs() < 1e-14).all());
    }

    void oneByOneIsTheIdentity() {
        SplineMap map(5, 7, {1, 1});
        QVERIFY(map.identity());
        QVERIFY(map.knotRows() == 5 && map.knotCols() == 7);
    }

    void nonsenseIsRefused() {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, SplineAxis(0, 3));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, SplineAxis(3, 0));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, SplineAxis(5, 2, {3, 2}));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, SplineAxis(5, 2, {-1, 0}));
    }

private:
    static void addSizes() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("bins");
        QTest::addColumn<int>("frameSpacing");
        QTest::addColumn<int>("binSpacing");
        const auto row = [](int frames, int bins, int frameSpacing, int binSpacing) {
            QTest::addRow("%d x %d, knots %d x %d", frames, bins, frameSpacing, binSpacing)
                << frames << bins << frameSpacing << binSpacing;
        };
        row(40, 65, 6, 24);
        row(37, 1, 6, 24); // time
        row(1, 65, 6, 24); // frequency
        row(37, 33, 6, 1);
        row(37, 33, 1, 6);
        row(2, 3, 2, 2);
        row(4, 5, 6, 24);   // fewer cells than one spacing
        row(7, 25, 6, 24);  // exactly one
        row(8, 26, 6, 24);  // one more
        row(1, 1, 6, 24);
        row(9, 9, 1 << 24, 1 << 24);
    }
    static SplineMap fetchMap() {
        QFETCH(int, frames);
        QFETCH(int, bins);
        QFETCH(int, frameSpacing);
        QFETCH(int, binSpacing);
        return SplineMap(frames, bins, {binSpacing, frameSpacing});
    }
};

QTEST_APPLESS_MAIN(SplineMapTest)
#include "spline_map_test.moc"
