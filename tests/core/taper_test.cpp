// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/taper.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace thetascope;

namespace {

/// The printed formulas, written out a second time.
double printed(const QString& name, double y, double theta) {
    constexpr double pi = std::numbers::pi;
    const double x = 2 * pi * y / theta;
    if (std::abs(y) > theta / 2) return 0;
    if (name == "hann") return (1 + std::cos(x)) / 2;
    if (name == "hamming") return 0.54 + 0.46 * std::cos(x);
    if (name == "blackman") return 0.42 + 0.5 * std::cos(x) + 0.08 * std::cos(2 * x);
    if (name == "blackman-harris")
        return 0.35875 + 0.48829 * std::cos(x) + 0.14128 * std::cos(2 * x) + 0.01168 * std::cos(3 * x);
    if (name == "gaussian") return (std::exp(-18 * y * y / theta / theta) - std::exp(-4.5)) / (1 - std::exp(-4.5));
    if (name == "gaussian-paper")
        return 3 / std::sqrt(2 * std::numbers::pi * theta * theta) * std::exp(-9 * y * y / (2 * theta * theta));
    if (name == "sine") return std::cos(x / 2);
    if (name == "kaiser") return (std::cyl_bessel_i(0, 8.6 * std::sqrt(1 - x * x / pi / pi)) - 1) / (std::cyl_bessel_i(0, 8.6) - 1);
    if (name.startsWith("kaiser(beta=50)"))
        return (std::cyl_bessel_i(0, 50 * std::sqrt(1 - x * x / pi / pi)) - 1) / (std::cyl_bessel_i(0, 50) - 1);
    if (name == "tukey" || name == "tukey(alpha=0.2)") {
        const double alpha = name == "tukey" ? 0.5 : 0.2, beyond = std::abs(x) / pi - 1 + alpha;
        return beyond < 0 ? 1 : (1 + std::cos(pi * beyond / alpha)) / 2;
    }
    return std::nan("");
}

} // namespace

class TaperTest : public QObject {
    Q_OBJECT
private slots:
    void everyTaper_data() {
        QTest::addColumn<QString>("name");
        for (const auto& taper : tapers()) QTest::addRow("%s", taper.name.c_str()) << QString::fromStdString(taper.name);
        for (const char* shaped : {"kaiser(beta=50)", "tukey(alpha=0.2)"}) QTest::newRow(shaped) << shaped;
    }

    void everyTaper() {
        QFETCH(QString, name);
        const auto taper = makeTaper(name.toStdString());
        QVERIFY(taper != nullptr);
        for (const double theta : {4.0, 5.5, 33.3, 999.0})
            for (double y = -0.49 * theta; y < 0.49 * theta; y += 0.0713 * theta) checkPoint(*taper, name, y, theta);
    }

    void edgesBelongToTheSupport_data() { everyTaper_data(); }
    void edgesBelongToTheSupport() {
        QFETCH(QString, name);
        const auto taper = makeTaper(name.toStdString());
        const double theta = 20, atEdge = taper->at(10, theta).w, beyond = taper->at(std::nextafter(10.0, 11.0), theta).w;
        QCOMPARE(beyond, 0.0);
        QCOMPARE(taper->continuous(), std::abs(atEdge) < 1e-12);
        double w[3], dTheta[3], dY[3];
        taper->fill(9, 3, theta, w, dTheta, dY); // 9, 10 (the edge), 11
        QVERIFY(std::abs(w[1] - atEdge) < 1e-14);
        QCOMPARE(w[2], 0.0);
        QCOMPARE(dTheta[2], 0.0);
        QCOMPARE(dY[2], 0.0);
    }

    void fillAgreesWithPoints_data() { everyTaper_data(); }
    void fillAgreesWithPoints() {
        QFETCH(QString, name);
        const auto taper = makeTaper(name.toStdString());
        for (const double theta : {0.5, 4.0, 17.25, 1000.0, 8191.0})
            for (const double y0 : {-theta / 2 - 3.3, -theta / 2, 0.0, 0.5, theta / 2 - 1}) checkFill(*taper, y0, theta);
    }

    void shapesHaveParameters() {
        const double theta = 20, y = 7;
        QCOMPARE(makeTaper("kaiser(beta=8.6)")->at(y, theta).w, makeTaper("kaiser")->at(y, theta).w);
        QVERIFY(makeTaper("kaiser( beta = 2 )")->at(y, theta).w > makeTaper("kaiser")->at(y, theta).w);
        QVERIFY(std::abs(makeTaper("tukey(alpha=1)")->at(y, theta).w - makeTaper("hann")->at(y, theta).w) < 1e-15);
        QVERIFY(makeTaper("tukey(alpha=0.5)")->smooth() && !makeTaper("tukey(alpha=0.1)")->smooth());
    }

    void badShapesAreErrors_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown") << "square" << "choose one of hann";
        QTest::newRow("empty") << "" << "choose one of";
        QTest::newRow("parameter") << "kaiser(alpha=1)" << "it has: beta";
        QTest::newRow("range") << "kaiser(beta=51)" << "between 0.5 and 50";
        QTest::newRow("none") << "hann(alpha=1)" << "takes no parameters";
        QTest::newRow("open") << "kaiser(beta=3" << "expected";
        QTest::newRow("after") << "kaiser(beta=3)x" << "expected the end";
        QTest::newRow("blank") << "kaiser (beta=3)" << "choose one of";
    }
    void badShapesAreErrors() {
        QFETCH(QString, name);
        QFETCH(QString, part);
        const auto taper = parseTaper(name.toStdString());
        QVERIFY(!taper);
        QVERIFY2(taper.error().message.find(part.toStdString()) != std::string::npos, taper.error().message.c_str());
        QVERIFY(makeTaper(name.toStdString()) == nullptr);
    }

    void anUnknownNameIsNull() { QVERIFY(makeTaper("nosuch") == nullptr); }

private:
    void checkPoint(const Taper& taper, const QString& name, double y, double theta) {
        const TaperSample sample = taper.at(y, theta);
        const double peak = printed(name, 0, theta), h = 2e-5 * theta;
        QVERIFY(std::abs(sample.w - printed(name, y, theta)) <= 1e-14 * peak);
        const double dY = (printed(name, y + h, theta) - printed(name, y - h, theta)) / (2 * h);
        const double dTheta = (printed(name, y, theta + h) - printed(name, y, theta - h)) / (2 * h);
        QVERIFY2(std::abs(sample.dY - dY) <= 1e-5 * peak / theta, qPrintable(QString("%1 %2").arg(sample.dY).arg(dY)));
        QVERIFY2(std::abs(sample.dTheta - dTheta) <= 1e-5 * peak / theta,
                 qPrintable(QString("%1 %2").arg(sample.dTheta).arg(dTheta)));
    }

    void checkFill(const Taper& taper, double y0, double theta) {
        const int count = static_cast<int>(theta) + 9;
        std::vector<double> w(count), dTheta(count), dY(count);
        std::vector<float> wf(count), dThetaF(count), dYf(count);
        taper.fill(y0, count, theta, w.data(), dTheta.data(), dY.data());
        taper.fill(y0, count, theta, wf.data(), dThetaF.data(), dYf.data());
        const double peak = taper.at(0, theta).w, slope = peak / theta * 40;
        for (int m = 0; m < count; ++m) {
            const TaperSample expected = taper.at(y0 + m, theta);
            QVERIFY(std::abs(w[m] - expected.w) <= 1e-13 * peak);
            QVERIFY(std::abs(dTheta[m] - expected.dTheta) <= 1e-13 * slope);
            QVERIFY(std::abs(dY[m] - expected.dY) <= 1e-13 * slope);
            QVERIFY(std::abs(wf[m] - expected.w) <= 2e-6 * peak);
            QVERIFY(std::abs(dThetaF[m] - expected.dTheta) <= 2e-6 * slope);
            QVERIFY(std::abs(dYf[m] - expected.dY) <= 2e-6 * slope);
        }
    }
};

QTEST_APPLESS_MAIN(TaperTest)
#include "taper_test.moc"
