// SPDX-License-Identifier: GPL-3.0-or-later
// The terms that measure concentration by other means than entropy: renyi, lp_over_lq, kurtosis.
#include "tests/core/term_support.h"
#include "tests/support/golden.h"

#include <QtTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double goldenTolerance = 1e-12;

Scene sceneOf(const RealFrames& magnitude) {
    Scene scene = randomScene(ThetaMode::shared, 1, static_cast<int>(magnitude.rows()));
    scene.magnitude = magnitude;
    return scene;
}

double valueOf(const char* expression, const RealFrames& magnitude) {
    return termOf(expression)->value(sceneOf(magnitude).input());
}

/// The case of tests/golden/losses.json.
Scene goldenScene() {
    const auto losses = goldenJson("losses");
    Scene scene;
    scene.tiling.support = losses["N"];
    scene.tiling.mode = ThetaMode::time;
    scene.tiling.theta = goldenVector("loss__theta");
    scene.tiling.positions = goldenVector("loss__t");
    scene.magnitude = goldenSpectrum("loss__S").abs();
    scene.signalLength = losses["L"];
    return scene;
}

bool near(double a, double b, double tolerance = 1e-14) { return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b)); }

} // namespace

class TermSparsityTest : public QObject {
    Q_OBJECT
private slots:
    void renyiByHand() {
        RealFrames magnitude = RealFrames::Constant(4, 9, 0.5);
        for (const char* expression : {"renyi", "renyi(alpha=2)", "renyi(alpha=7,power=1)"})
            QVERIFY(near(valueOf(expression, magnitude), std::log(36.0), 1e-13));
        magnitude.setZero();
        magnitude(1, 2) = 3;
        QVERIFY(near(valueOf("renyi", magnitude), 0));
        magnitude(3, 0) = 1; // energies 9 and 1: p = 0.9, 0.1
        QVERIFY(near(valueOf("renyi", magnitude), std::log(0.729 + 0.001) / -2));
        QVERIFY(near(valueOf("renyi(alpha=2,power=1)", magnitude), std::log(0.5625 + 0.0625) / -1));
    }

    void renyiTendsToEntropy() {
        const RealFrames magnitude = randomScene(ThetaMode::shared, 2).magnitude;
        const double entropy = valueOf("entropy", magnitude), renyi = valueOf("renyi(alpha=1.01,power=1)", magnitude);
        QVERIFY(renyi < entropy); // decreasing in alpha
        QVERIFY(entropy - renyi < 0.005);
    }

    void lpOverLqByHand() {
        RealFrames magnitude = RealFrames::Constant(4, 9, 0.5);
        QVERIFY(near(valueOf("lp_over_lq", magnitude), 6)); // the upper bound, 36^(1 - 1/2)
        magnitude.setZero();
        magnitude(1, 2) = 3;
        QVERIFY(near(valueOf("lp_over_lq", magnitude), 1)); // the lower
        magnitude(3, 0) = 4;
        QVERIFY(near(valueOf("lp_over_lq", magnitude), 7.0 / 5));
        QVERIFY(near(valueOf("lp_over_lq(p=2,q=1)", magnitude), 5.0 / 7));
        QVERIFY(near(valueOf("lp_over_lq(p=3,q=3)", magnitude), 1));
    }

    void kurtosisOfOneFrame() {
        RealFrames magnitude = RealFrames::Constant(1, 9, 0.5);
        QVERIFY(near(valueOf("kurtosis", magnitude), 1));
        magnitude.setZero();
        magnitude(0, 2) = 3;
        QVERIFY(near(valueOf("kurtosis", magnitude), 9));
        QVERIFY(near(valueOf("kurtosis(inverse=1)", magnitude), 1000.0 / 9));
    }

    void kurtosisGoldenPerFrame() {
        const Scene all = goldenScene();
        const Vector expected = goldenVector("loss__K");
        for (int frame = 0; frame < all.tiling.frames(); ++frame) {
            const RealFrames row = all.magnitude.row(frame);
            QVERIFY(near(valueOf("kurtosis", row), expected[frame], goldenTolerance));
        }
    }

    void kurtosisGolden() {
        const Scene scene = goldenScene();
        const auto term = termOf("kurtosis");
        const double expected = goldenJson("losses")["values"]["kurt_seed_lambda"]["value"];
        QVERIFY(near(term->value(scene.input()), expected, goldenTolerance));
        // What lambda(t) contributes: the gradient with lambda differentiated less the one with lambda held.
        const Vector direct = goldenVector("loss__kurt_seed_lambda__t") - goldenVector("loss__kurt_seed_lambda_detached__t");
        const Vector actual = gradientOf(*term, scene).tiling.positions;
        QVERIFY((actual - direct).abs().maxCoeff() < goldenTolerance * 10);
        QVERIFY(actual.abs().maxCoeff() > 1e-3);
    }

    void silentFramesWeighNothing() {
        Scene scene = randomScene(ThetaMode::time, 6, 3);
        scene.tiling.positions << 0, 10, 30;
        scene.magnitude.row(1).setZero();
        RealFrames first = scene.magnitude.row(0), last = scene.magnitude.row(2);
        const double expected = (10 * valueOf("kurtosis", first) + 20 * valueOf("kurtosis", last)) / 30;
        QVERIFY(near(termOf("kurtosis")->value(scene.input()), expected));
        const TermGradient gradient = gradientOf(*termOf("kurtosis"), scene);
        QVERIFY((gradient.magnitude.row(1) == 0).all());
        QVERIFY(gradient.magnitude.allFinite());
    }

    void framesAreTakenInTheOrderOfTheirPositions() {
        Scene scene = randomScene(ThetaMode::time, 6, 3);
        scene.tiling.positions << 0, 10, 4; // the last lies between the others: lambda = 4, 6, 5
        RealFrames first = scene.magnitude.row(0), second = scene.magnitude.row(1), third = scene.magnitude.row(2);
        const double sum = 4 * valueOf("kurtosis", first) + 6 * valueOf("kurtosis", second) + 5 * valueOf("kurtosis", third);
        QVERIFY(near(termOf("kurtosis")->value(scene.input()), sum / 15));
        const TermGradient gradient = gradientOf(*termOf("kurtosis"), scene);
        Scene sorted = scene;
        sorted.tiling.positions << 0, 4, 10;
        sorted.magnitude.row(1).swap(sorted.magnitude.row(2));
        const TermGradient expected = gradientOf(*termOf("kurtosis"), sorted);
        QVERIFY(near(gradient.tiling.positions[2], expected.tiling.positions[1]));
        QVERIFY(near(gradient.tiling.positions[1], expected.tiling.positions[2]));
        QVERIFY((gradient.magnitude.row(2) - expected.magnitude.row(1)).abs().maxCoeff() < 1e-14);
        scene.tiling.positions.setConstant(4); // no frame stands for anything
        QCOMPARE(termOf("kurtosis")->value(scene.input()), 0.0);
    }
};

QTEST_APPLESS_MAIN(TermSparsityTest)
#include "term_sparsity_test.moc"
