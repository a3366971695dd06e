// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/adam.h"

#include <QtTest>
#include <cmath>

using namespace thetascope;

namespace {

/// Gradients of a run that turns about, as a descent's do: entry j at iteration k.
Vector gradientAt(int iteration, double scale) {
    Vector gradient(4);
    gradient << std::cos(0.7 * iteration), -1e-3 * (1 + iteration), 1e-7 * std::sin(1.3 * iteration + 1), 0;
    return scale * gradient;
}

/// Where 50 steps lead.
Vector walk(double scale) {
    Adam adam(4);
    Vector x = Vector::Constant(4, 3);
    for (int iteration = 0; iteration < 50; ++iteration)
        adam.advance(x, gradientAt(iteration, scale), 0.1);
    return x;
}

} // namespace

class AdamTest : public QObject {
    Q_OBJECT
private slots:
    void firstStepHasTheStepsSize() {
        Adam adam(3);
        Vector x = Vector::Zero(3);
        Vector gradient(3);
        gradient << 5, -2e-6, 1e-9;
        adam.advance(x, gradient, 0.25);
        QVERIFY(std::abs(x[0] + 0.25) < 1e-9);
        QVERIFY(std::abs(x[1] - 0.25) < 1e-5);
        QVERIFY(x[2] < -0.24); // 2e-10 of the largest: still moves
    }

    void followsThePublishedFormula() {
        // Kingma and Ba, algorithm 1, for one variable and three gradients, with eps = 0.
        const double gradients[]{1.0, -0.5, 2.0};
        double mean = 0, square = 0, expected = 0;
        Adam adam(1);
        Vector x = Vector::Zero(1);
        for (int k = 1; k <= 3; ++k) {
            const double g = gradients[k - 1];
            mean = 0.9 * mean + 0.1 * g;
            square = 0.999 * square + 0.001 * g * g;
            expected -= 0.1 * (mean / (1 - std::pow(0.9, k))) / std::sqrt(square / (1 - std::pow(0.999, k)));
            adam.advance(x, Vector::Constant(1, g), 0.1);
            QVERIFY(std::abs(x[0] - expected) < 1e-10);
        }
    }

    void scaleOfTheGradientIsIrrelevant_data() {
        QTest::addColumn<double>("scale");
        for (const double scale : {1e-30, 1e-9, 1e-3, 1e9, 1e30})
            QTest::addRow("%g", scale) << scale;
    }

    void scaleOfTheGradientIsIrrelevant() {
        QFETCH(double, scale);
        const Vector expected = walk(1), actual = walk(scale);
        QVERIFY((actual - expected).abs().maxCoeff() < 1e-11);
        QVERIFY((walk(std::ldexp(1.0, -30)) == expected).all()); // a power of two: to the last bit
    }

    void aVariableWithoutSlopeStays() {
        QCOMPARE(walk(1)[3], 3.0);
        Adam adam(2);
        Vector x = Vector::Constant(2, 1.5);
        adam.advance(x, Vector::Zero(2), 0.1);
        QVERIFY((x == 1.5).all());
        Vector none(0);
        Adam(0).advance(none, Vector(0), 0.1);
    }

    void findsTheFloorOfAnUnevenBowl() {
        Vector curvature(3), floor(3);
        curvature << 1e-4, 1, 1e4;
        floor << 2, -1, 0.5;
        Adam adam(3);
        Vector x = Vector::Zero(3);
        for (int iteration = 0; iteration < 3000; ++iteration)
            adam.advance(x, curvature * (x - floor), 0.05 * std::pow(0.998, iteration));
        QVERIFY((x - floor).abs().maxCoeff() < 1e-3);
    }
};

QTEST_APPLESS_MAIN(AdamTest)
#include "adam_test.moc"
