// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/readout.h"
#include "ui/render/frequency_scale.h"

#include <QtTest>
#include <limits>

using namespace thetascope;

class ReadoutTest : public QObject {
    Q_OBJECT

private slots:
    void notes_data() {
        QTest::addColumn<double>("hz");
        QTest::addColumn<QString>("name");
        QTest::newRow("the standard") << 440.0 << "A4";
        QTest::newRow("middle C") << 261.6255653 << "C4";
        QTest::newRow("below D#6") << 1234.5 << "D#6 \u221214 c";
        QTest::newRow("above A4") << 445.0 << "A4 +20 c";
        QTest::newRow("just under the half way") << 440 * std::pow(2, 0.49 / 12) << "A4 +49 c";
        QTest::newRow("just over the half way") << 440 * std::pow(2, 0.51 / 12) << "A#4 \u221249 c";
        QTest::newRow("B to C turns the octave") << 440 * std::pow(2, 2.6 / 12) << "C5 \u221240 c";
        QTest::newRow("lowest octave") << 8.1757989 << "C\u22121";
        QTest::newRow("less than half a cent") << 440.1 << "A4";
        QTest::newRow("zero") << 0.0 << "";
        QTest::newRow("negative") << -440.0 << "";
        QTest::newRow("below any note") << 5.0 << "";
        QTest::newRow("above any note") << 96000.0 << "";
        QTest::newRow("not a number") << std::nan("") << "";
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "";
    }

    void notes() {
        QFETCH(double, hz);
        QTEST(noteName(hz), "name");
    }

    void wholeLine() {
        QCOMPARE(formatReadout({44100, 1.2345, 1234.5, 57, -34.2, 812.4, 104}),
                 QStringLiteral("t 1.2345 s (54441) | f 1234.5 Hz, bin 57 (D#6 \u221214 c) | \u221234.2 dB | "
                                "\u03b8 812.4 = 18.42 ms, \u0394f 109 Hz | frame 104"));
    }

    void parts_data() {
        QTest::addColumn<ReadoutValues>("values");
        QTest::addColumn<QString>("line");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("nothing") << ReadoutValues{44100, {}, {}, {}, {}, {}, {}} << "";
        QTest::newRow("time alone") << ReadoutValues{8000, 0.5, {}, {}, {}, {}, {}} << "t 0.5000 s (4000)";
        QTest::newRow("before the start") << ReadoutValues{8000, -0.01, {}, {}, {}, {}, {}} << "t \u22120.0100 s (\u221280)";
        QTest::newRow("no note at zero") << ReadoutValues{8000, {}, 0.0, 0, {}, {}, {}} << "f 0.0 Hz, bin 0";
        QTest::newRow("silence") << ReadoutValues{8000, {}, {}, {}, -infinity, {}, {}} << "\u2212\u221e dB";
        QTest::newRow("no level") << ReadoutValues{8000, {}, {}, {}, std::nan(""), {}, {}} << "no level";
        QTest::newRow("short window") << ReadoutValues{44100, {}, {}, {}, {}, 4.0, {}}
                                      << "\u03b8 4.0 = 0.091 ms, \u0394f 22050 Hz";
        QTest::newRow("long window") << ReadoutValues{44100, {}, {}, {}, {}, 44100.0, {}}
                                     << "\u03b8 44100.0 = 1000 ms, \u0394f 2.0 Hz";
        QTest::newRow("window without length") << ReadoutValues{44100, {}, {}, {}, {}, 0.0, 3} << "frame 3";
    }

    void parts() {
        QFETCH(ReadoutValues, values);
        QTEST(formatReadout(values), "line");
    }

    void label() {
        ReadoutLabel label;
        const QString hint = label.text();
        QVERIFY(!hint.isEmpty());
        label.setValues({8000, 0.5, {}, {}, {}, {}, {}});
        QCOMPARE(label.text(), QStringLiteral("t 0.5000 s (4000)"));
        label.clearValues();
        QCOMPARE(label.text(), hint);
    }
};

QTEST_MAIN(ReadoutTest)
#include "readout_test.moc"
