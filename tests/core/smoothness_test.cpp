// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/term_support.h"
#include "tests/support/golden.h"

#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

// The golden numbers were made with eps = 2^-23 = 1.19e-7 under the root, the term has 1e-7. Differences of a sample and more
// make that 7.6e-11 of the value and 3.5e-9 of the largest slope (measured; with 2^-23 the term agrees to 2e-16).
constexpr double valueTolerance = 1e-10, slopeTolerance = 5e-9;
constexpr double flat = 3.16227766016837933e-4; // sqrt(eps)

Scene sceneOf(ThetaMode mode, const RealFrames& theta, int frames) {
    Scene scene = randomScene(mode, 1, frames);
    scene.tiling.theta = theta;
    return scene;
}

double smoothnessOf(const std::string& expression, ThetaMode mode, const RealFrames& theta, int frames) {
    return termOf(expression)->value(sceneOf(mode, theta, frames).input());
}

} // namespace

class SmoothnessTest : public QObject {
    Q_OBJECT
private slots:
    void golden() {
        const Scene scene = sceneOf(ThetaMode::timeFrequency, goldenFrames("reg__theta"), 6);
        const double expected = goldenJson("losses")["values"]["reg_code"]["value"];
        const auto term = termOf("smoothness");
        QVERIFY(std::abs(term->value(scene.input()) - expected) < valueTolerance * expected);
        const RealFrames slope = goldenFrames("reg__reg_code__grad");
        const RealFrames actual = gradientOf(*term, scene).tiling.theta;
        QVERIFY((actual - slope).abs().maxCoeff() < slopeTolerance * slope.abs().maxCoeff());
    }

    void goldenWithFourNeighbours() {
        // There a sum over cells, and without eps: that is up to 1e-7 of a difference of half a sample.
        constexpr double valueTolerance = 1e-7, slopeTolerance = 1e-6;
        const Scene scene = sceneOf(ThetaMode::timeFrequency, goldenFrames("reg__theta"), 6);
        const double cells = static_cast<double>(scene.tiling.theta.size());
        const double expected = goldenJson("losses")["values"]["reg_seed4"]["value"];
        const auto term = termOf("smoothness(neighbours=4)");
        QVERIFY(std::abs(cells * term->value(scene.input()) - expected) < valueTolerance * expected);
        const RealFrames slope = goldenFrames("reg__reg_seed4__grad");
        const RealFrames actual = cells * gradientOf(*term, scene).tiling.theta;
        QVERIFY((actual - slope).abs().maxCoeff() < slopeTolerance * slope.abs().maxCoeff());
    }

    void onlyTheAxisThatVaries() {
        RealFrames ramp(4, 1);
        ramp << 10, 13, 13, 20; // differences 3, 0, 7
        const double expected = (std::sqrt(9 + 1e-7) + flat + std::sqrt(49 + 1e-7)) / 3;
        QVERIFY(std::abs(smoothnessOf("smoothness", ThetaMode::time, ramp, 4) - expected) < 1e-14);
        const RealFrames across = ramp.transpose();
        QVERIFY(std::abs(smoothnessOf("smoothness", ThetaMode::frequency, across, 9) - expected) < 1e-14);
        // A map of one frame is its bins.
        QVERIFY(std::abs(smoothnessOf("smoothness", ThetaMode::timeFrequency, across, 1) - expected) < 1e-14);
    }

    void bothDifferencesUnderOneRoot() {
        RealFrames map(2, 2);
        map << 10, 13, 14, 99; // down 4, right 3; the far corner has no forward neighbours
        QVERIFY(std::abs(smoothnessOf("smoothness", ThetaMode::timeFrequency, map, 2) - std::sqrt(25 + 1e-7)) < 1e-14);
    }

    void flatMapsHaveNoSlope() {
        const Scene scene = sceneOf(ThetaMode::timeFrequency, RealFrames::Constant(5, 9, 200), 5);
        QVERIFY(std::abs(termOf("smoothness")->value(scene.input()) - flat) < 1e-17);
        QVERIFY((gradientOf(*termOf("smoothness"), scene).tiling.theta == 0).all());
    }

    void sharedWindowsHaveNothingToSmooth() {
        const Scene scene = sceneOf(ThetaMode::shared, RealFrames::Constant(1, 1, 200), 5);
        QCOMPARE(termOf("smoothness")->value(scene.input()), 0.0);
        QCOMPARE(gradientOf(*termOf("smoothness"), scene).tiling.theta(0, 0), 0.0);
    }

    void logarithmsCompareProportions() {
        const RealFrames map = randomScene(ThetaMode::timeFrequency, 4).tiling.theta;
        const double once = smoothnessOf("smoothness(log=1)", ThetaMode::timeFrequency, map, 7);
        const double tenfold = smoothnessOf("smoothness(log=1)", ThetaMode::timeFrequency, 10 * map, 7);
        QVERIFY(once > 0.1);
        QVERIFY(std::abs(once - tenfold) < 1e-13);
        QVERIFY(smoothnessOf("smoothness", ThetaMode::timeFrequency, 10 * map, 7) >
                9 * smoothnessOf("smoothness", ThetaMode::timeFrequency, map, 7));
    }
};

QTEST_APPLESS_MAIN(SmoothnessTest)
#include "smoothness_test.moc"
