// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gauges.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QtTest>
#include <limits>

using namespace thetascope;

namespace {

const QString kDash = QStringLiteral("\u2013");

GaugeValues someValues() {
    GaugeValues values;
    IterationRecord record;
    record.objective = 11.0407123;
    record.gradientNorm = 1.25e-5;
    record.terms = {{"entropy", 10.6, 1}, {"smoothness", 812.34567, 0.001}};
    values.record = record;
    values.coverage = 0.998;
    values.atLowerBound = 2;
    values.atUpperBound = 10;
    values.parameters = 862;
    values.iterationsPerSecond = 51.26;
    return values;
}

QLabel* valueLabel(const Gauges& gauges, const QString& name) {
    for (auto* label : gauges.findChildren<QLabel*>())
        if (label->accessibleName() == name)
            return label;
    return nullptr;
}

} // namespace

class GaugesTest : public QObject {
    Q_OBJECT

private slots:
    void numbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0.0000";
        QTest::newRow("five digits") << 10.623456 << "10.623";
        QTest::newRow("small") << 0.0012345678 << "0.0012346";
        QTest::newRow("negative") << -0.4234567 << "\u22120.42346";
        QTest::newRow("groups") << 1234567.0 << "1\u2009234\u2009567";
        QTest::newRow("no group yet") << 9999.0 << "9999.0";
        QTest::newRow("tiny") << 1.2345e-5 << "1.234e-05";
        QTest::newRow("huge") << 1.5e12 << "1.500e+12";
        QTest::newRow("not a number") << std::nan("") << "not a number";
        QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << "\u2212\u221e";
    }

    void numbers() {
        QFETCH(double, value);
        QTEST(formatGauge(value), "text");
    }

    void absentIsADash() {
        const Gauges gauges;
        for (const char* name : {"Objective", "Coverage", "At a bound", "Gradient norm", "Iterations / s"})
            QCOMPARE(gauges.text(QLatin1String(name)), kDash);
    }

    void valuesAreShown() {
        Gauges gauges;
        gauges.setValues(someValues());
        QCOMPARE(gauges.text("Objective"), QStringLiteral("11.041"));
        QCOMPARE(gauges.text("entropy"), QStringLiteral("10.600"));
        QCOMPARE(gauges.text("smoothness, weight 0.001"), QStringLiteral("812.35"));
        QCOMPARE(gauges.text("Coverage"), QStringLiteral("99.8 %"));
        QCOMPARE(gauges.text("At a bound"), QStringLiteral("12 of 862 (2 low, 10 high)"));
        QCOMPARE(gauges.text("Iterations / s"), QStringLiteral("51.3"));
        gauges.clear();
        QCOMPARE(gauges.text("Objective"), kDash);
        QVERIFY(gauges.text("entropy").isEmpty()); // the term's row is gone
    }

    void termsComeAndGo() {
        Gauges gauges;
        GaugeValues values = someValues();
        gauges.setValues(values);
        values.record->terms = {{"renyi(alpha=3)", 9.5, -2}};
        gauges.setValues(values);
        QVERIFY(gauges.text("entropy").isEmpty());
        QCOMPARE(gauges.text(QStringLiteral("renyi(alpha=3), weight \u22122")), QStringLiteral("9.5000"));
    }

    /// Where only an iteration can tell, it is made when a person asks for it.
    void reconstructionIsMeasuredOnRequest() {
        Gauges gauges;
        gauges.show();
        GaugeValues values;
        values.inverse = InverseGauge::later;
        gauges.setValues(values);
        QCOMPARE(gauges.text("Reconstruction"), QStringLiteral("–"));
        values.inverse = InverseGauge::offered;
        gauges.setValues(values);
        QVERIFY(gauges.text("Reconstruction").contains("measure"));
        QLabel* link = nullptr;
        for (QLabel* const label : gauges.findChildren<QLabel*>())
            if (label->text() == gauges.text("Reconstruction")) link = label;
        QVERIFY(link != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(&gauges));
        QSignalSpy requested(&gauges, &Gauges::reconstructionRequested);
        QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(link->width() - 8, link->height() / 2));
        QCOMPARE(requested.count(), 1);
        values.inverse = InverseGauge::measuring;
        gauges.setValues(values);
        QCOMPARE(gauges.text("Reconstruction"), QStringLiteral("measuring…"));
        values.inverse = InverseGauge::offered;
        values.reconstructionSnrDb = 61.25;
        gauges.setValues(values);
        QCOMPARE(gauges.text("Reconstruction"), QStringLiteral("61.3 dB"));
    }

    void boundsWarn() {
        Gauges gauges;
        const QPalette dark = darkPalette();
        gauges.setPalette(dark);
        gauges.setValues(someValues());
        const auto* label = valueLabel(gauges, "At a bound");
        QVERIFY(label);
        QCOMPARE(label->palette().color(QPalette::WindowText), warningColour(dark));
        GaugeValues inside = someValues();
        inside.atLowerBound = inside.atUpperBound = 0;
        gauges.setValues(inside);
        QCOMPARE(gauges.text("At a bound"), QStringLiteral("0 of 862"));
        QCOMPARE(label->palette().color(QPalette::WindowText), dark.color(QPalette::WindowText));
    }

    void followsTheTheme() {
        Gauges gauges;
        gauges.setPalette(lightPalette());
        gauges.setPalette(darkPalette());
        const auto* label = valueLabel(gauges, "Objective");
        QVERIFY(label);
        QVERIFY(contrast(label->palette().color(QPalette::WindowText), darkPalette().color(QPalette::Window)) >= 7);
    }
};

QTEST_MAIN(GaugesTest)
#include "gauges_test.moc"
