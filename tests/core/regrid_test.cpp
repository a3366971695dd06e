// SPDX-License-Identifier: GPL-3.0-or-later
// Window lengths carried to other frames and bins.
#include "core/run/regrid.h"

#include <QTest>
#include <cmath>

using namespace thetascope;

namespace {

constexpr int support = 64, frames = 9, bins = support / 2 + 1;
constexpr double hop = 16;
/// ln theta is linear in time and frequency, so that interpolation is exact but for rounding.
constexpr double perSample = 0.004, perCycle = -1.5, atOrigin = 3.0, roundingError = 1e-12;

double thetaAt(double centre, double cycles) { return std::exp(atOrigin + perSample * centre + perCycle * cycles); }

Tiling linear(ThetaMode mode) {
    Tiling tiling;
    tiling.support = support;
    tiling.mode = mode;
    tiling.positions = framePositions(FrameLayout::cover, support, hop, frames);
    tiling.theta.resize(thetaRows(mode, frames), thetaCols(mode, bins));
    for (Eigen::Index i = 0; i < tiling.theta.rows(); ++i)
        for (Eigen::Index k = 0; k < tiling.theta.cols(); ++k)
            tiling.theta(i, k) = thetaAt(variesInTime(mode) ? tiling.centre(static_cast<int>(i)) : 0,
                                         static_cast<double>(k) / support);
    return tiling;
}

FrameGrid grid(int N, double spacing, int count, double offset = 0) {
    return {N, framePositions(FrameLayout::cover, N, spacing, count), offset};
}

} // namespace

class RegridTest : public QObject {
    Q_OBJECT

private slots:
    void theSameGridChangesNothing() {
        for (const ThetaMode mode : {ThetaMode::shared, ThetaMode::time, ThetaMode::frequency, ThetaMode::timeFrequency}) {
            const Tiling tiling = linear(mode), carried = carriedTo(grid(support, hop, frames), tiling);
            QCOMPARE(carried.theta.rows(), tiling.theta.rows());
            QVERIFY((carried.theta / tiling.theta - 1).abs().maxCoeff() < roundingError);
        }
    }

    void lengthsLieBetweenThoseOfNeighbours() {
        const FrameGrid finer = grid(2 * support, 5, 20, 11); // other bins, another hop, another start
        const Tiling carried = carriedTo(finer, linear(ThetaMode::timeFrequency));
        QCOMPARE(carried.theta.rows(), Eigen::Index(20));
        QCOMPARE(carried.theta.cols(), Eigen::Index(support + 1));
        for (int i = 0; i < 20; ++i)
            for (int k = 0; k <= support; ++k) {
                const double centre = 11 + 5.0 * i, expected = thetaAt(centre, static_cast<double>(k) / (2 * support));
                QVERIFY(std::abs(carried.theta(i, k) / expected - 1) < roundingError);
            }
        QVERIFY((carried.positions == finer.positions).all());
    }

    void beyondTheFramesTheLengthStays() {
        const Tiling learned = linear(ThetaMode::time), carried = carriedTo(grid(support, hop, 3, -1000), learned);
        QVERIFY((carried.theta / learned.theta(0, 0) - 1).abs().maxCoeff() < roundingError);
        QVERIFY(!reaches(learned, grid(support, hop, 3, -1000), hop));
        QVERIFY(reaches(learned, grid(support, hop, frames), 0));
        QVERIFY(!reaches(learned, grid(support, hop, frames + 2), hop));
        QVERIFY(reaches(linear(ThetaMode::frequency), grid(support, hop, 3, -1000), hop)); // the same at all times
    }

    void framesMayStandInAnyOrder() {
        Tiling learned = linear(ThetaMode::time), turned = learned;
        turned.positions.reverseInPlace();
        turned.theta = learned.theta.colwise().reverse().eval();
        const FrameGrid finer = grid(support, 5, 20, 3);
        QVERIFY((carriedTo(finer, turned).theta == carriedTo(finer, learned).theta).all());
    }

    void noWindowIsLongerThanTheSupportAllows() {
        QVERIFY(linear(ThetaMode::time).theta.maxCoeff() > 31);
        QCOMPARE(carriedTo(grid(32, hop, frames), linear(ThetaMode::time)).theta.maxCoeff(), 31.0);
    }

    void aSingleFrameStandsForAll() {
        Tiling one = linear(ThetaMode::timeFrequency);
        one.positions = one.positions.head(1).eval();
        one.theta = one.theta.topRows(1).eval();
        const Tiling carried = carriedTo(grid(support, hop, 4), one);
        QCOMPARE(carried.theta.rows(), Eigen::Index(4));
        QVERIFY((carried.theta.row(3) / one.theta.row(0) - 1).abs().maxCoeff() < roundingError);
    }
};

QTEST_APPLESS_MAIN(RegridTest)
#include "regrid_test.moc"
