// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/window/taper.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace thetascope;

namespace {

/// The printed formulas, written out a second time.
double printed(const QString& name, double y, double theta) {
    const double x = 2 * std::numbers::pi * y / theta;
    if (std::abs(y) > theta / 2) return 0;
    if (name == "hann") return (1 + std::cos(x)) / 2;
    if (name == "hamming") return 0.54 + 0.46 * std::cos(x);
    if (name == "blackman") return 0.42 + 0.5 * std::cos(x) + 0.08 * std::cos(2 * x);
    if (name == "blackman-harris")
        return 0.35875 + 0.48829 * std::cos(x) + 0.14128 * std::cos(2 * x) + 0.01168 * std::cos(3 * x);
    if (name == "gaussian") return (std::exp(-18 * y * y / theta / theta) - std::exp(-4.5)) / (1 - std::exp(-4.5));
    if (name == "gaussian-paper")
        return 3 / std::sqrt(2 * std::numbers::pi * theta * theta) * std::exp(-9 * y * y / (2 * theta * theta));
    return std::nan("");
}

} // namespace

class TaperTest : public QObject {
    Q_OBJECT
private slots:
    void everyTaper_data() {
        QTest::addColumn<QString>("name");
        for (const auto& taper : tapers()) QTest::addRow("%s", taper.name.c_str()) << QString::fromStdString(taper.name);
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

    void anUnknownNameIsNull() { QVERIFY(makeTaper("nosuch") == nullptr); }

private:
    void checkPoint(const Taper& taper, const QString& name, double y, double theta) {
        const TaperSample sample = taper.at(y, theta);
        const double peak = printed(name, 0, theta), h = 1e-4 * theta;
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
