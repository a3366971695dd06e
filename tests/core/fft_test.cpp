// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fft/fft.h"

#include "core/fft/plain_dft.h"

#include <QTest>
#include <random>

using namespace thetascope;

class FftTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithThePlainDft_data() {
        QTest::addColumn<int>("n");
        for (const int n : {1, 2, 3, 4, 5, 16, 45, 64, 100, 127, 1000}) QTest::addRow("%d", n) << n;
    }
    void agreesWithThePlainDft() {
        QFETCH(int, n);
        check<double>(n, 1e-13);
        check<float>(n, 2e-6);
    }

    void refusesAnEmptyTransform() { QVERIFY_THROWS_EXCEPTION(std::invalid_argument, RealFft<double>(0)); }

private:
    template <class Real>
    void check(int n, double tolerance) {
        std::mt19937_64 random(static_cast<unsigned>(n));
        std::vector<double> samples(static_cast<std::size_t>(n));
        for (double& x : samples) x = static_cast<double>(random() >> 11) * 0x1p-53 - 0.5;
        RealFft<Real> fft(n);
        std::copy(samples.begin(), samples.end(), fft.samples());
        fft.forward();
        const auto expected = plainDft(samples);
        QCOMPARE(static_cast<std::size_t>(fft.bins()), expected.size());
        double scale = 1e-300, worst = 0;
        for (int f = 0; f < fft.bins(); ++f) {
            scale = std::max(scale, std::abs(expected[f]));
            worst = std::max(worst, std::abs(std::complex<double>(fft.spectrum()[f]) - expected[f]));
        }
        QVERIFY2(worst <= tolerance * scale, qPrintable(QString::number(worst / scale)));
        fft.backward(); // n times the samples
        for (int m = 0; m < n; ++m)
            QVERIFY(std::abs(double(fft.samples()[m]) / n - samples[static_cast<std::size_t>(m)]) <= tolerance);
    }
};

QTEST_APPLESS_MAIN(FftTest)
#include "fft_test.moc"
