// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/colour_map.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using thetascope::ColourMap;

class ColourMapTest : public QObject {
    Q_OBJECT
private slots:
    void lightnessIsMonotone_data();
    void lightnessIsMonotone();
    void knownColours_data();
    void knownColours();
    void valuesBeyondTheEndsAreClamped();
    void unknownNamesGiveTheDefault();
};

namespace {

/// CIE L*, 0 to 100, of an sRGB colour.
double lightness(QRgb colour) {
    const auto linear = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double y = 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

/// Rounding to 8 bits makes L* of neighbouring entries waver by up to this.
constexpr double lightnessNoise = 0.35;

} // namespace

void ColourMapTest::lightnessIsMonotone_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : ColourMap::names())
        QTest::newRow(qPrintable(name)) << name;
}

void ColourMapTest::lightnessIsMonotone() {
    QFETCH(QString, name);
    const ColourMap::Table& table = ColourMap::named(name).table();
    const double direction = lightness(table.back()) > lightness(table.front()) ? 1 : -1;
    for (size_t i = 1; i < table.size(); ++i) {
        const double rise = direction * (lightness(table[i]) - lightness(table[i - 1]));
        QVERIFY2(rise > -lightnessNoise, qPrintable(QString::number(i)));
    }
    QVERIFY(std::abs(lightness(table.back()) - lightness(table.front())) > 60);
}

void ColourMapTest::knownColours_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("entry");
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<int>("tolerance");
    // The published maps at places between the knots; the spline is within a few of 255 of them.
    QTest::newRow("viridis first") << "viridis" << 0 << QColor(0x44, 0x01, 0x54) << 0;
    QTest::newRow("viridis last") << "viridis" << 255 << QColor(0xfd, 0xe7, 0x25) << 0;
    QTest::newRow("inferno first") << "inferno" << 0 << QColor(0x00, 0x00, 0x04) << 0;
    QTest::newRow("inferno last") << "inferno" << 255 << QColor(0xfc, 0xff, 0xa4) << 0;
    QTest::newRow("magma last") << "magma" << 255 << QColor(0xfc, 0xfd, 0xbf) << 0;
    QTest::newRow("cividis 15") << "cividis" << 15 << QColor(0, 45, 104) << 2;
    QTest::newRow("cividis 37") << "cividis" << 37 << QColor(35, 60, 110) << 2;
    QTest::newRow("cividis 64") << "cividis" << 64 << QColor(67, 78, 108) << 2;
    QTest::newRow("grey middle") << "grey" << 128 << QColor(128, 128, 128) << 0;
    QTest::newRow("inverse grey middle") << "inverse grey" << 128 << QColor(127, 127, 127) << 0;
}

void ColourMapTest::knownColours() {
    QFETCH(QString, name);
    QFETCH(int, entry);
    QFETCH(QColor, colour);
    QFETCH(int, tolerance);
    const QColor actual(ColourMap::named(name).table()[static_cast<size_t>(entry)]);
    const int error = std::max({std::abs(actual.red() - colour.red()), std::abs(actual.green() - colour.green()),
                                std::abs(actual.blue() - colour.blue())});
    QVERIFY2(error <= tolerance, qPrintable(actual.name()));
}

void ColourMapTest::valuesBeyondTheEndsAreClamped() {
    const ColourMap& map = ColourMap::named("magma");
    QCOMPARE(map.at(-3), map.table().front());
    QCOMPARE(map.at(0), map.table().front());
    QCOMPARE(map.at(1), map.table().back());
    QCOMPARE(map.at(7), map.table().back());
}

void ColourMapTest::unknownNamesGiveTheDefault() {
    QCOMPARE(ColourMap::names().size(), 6);
    QCOMPARE(ColourMap::named("rainbow").name(), QString("inferno"));
    QVERIFY(!ColourMap::exists("rainbow"));
    QVERIFY(ColourMap::exists("inverse grey"));
}

QTEST_APPLESS_MAIN(ColourMapTest)
#include "colour_map_test.moc"
