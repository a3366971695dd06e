// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/lbfgs.h"

#include <QtTest>
#include <cmath>
#include <functional>
#include <limits>

using namespace thetascope;

namespace {

/// A function of a few variables and its gradient.
using Function = std::function<double(const Vector& x, Vector& gradient)>;

double rosenbrock(const Vector& x, Vector& gradient) {
    gradient.setZero(x.size());
    double value = 0;
    for (Eigen::Index j = 0; j + 1 < x.size(); ++j) {
        const double valley = x[j + 1] - x[j] * x[j], rest = 1 - x[j];
        value += 100 * valley * valley + rest * rest;
        gradient[j] += -400 * x[j] * valley - 2 * rest;
        gradient[j + 1] += 200 * valley;
    }
    return value;
}

struct Outcome {
    Vector x;
    double value = 0;
    int evaluations = 1, iterations = 0;
    bool rose = false; ///< an iteration ended higher than it began
};

Outcome minimise(const Function& function, Vector x, int mostEvaluations, double step = 0.2) {
    Lbfgs rule(x.size());
    Outcome out;
    Vector gradient;
    double value = function(x, gradient), last = value;
    while (!rule.converged() && out.evaluations < mostEvaluations) {
        rule.propose(x, value, gradient, step);
        value = function(x, gradient);
        ++out.evaluations;
        if (!rule.accepts(x, value, gradient)) continue;
        ++out.iterations;
        out.rose |= value > last + 2e-7 * std::abs(last);
        last = value;
    }
    out.x = x;
    out.value = function(x, gradient);
    return out;
}

} // namespace

class LbfgsTest : public QObject {
    Q_OBJECT
private slots:
    void rosenbrocksValley() {
        for (const Eigen::Index size : {2, 10}) {
            const Outcome out = minimise(rosenbrock, Vector::Constant(size, -1.2), 400);
            QVERIFY2((out.x - 1).abs().maxCoeff() < 1e-4, qPrintable(QString::number((out.x - 1).abs().maxCoeff())));
            QVERIFY2(out.evaluations < 150, qPrintable(QString::number(out.evaluations)));
            QVERIFY(!out.rose);
        }
    }

    void anUnevenBowlOfAnyScale_data() {
        QTest::addColumn<double>("scale");
        for (const double scale : {1e-12, 1.0, 1e12}) QTest::addRow("%g", scale) << scale;
    }
    void anUnevenBowlOfAnyScale() {
        QFETCH(double, scale);
        const Vector curvature = Vector::LinSpaced(20, 0.1, 100).square();
        const Vector floor = Vector::LinSpaced(20, -2, 2);
        const Outcome out = minimise([&](const Vector& x, Vector& gradient) {
            gradient = scale * curvature * (x - floor);
            return 0.5 * scale * (curvature * (x - floor).square()).sum();
        }, Vector::Zero(20), 1000);
        QVERIFY2((out.x - floor).abs().maxCoeff() < 1e-2, qPrintable(QString::number((out.x - floor).abs().maxCoeff())));
        QVERIFY(out.value < 1e-6 * scale);
    }

    void slopesDecideWhereValuesAreRounded() {
        // Values in single precision on a pedestal: near the floor they are all alike, the slopes aren't.
        const Outcome out = minimise([](const Vector& x, Vector& gradient) {
            gradient = Vector::Constant(1, std::sin(x[0] - 0.7));
            return static_cast<double>(static_cast<float>(100 - std::cos(x[0] - 0.7)));
        }, Vector::Zero(1), 30);
        QVERIFY2(std::abs(out.x[0] - 0.7) < 1e-6, qPrintable(QString::number(out.x[0] - 0.7)));
        QVERIFY(out.evaluations < 12);
    }

    void backsAwayFromWhatIsNotANumber() {
        // x - ln x, undefined for x <= 0; the first step leads there.
        const Outcome out = minimise([](const Vector& x, Vector& gradient) {
            gradient = Vector::Constant(1, 1 - 1 / x[0]);
            return x[0] > 0 ? x[0] - std::log(x[0]) : std::numeric_limits<double>::quiet_NaN();
        }, Vector::Constant(1, 3), 60, 5);
        QVERIFY2(std::abs(out.x[0] - 1) < 1e-5, qPrintable(QString::number(out.x[0])));
    }

    void noVariableMovesFurtherThanOnePerIteration() {
        Lbfgs rule(2);
        Vector x = Vector::Zero(2), gradient(2);
        gradient << -1, 2; // a slope without end
        double value = 0, before = 0;
        for (int iteration = 0; iteration < 5; ++iteration) {
            const double from = x[1];
            do {
                rule.propose(x, value, gradient, 0.2);
                value = gradient[0] * x[0] + gradient[1] * x[1];
            } while (!rule.accepts(x, value, gradient));
            QVERIFY(std::abs(x[1] - from) <= 1 + 1e-12);
            QVERIFY(value < before);
            before = value;
        }
        QVERIFY(x[1] < -4);
    }

    void aWrongGradientEndsWhereItBegan() {
        // The gradient points uphill: no lower point along it.
        const Outcome out = minimise([](const Vector& x, Vector& gradient) {
            gradient = Vector::Constant(1, -2 * (x[0] - 1));
            return (x[0] - 1) * (x[0] - 1);
        }, Vector::Constant(1, 2), 200);
        QVERIFY(std::abs(out.x[0] - 2) < 1e-6); // what rounding leaves room for
        QVERIFY(out.evaluations < 60);
    }

    void aFlatFunctionConvergesAtOnce() {
        const Outcome out = minimise([](const Vector&, Vector& gradient) { gradient = Vector::Zero(3); return 4.0; },
                                     Vector::Ones(3), 50);
        QCOMPARE(out.evaluations, 2);
        QVERIFY((out.x == 1).all());
    }

    void restartForgetsTheOldFunction() {
        Lbfgs rule(1);
        Vector x = Vector::Constant(1, 1), gradient;
        const auto run = [&](double floor) {
            double value = 0;
            const auto at = [&] { gradient = 2 * (x - floor); value = (x[0] - floor) * (x[0] - floor); };
            at();
            for (int evaluation = 0; evaluation < 50 && !rule.converged(); ++evaluation) {
                rule.propose(x, value, gradient, 0.2);
                at();
                rule.accepts(x, value, gradient);
            }
        };
        run(0);
        QVERIFY(rule.converged() && std::abs(x[0]) < 1e-5);
        rule.restart();
        run(0.5);
        QVERIFY(rule.converged() && std::abs(x[0] - 0.5) < 1e-5);
    }
};

QTEST_APPLESS_MAIN(LbfgsTest)
#include "lbfgs_test.moc"
