// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/optimiser.h"
#include "core/optim/sgd.h"

#include <QtTest>
#include <cmath>

using namespace thetascope;

class OptimiserTest : public QObject {
    Q_OBJECT
private slots:
    void factory() {
        QCOMPARE(optimisers().at(0).name, std::string("adam"));
        for (const OptimiserDescription& each : optimisers()) {
            QVERIFY(!each.sentence.empty());
            QVERIFY(makeOptimiser(each.name, 3) != nullptr);
        }
        QVERIFY(!makeOptimiser("", 3));
        QVERIFY(!makeOptimiser("Adam", 3));
    }

    void everyRuleDescends_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("scale");
        for (const OptimiserDescription& each : optimisers())
            for (const double scale : {1e-9, 1.0, 1e9})
                QTest::addRow("%s, %g", each.name.c_str(), scale) << QString::fromStdString(each.name) << scale;
    }

    void everyRuleDescends() {
        QFETCH(QString, name);
        QFETCH(double, scale);
        // f = scale sum (1 - cos(x_j - j)): bounded slopes, a floor at x_j = j.
        const Vector floor = Vector::LinSpaced(4, 0, 3);
        Vector x = floor + 1.2;
        const auto rule = makeOptimiser(name.toStdString(), 4);
        for (int evaluation = 0; evaluation < 1000 && !rule->converged(); ++evaluation) {
            rule->propose(x, scale * (1 - (x - floor).cos()).sum(), scale * (x - floor).sin(), 0.1 * std::pow(0.99, evaluation));
            rule->accepts(x, scale * (1 - (x - floor).cos()).sum(), scale * (x - floor).sin());
        }
        QVERIFY2((x - floor).abs().maxCoeff() < 0.01, qPrintable(QString::number((x - floor).abs().maxCoeff())));
    }

    void sgdKeepsProportionsWithinTheStep() {
        Sgd sgd(3);
        Vector x = Vector::Zero(3);
        Vector gradient(3);
        gradient << 4e-9, -1e-9, 0;
        for (int iteration = 0; iteration < 20; ++iteration) {
            const Vector before = x;
            sgd.advance(x, gradient, 0.1);
            QVERIFY((x - before).abs().maxCoeff() <= 0.1);
            QVERIFY(std::abs(x[0] + 4 * x[1]) < 1e-14);
            QCOMPARE(x[2], 0.0);
        }
        QVERIFY(x[0] < -1);
        sgd.advance(x, Vector::Zero(3), 0.1);
        Sgd still(1);
        Vector y = Vector::Ones(1);
        still.advance(y, Vector::Zero(1), 0.1);
        QCOMPARE(y[0], 1.0);
    }
};

QTEST_APPLESS_MAIN(OptimiserTest)
#include "optimiser_test.moc"
