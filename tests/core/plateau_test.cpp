// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/stopping.h"

#include <QtTest>
#include <cmath>

using namespace thetascope;

class PlateauTest : public QObject {
    Q_OBJECT
private slots:
    void waitsForItsPatience_data() {
        QTest::addColumn<QList<double>>("values"); // the last one ends it
        QTest::newRow("constant") << QList<double>{5, 5, 5, 5};
        QTest::newRow("rising") << QList<double>{5, 6, 7, 8};
        QTest::newRow("improves once") << QList<double>{5, 5, 4, 4.5, 4, 6};
        QTest::newRow("below tolerance") << QList<double>{5, 4.999, 4.998, 4.997};
        QTest::newRow("negative values") << QList<double>{-5, -5.001, -4, -5.002};
        QTest::newRow("improves from below zero") << QList<double>{-5, -5.2, -5.2, -5.2, -5.2};
        QTest::newRow("not numbers") << QList<double>{5, std::nan(""), std::nan(""), std::nan("")};
        QTest::newRow("infinite from the start") << QList<double>{INFINITY, INFINITY, INFINITY};
        QTest::newRow("around zero") << QList<double>{0, 0, 0, 0};
    }

    void waitsForItsPatience() {
        QFETCH(QList<double>, values);
        Plateau plateau(3, 1e-2);
        for (qsizetype i = 0; i + 1 < values.size(); ++i)
            QVERIFY2(!plateau.reached(values[i]), qPrintable(QString::number(i)));
        QVERIFY(plateau.reached(values.last()));
    }

    void smallImprovementsAddUp() {
        Plateau plateau(10, 1e-2); // 0.3 % each: an improvement every fourth iteration
        double value = 100;
        for (int iteration = 0; iteration < 200; ++iteration, value *= 0.997)
            QVERIFY(!plateau.reached(value));
    }

    void slowerThanTheToleranceOverThePatienceIsAPlateau() {
        Plateau plateau(10, 1e-2);
        double value = 100;
        int iteration = 0;
        for (; !plateau.reached(value) && iteration < 200; ++iteration)
            value *= 0.9995;
        QCOMPARE(iteration, 10);
    }
};

QTEST_APPLESS_MAIN(PlateauTest)
#include "plateau_test.moc"
