// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/gradient_check.h"
#include "core/run/loss_function.h"
#include "tests/support/random_case.h"

#include <QTest>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// Five-point differences with this step, in ln theta and in hops, against rounding and truncation: 1e-7 at the worst case here.
constexpr double differenceStep = 1e-5, tolerance = 2e-6;

struct Setup {
    RandomCase random;
    ResolvedSettings settings;
};

Setup makeSetup(ThetaMode mode, PositionMode positions, const std::string& window, Normalisation normalise,
                ThetaGrid knots = {}) {
    Setup setup{makeRandomCase({.mode = mode, .support = 32, .frames = 7, .length = 150, .thetaMin = 6, .seed = 11}), {}};
    setup.settings.thetaMode = mode;
    setup.settings.positionMode = positions;
    setup.settings.window = window;
    setup.settings.normalise = normalise;
    setup.settings.precision = Precision::doublePrecision;
    setup.settings.objective = "entropy+0.01*smoothness-0.3*coverage";
    setup.settings.N = 32;
    setup.settings.H = 20.3;
    setup.settings.thetaLower = 5;
    setup.settings.thetaUpper = 31;
    setup.settings.knots = knots;
    if (positions == PositionMode::hop || positions == PositionMode::hops) // evenly spaced, on no grid
        for (int i = 0; i < 7; ++i) setup.random.tiling.positions[i] = -11.37 + 20.3 * i;
    return setup;
}

} // namespace

class LossGradientTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithFiniteDifferences_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        QTest::addColumn<QString>("window");
        QTest::addColumn<int>("normalise");
        const char *modes[] = {"shared", "time", "frequency", "time-frequency"}, *moves[] = {"fixed", "hop", "frames", "hops"};
        for (int mode = 0; mode < 4; ++mode)
            for (int positions = 0; positions < 4; ++positions)
                for (const char* window : {"hann", "gaussian", "blackman"}) // the others jump: no derivative to compare with
                    for (int norm = 0; norm < 3; ++norm)
                        QTest::addRow("%s %s %s %d", modes[mode], moves[positions], window, norm)
                            << mode << positions << QString(window) << norm;
    }
    void agreesWithFiniteDifferences() {
        QFETCH(int, mode);
        QFETCH(int, positions);
        QFETCH(QString, window);
        QFETCH(int, normalise);
        Setup setup = makeSetup(static_cast<ThetaMode>(mode), static_cast<PositionMode>(positions), window.toStdString(),
                                static_cast<Normalisation>(normalise));
        ThreadPool pool(1);
        const auto signal = std::make_shared<const Signal>(setup.random.signal);
        const auto loss = makeExactLoss(signal, setup.settings, pool);
        const Variables variables(setup.settings, setup.random.tiling, signal->length());
        LossFunction function(*loss, variables, setup.random.tiling);
        const GradientCheck check = checkGradient(function, variables.start(), 20, differenceStep, 1);
        QVERIFY2(check.worstRelativeError < tolerance, qPrintable(QString::number(check.worstRelativeError)));
    }

    void throughKnots_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        const char* modes[] = {"shared", "time", "frequency", "time-frequency"};
        for (int mode = 0; mode < 4; ++mode)
            for (int positions = 0; positions < 4; ++positions)
                QTest::addRow("%s %d", modes[mode], positions) << mode << positions;
    }
    void throughKnots() {
        QFETCH(int, mode);
        QFETCH(int, positions);
        Setup setup = makeSetup(static_cast<ThetaMode>(mode), static_cast<PositionMode>(positions), "hann", Normalisation::energy,
                                {5, 3});
        setup.random.tiling.theta = 13 + 0.3 * setup.random.tiling.theta; // the nearest spline stays off the bounds
        ThreadPool pool(1);
        const auto signal = std::make_shared<const Signal>(setup.random.signal);
        const auto loss = makeExactLoss(signal, setup.settings, pool);
        const Variables variables(setup.settings, setup.random.tiling, signal->length());
        LossFunction function(*loss, variables, setup.random.tiling);
        const GradientCheck check = checkGradient(function, variables.start(), 20, differenceStep, 1);
        QVERIFY2(check.worstRelativeError < tolerance, qPrintable(QString::number(check.worstRelativeError)));
    }

    void aWrongGradientIsFound_data() {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("offset");
        QTest::newRow("negated") << -1.0 << 0.0;
        QTest::newRow("absent") << 0.0 << 0.0;
        QTest::newRow("one per mille") << 1.001 << 0.0;
    }
    void aWrongGradientIsFound() {
        QFETCH(double, factor);
        struct Wrong : LossFunction {
            using LossFunction::LossFunction;
            double factor = 1;
            double evaluate(const Vector& x, Vector& gradient) override {
                const double value = LossFunction::evaluate(x, gradient);
                gradient *= factor;
                return value;
            }
        };
        Setup setup = makeSetup(ThetaMode::time, PositionMode::frames, "hann", Normalisation::energy);
        ThreadPool pool(1);
        const auto signal = std::make_shared<const Signal>(setup.random.signal);
        const auto loss = makeExactLoss(signal, setup.settings, pool);
        const Variables variables(setup.settings, setup.random.tiling, signal->length());
        Wrong function(*loss, variables, setup.random.tiling);
        function.factor = factor;
        QVERIFY(checkGradient(function, variables.start(), 20, differenceStep, 1).worstRelativeError > 10 * tolerance);
    }
};

QTEST_APPLESS_MAIN(LossGradientTest)
#include "loss_gradient_test.moc"
