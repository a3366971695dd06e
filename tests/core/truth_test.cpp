// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/truth_share.h"
#include "core/model/settings.h"
#include "core/model/truth_scenes.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

using namespace thetascope;

namespace {

constexpr double silent = std::numeric_limits<double>::quiet_NaN();

/// 6 frames of 9 bins, centres 0, 10, ... 50, at 160 Hz: a bin is 10 Hz.
Tiling smallGrid() {
    Tiling grid;
    grid.support = 16;
    grid.positions = framePositions(FrameLayout::cover, 16, 10, 6);
    return grid;
}

/// |sum x exp(-2 pi j f n)| / sum |window| over Hann-weighted samples about a centre.
double level(const std::vector<double>& x, int centre, int half, double cyclesPerSample) {
    std::complex<double> sum = 0;
    double weight = 0;
    for (int n = centre - half; n <= centre + half; ++n) {
        const double w = 1 + std::cos(std::numbers::pi * (n - centre) / half);
        sum += w * x[static_cast<std::size_t>(n)] * std::polar(1.0, -2 * std::numbers::pi * cyclesPerSample * n);
        weight += w;
    }
    return std::abs(sum) / weight;
}

} // namespace

class TruthTest : public QObject {
    Q_OBJECT
private slots:
    void aToneIsThreeBinsWide();
    void aChirpCoversWhatItPasses();
    void aClickIsThreeFramesWide();
    void sharesAddUp();
    void everyScene_data();
    void everyScene();
    void unknownScene();
};

void TruthTest::aToneIsThreeBinsWide() {
    Truth truth{{{std::vector<double>(60, silent)}}, {}};
    std::fill(truth.ridges[0].hz.begin() + 18, truth.ridges[0].hz.begin() + 22, 41.0); // within frame 2, near bin 4
    const FrameArray<bool> cells = cellsNearTruth(truth, smallGrid(), 160);
    for (int i = 0; i < 6; ++i)
        for (int f = 0; f < 9; ++f)
            QCOMPARE(cells(i, f), std::abs(i - 2) <= 1 && std::abs(f - 4) <= 1);
}

void TruthTest::aChirpCoversWhatItPasses() {
    Truth truth{{{std::vector<double>(60, silent)}}, {}};
    for (int n = 25; n < 35; ++n) // frame 3: from bin 2 to bin 5.6
        truth.ridges[0].hz[static_cast<std::size_t>(n)] = 20 + 4 * (n - 25);
    const FrameArray<bool> cells = cellsNearTruth(truth, smallGrid(), 160);
    for (int f = 0; f < 9; ++f)
        QCOMPARE(cells(3, f), f >= 1 && f <= 7);
    QVERIFY(!cells(1, 4) && !cells(5, 4));
}

void TruthTest::aClickIsThreeFramesWide() {
    const FrameArray<bool> cells = cellsNearTruth({{}, {4.0}}, smallGrid(), 160); // frame 0, at the edge
    for (int i = 0; i < 6; ++i)
        for (int f = 0; f < 9; ++f)
            QCOMPARE(cells(i, f), i <= 1);
}

void TruthTest::sharesAddUp() {
    RealFrames magnitude(2, 2);
    magnitude << 1, 2, 3, 4;
    FrameArray<bool> cells(2, 2);
    cells << true, false, false, true;
    QVERIFY(std::abs(shareOfEnergy(magnitude, cells) - 17.0 / 30) < 1e-15);
    QCOMPARE(shareOfEnergy(RealFrames::Zero(2, 2), cells), 0.0);
}

void TruthTest::everyScene_data() {
    QTest::addColumn<QString>("name");
    for (const TruthSceneDescription& scene : truthScenes())
        QTest::addRow("%s", scene.name.c_str()) << QString::fromStdString(scene.name);
}

/// The sound is where its truth says: every ridge is louder at its frequency than half a bin's width of a 40 ms window away; noise has
/// its level and its seed.
void TruthTest::everyScene() {
    QFETCH(QString, name);
    const TruthScene clean = makeTruthScene(name.toStdString(), std::nullopt, 0).value();
    const std::vector<double>& x = clean.signal->samples;
    QCOMPARE(x.size(), std::size_t(12000));
    for (const Ridge& ridge : clean.truth.ridges) {
        QCOMPARE(ridge.hz.size(), x.size());
        int strong = 0, active = 0;
        constexpr int half = 80;
        for (int n = 400; n < 11600; n += 53) {
            const double hz = ridge.hz[static_cast<std::size_t>(n)];
            if (std::isnan(hz)) continue;
            ++active;
            const double here = level(x, n, half, hz / 8000);
            strong += here > level(x, n, half, (hz - 190) / 8000) ? 1 : 0;
        }
        QVERIFY(active > 50);
        QVERIFY2(strong > 0.75 * active, qPrintable(QString("%1 of %2").arg(strong).arg(active)));
    }
    const auto noisy = makeTruthScene(name.toStdString(), 10.0, 4).value(), again = makeTruthScene(name.toStdString(), 10.0, 4).value(),
               other = makeTruthScene(name.toStdString(), 10.0, 5).value();
    QVERIFY(noisy.signal->samples == again.signal->samples);
    QVERIFY(noisy.signal->samples != other.signal->samples);
    double power = 0, error = 0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        power += x[k] * x[k];
        error += std::pow(noisy.signal->samples[k] - x[k], 2);
    }
    QVERIFY(std::abs(10 * std::log10(power / error) - 10) < 0.2);
}

void TruthTest::unknownScene() { QVERIFY(!makeTruthScene("nothing", 20.0, 0)); }

QTEST_APPLESS_MAIN(TruthTest)
#include "truth_test.moc"
