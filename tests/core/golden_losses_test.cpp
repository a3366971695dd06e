// SPDX-License-Identifier: GPL-3.0-or-later
// Values and gradients of tests/golden/losses.json, through the transform.
#include "core/run/loss.h"
#include "tests/support/golden.h"

#include <QTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

constexpr double tolerance = 1e-10;        ///< of the largest magnitude
constexpr double differenceTolerance = 2e-7; ///< where the golden gradient is itself made of differences

struct Case {
    std::shared_ptr<const Signal> signal;
    ResolvedSettings settings;
    Tiling tiling;
};

Case goldenCase(const QString& objective) {
    const auto json = goldenJson("losses");
    auto signal = std::make_shared<Signal>();
    const Vector samples = goldenVector("signal_chirp500");
    signal->samples.assign(samples.begin(), samples.end());
    signal->sampleRate = 1;
    Case out{signal, {}, {}};
    out.settings.N = json["N"];
    out.settings.T = json["T"];
    out.settings.F = json["F"];
    out.settings.theta0 = 20;
    out.settings.normalise = Normalisation::sum;
    out.settings.thetaMode = ThetaMode::time;
    out.settings.positionMode = PositionMode::frames;
    out.settings.precision = Precision::doublePrecision;
    out.settings.objective = objective.toStdString();
    out.tiling.support = out.settings.N;
    out.tiling.mode = ThetaMode::time;
    out.tiling.theta = goldenVector("loss__theta");
    out.tiling.positions = goldenVector("loss__t");
    return out;
}

double worst(const Vector& actual, const std::string& golden) {
    const Vector expected = goldenVector(golden);
    return actual.size() == expected.size() ? (actual - expected).abs().maxCoeff() / expected.abs().maxCoeff() : INFINITY;
}

} // namespace

class GoldenLossesTest : public QObject {
    Q_OBJECT
private slots:
    void valueAndGradients_data() {
        QTest::addColumn<QString>("golden");
        QTest::addColumn<QString>("objective");
        QTest::newRow("mean of kurtosis") << "kurt_mean" << "kurtosis(spacing=0)";
        QTest::newRow("1000 / mean") << "kurt_code_a" << "kurtosis(spacing=0,inverse=1)";
        QTest::newRow("mean of 1000 / K") << "kurt_code_b" << "kurtosis(spacing=0,inverse=2)";
        QTest::newRow("lambda") << "kurt_seed_lambda" << "kurtosis";
        QTest::newRow("coverage") << "coverage_union" << "coverage";
    }
    void valueAndGradients() {
        QFETCH(QString, golden);
        QFETCH(QString, objective);
        const Case c = goldenCase(objective);
        ThreadPool pool(1);
        const auto loss = makeExactLoss(c.signal, c.settings, pool);
        TilingGradient gradient;
        const double value = loss->gradient(c.tiling, gradient);
        const std::string name = golden.toStdString();
        const double slopeTolerance = name == "coverage_union" ? differenceTolerance : tolerance;
        const double expected = goldenJson("losses")["values"][name]["value"];
        QVERIFY2(std::abs(value - expected) <= tolerance * expected, qPrintable(QString::number(value - expected)));
        const double theta = worst(gradient.theta.col(0), "loss__" + name + "__theta");
        const double positions = worst(gradient.positions, "loss__" + name + "__t");
        QVERIFY2(theta <= slopeTolerance, qPrintable(QString::number(theta)));
        QVERIFY2(positions <= slopeTolerance, qPrintable(QString::number(positions)));
    }

    void lambdaHeldConstant() {
        const Case c = goldenCase("kurtosis(spacing=2)");
        ThreadPool pool(1);
        TilingGradient gradient;
        makeExactLoss(c.signal, c.settings, pool)->gradient(c.tiling, gradient);
        const double positions = worst(gradient.positions, "loss__kurt_seed_lambda_detached__t");
        QVERIFY2(positions <= tolerance, qPrintable(QString::number(positions)));
        QVERIFY(worst(gradient.theta.col(0), "loss__kurt_seed_lambda__theta") <= tolerance);
    }
};

QTEST_APPLESS_MAIN(GoldenLossesTest)
#include "golden_losses_test.moc"
