// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/term_support.h"
#include "tests/support/golden.h"

#include <QtTest>
#include <limits>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double goldenTolerance = 1e-10; // of the largest magnitude: tests/golden/README.md

Scene sceneOf(const RealFrames& magnitude) {
    Scene scene = randomScene(ThetaMode::shared, 1, static_cast<int>(magnitude.rows()));
    scene.magnitude = magnitude;
    return scene;
}

double entropyOf(const RealFrames& magnitude) {
    return termOf("entropy")->value(sceneOf(magnitude).input());
}

} // namespace

class EntropyTest : public QObject {
    Q_OBJECT
private slots:
    void extremes() {
        QVERIFY(std::abs(entropyOf(RealFrames::Constant(5, 9, 0.3)) - std::log(45.0)) < 1e-14);
        RealFrames one = RealFrames::Zero(5, 9);
        one(3, 4) = 7;
        QCOMPARE(entropyOf(one), 0.0);
        one(0, 0) = 7;
        QVERIFY(std::abs(entropyOf(one) - std::log(2.0)) < 1e-15);
    }

    void emptyCellsCountNothing() {
        RealFrames magnitude = RealFrames::Zero(2, 3);
        magnitude << 0.1, 0.2, 0, 0, 0.3, 0.4;
        const double expected = -(0.1 * std::log(0.1) + 0.2 * std::log(0.2) + 0.3 * std::log(0.3) + 0.4 * std::log(0.4));
        QVERIFY(std::abs(entropyOf(magnitude) - expected) < 1e-15);
        const RealFrames slope = gradientOf(*termOf("entropy"), sceneOf(magnitude)).magnitude;
        QCOMPARE(slope(0, 2), 0.0);
        QCOMPARE(slope(1, 0), 0.0);
        // dH/dm = (E / M - ln m) / M with M = 1
        const double weighted = -expected;
        QVERIFY(std::abs(slope(0, 0) - (weighted - std::log(0.1))) < 1e-14);
    }

    void cellsFarBelowTheLoudestAreFinite() {
        RealFrames magnitude = RealFrames::Constant(3, 9, std::numeric_limits<double>::denorm_min());
        magnitude(1, 1) = 1e150;
        QCOMPARE(entropyOf(magnitude), 0.0);
        QVERIFY(gradientOf(*termOf("entropy"), sceneOf(magnitude)).magnitude.allFinite());
        magnitude(1, 1) = 1;
        const RealFrames slope = gradientOf(*termOf("entropy"), sceneOf(magnitude)).magnitude;
        QVERIFY(std::abs(slope(0, 0) + std::log(std::numeric_limits<double>::denorm_min())) < 1e-9);
    }

    void golden_data() {
        QTest::addColumn<QString>("name");
        for (const std::string& name : goldenCases())
            QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
    }

    void golden() {
        QFETCH(QString, name);
        const GoldenCase golden = loadGolden(name.toStdString());
        const ComplexFrames spectrum = golden.spectrum("S"), expected = golden.spectrum("ent_G");
        const Scene scene{spectrum.abs(), golden.tiling, static_cast<int>(golden.signal.samples.size())};
        const auto term = termOf("entropy");
        const double value = term->value(scene.input());
        QVERIFY2(std::abs(value - golden.entropy) < goldenTolerance * golden.entropy, qPrintable(QString::number(value, 'g', 16)));
        const RealFrames slope = gradientOf(*term, scene).magnitude;
        const double largest = expected.abs().maxCoeff();
        for (Eigen::Index i = 0; i < slope.size(); ++i) {
            const double size = scene.magnitude.data()[i];
            const std::complex<double> cotangent = size > 0 ? slope.data()[i] * spectrum.data()[i] / size : 0.0;
            QVERIFY(std::abs(cotangent - expected.data()[i]) <= goldenTolerance * largest);
        }
    }
};

QTEST_APPLESS_MAIN(EntropyTest)
#include "entropy_test.moc"
