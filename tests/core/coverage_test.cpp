// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/term_support.h"
#include "tests/support/golden.h"

#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

// The golden slopes are finite differences, good to 6e-8 of the largest.
constexpr double goldenTolerance = 1e-12, goldenSlopeTolerance = 2e-10;
constexpr int length = 100; // of the signal in the hand-made examples

using Numbers = QList<double>;

/// Frames with given centres and windows, N = 16, M = 100.
Scene sceneOf(const Numbers& centres, const Numbers& windows) {
    Scene scene = randomScene(ThetaMode::time, 1, static_cast<int>(centres.size()));
    for (Eigen::Index i = 0; i < centres.size(); ++i) {
        scene.tiling.positions[i] = centres[i] - 7.5;
        scene.tiling.theta(i, 0) = windows[i];
    }
    scene.signalLength = length;
    return scene;
}

} // namespace

class CoverageTest : public QObject {
    Q_OBJECT
private slots:
    void examples_data() {
        QTest::addColumn<Numbers>("centres");
        QTest::addColumn<Numbers>("windows");
        QTest::addColumn<double>("covered");
        QTest::addColumn<Numbers>("thetaSlope"); // of the covered length
        QTest::addColumn<Numbers>("positionSlope");
        const auto row = [](const char* name, Numbers centres, Numbers windows, double covered, Numbers theta, Numbers position) {
            QTest::addRow("%s", name) << centres << windows << covered << theta << position;
        };
        row("one inside", {50}, {10}, 10, {1}, {0});
        row("two apart", {20, 50}, {10, 6}, 16, {1, 1}, {0, 0});
        row("two that overlap", {20, 24}, {10, 6}, 12, {0.5, 0.5}, {-1, 1});
        row("out of order", {24, 20}, {6, 10}, 12, {0.5, 0.5}, {1, -1});
        row("one within another", {20, 21}, {10, 2}, 10, {1, 0}, {0, 0});
        row("the wider one later", {20, 20}, {2, 10}, 10, {0, 1}, {0, 0});
        row("a chain of three", {20, 27, 34}, {10, 10, 10}, 24, {0.5, 0, 0.5}, {-1, 0, 1});
        row("clipped at the start", {2}, {10}, 7, {0.5}, {1});
        row("clipped at the end", {98}, {10}, 7, {0.5}, {-1});
        row("clipped at both", {50}, {400}, 100, {0}, {0});
        row("outside before", {-30, 50}, {10, 10}, 10, {0, 1}, {0, 0});
        row("outside after", {50, 130}, {10, 10}, 10, {1, 0}, {0, 0});
        row("outside, bridged", {-6, 2}, {10, 10}, 7, {0, 0.5}, {0, 1});
    }

    void examples() {
        QFETCH(Numbers, centres);
        QFETCH(Numbers, windows);
        QFETCH(double, covered);
        QFETCH(Numbers, thetaSlope);
        QFETCH(Numbers, positionSlope);
        const Scene scene = sceneOf(centres, windows);
        const auto term = termOf("coverage");
        QVERIFY(std::abs(term->value(scene.input()) - covered / length) < 1e-15);
        const TilingGradient gradient = gradientOf(*term, scene, length).tiling;
        for (Eigen::Index i = 0; i < centres.size(); ++i) {
            QCOMPARE(gradient.theta(i, 0), thetaSlope[i]);
            QCOMPARE(gradient.positions[i], positionSlope[i]);
        }
    }

    void golden() {
        const auto losses = goldenJson("losses");
        Scene scene;
        scene.tiling.support = losses["N"];
        scene.tiling.mode = ThetaMode::time;
        scene.tiling.theta = goldenVector("loss__theta");
        scene.tiling.positions = goldenVector("loss__t");
        scene.magnitude.setZero(scene.tiling.frames(), scene.tiling.bins());
        scene.signalLength = losses["L"];
        const auto term = termOf("coverage");
        const double expected = losses["values"]["coverage_union"]["value"];
        QVERIFY(std::abs(term->value(scene.input()) - expected) < goldenTolerance);
        const TilingGradient gradient = gradientOf(*term, scene).tiling;
        QVERIFY((gradient.theta.col(0) - goldenVector("loss__coverage_union__theta")).abs().maxCoeff() < goldenSlopeTolerance);
        QVERIFY((gradient.positions - goldenVector("loss__coverage_union__t")).abs().maxCoeff() < goldenSlopeTolerance);
    }

    void framesHaveTheirShortestWindow() {
        Scene scene = sceneOf({20, 60}, {1, 1});
        scene.tiling.mode = ThetaMode::timeFrequency;
        scene.tiling.theta = RealFrames::Constant(2, 9, 12);
        scene.tiling.theta(0, 4) = 8;
        scene.tiling.theta(1, 0) = 3;
        QVERIFY(std::abs(termOf("coverage")->value(scene.input()) - 0.11) < 1e-15);
        RealFrames expected = RealFrames::Zero(2, 9);
        expected(0, 4) = expected(1, 0) = 1;
        QVERIFY((gradientOf(*termOf("coverage"), scene, length).tiling.theta == expected).all());
    }

    void sharedWindowsCollectEveryEdge() {
        Scene scene = sceneOf({20, 24, 60}, {1, 1, 1});
        scene.tiling.mode = ThetaMode::shared;
        scene.tiling.theta = RealFrames::Constant(1, 1, 10);
        QVERIFY(std::abs(termOf("coverage")->value(scene.input()) - 0.24) < 1e-15);
        QVERIFY(std::abs(gradientOf(*termOf("coverage"), scene, length).tiling.theta(0, 0) - 2) < 1e-15);
    }
};

QTEST_APPLESS_MAIN(CoverageTest)
#include "coverage_test.moc"
