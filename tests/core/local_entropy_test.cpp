// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/term_support.h"

#include <QtTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

double valueOf(const std::string& expression, const RealFrames& magnitude) {
    Scene scene = randomScene(ThetaMode::shared, 1, static_cast<int>(magnitude.rows()));
    scene.magnitude = magnitude;
    return termOf(expression)->value(scene.input());
}

/// The definition, patch by patch.
double printed(const RealFrames& magnitude, Eigen::Index frames, Eigen::Index bins, double power) {
    double total = 0, weights = 0;
    for (Eigen::Index row = 0; row == 0 || row + frames / 2 < magnitude.rows(); row += frames / 2)
        for (Eigen::Index col = 0; col == 0 || col + bins / 2 < magnitude.cols(); col += bins / 2) {
            const RealFrames patch = magnitude.block(row, col, std::min(frames, magnitude.rows() - row),
                                                     std::min(bins, magnitude.cols() - col));
            const RealFrames p = patch / patch.sum();
            const double w = std::pow(patch.square().sum(), power);
            total += w * -(p * p.log()).sum();
            weights += w;
        }
    return total / weights;
}

} // namespace

class LocalEntropyTest : public QObject {
    Q_OBJECT
private slots:
    void followsItsDefinition_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("bins");
        for (const int frames : {2, 4, 6, 20})
            for (const int bins : {2, 4, 8, 64}) QTest::addRow("%d x %d", frames, bins) << frames << bins;
    }
    void followsItsDefinition() {
        QFETCH(int, frames);
        QFETCH(int, bins);
        const RealFrames magnitude = randomScene(ThetaMode::shared, 8, 11).magnitude;
        for (const double power : {0.0, 0.25, 1.0}) {
            const auto text = QString("local_entropy(frames=%1,bins=%2,power=%3)").arg(frames).arg(bins).arg(power).toStdString();
            // powers of energy relative to the peak: the peak cancels
            QVERIFY(std::abs(valueOf(text, magnitude) - printed(magnitude, frames, bins, power)) < 1e-12);
        }
    }

    void onePatchIsTheEntropy() {
        const RealFrames magnitude = randomScene(ThetaMode::shared, 8).magnitude;
        QVERIFY(std::abs(valueOf("local_entropy(frames=64,bins=64)", magnitude) - valueOf("entropy", magnitude)) < 1e-12);
    }

    void quietRegionsCount() {
        // A loud concentrated half and a quiet spread one; sharpening the quiet half alone.
        RealFrames spread = RealFrames::Constant(8, 9, 1e-4), sharp = spread;
        spread.topRows(4).setConstant(1e-9);
        spread.col(3).head(4).setConstant(1);
        sharp = spread;
        sharp.bottomRows(4).setConstant(1e-9);
        sharp.col(3).tail(4).setConstant(3e-4);
        const double gain = valueOf("local_entropy(frames=4,bins=64)", spread) - valueOf("local_entropy(frames=4,bins=64)", sharp);
        QVERIFY2(gain > 3 * (valueOf("entropy", spread) - valueOf("entropy", sharp)), qPrintable(QString::number(gain)));
    }

    void silentPatchesWeighNothing() {
        RealFrames magnitude = randomScene(ThetaMode::shared, 8, 12).magnitude;
        magnitude.bottomRows(8).setZero();
        const double expected = valueOf("local_entropy(frames=4,bins=4,power=0)", magnitude.topRows(6));
        QVERIFY(std::abs(valueOf("local_entropy(frames=4,bins=4,power=0)", magnitude) - expected) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(LocalEntropyTest)
#include "local_entropy_test.moc"
