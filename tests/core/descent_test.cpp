// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/descent.h"

#include "tests/support/golden.h"

#include <QTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

std::shared_ptr<const Signal> threeComponents() {
    const Vector samples = goldenVector("c11_signal_fan_flutter_f64");
    auto signal = std::make_shared<Signal>();
    signal->samples.assign(samples.begin(), samples.end());
    signal->sampleRate = 8000;
    return signal;
}

/// Experiment C.1.1 of the paper: N = 1000, hop 50, Hann normalised by its sum, theta from 577.
Settings experiment(ThetaMode mode) {
    Settings settings;
    settings.support = 1000;
    settings.hop = 50;
    settings.frames = FrameLayout::inside;
    settings.normalise = Normalisation::sum;
    settings.thetaMode = mode;
    settings.thetaGrid = ThetaGrid{1, 1};
    settings.theta = 577;
    settings.thetaMin = mode == ThetaMode::shared ? 50 : 100;
    settings.objective = "entropy";
    settings.iterations = 300;
    settings.precision = Precision::floatPrecision;
    settings.step = 0.2;
    return settings;
}

} // namespace

class DescentTest : public QObject {
    Q_OBJECT
private slots:
    /// Where the reference ends (method.md, recipes), or lower. The bound is N-1 = 999, not 1000: allow 0.002.
    void endsWhereTheReferenceEnds_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("objective");
        QTest::addColumn<double>("entropy");
        QTest::addColumn<double>("allowance");
        QTest::newRow("shared") << 0 << "entropy" << 9.49244 << 2e-5;
        QTest::newRow("time") << 1 << "entropy" << 9.2999 << 0.002;
        QTest::newRow("time, smooth") << 1 << "entropy+0.001*smoothness" << 9.3049 << 0.002;
        QTest::newRow("frequency") << 2 << "entropy" << 9.2697 << 0.002;
        QTest::newRow("time-frequency") << 3 << "entropy" << 8.6471 << 0.002;
        QTest::newRow("time-frequency, smooth") << 3 << "entropy+0.005*smoothness" << 8.6628 << 0.002;
    }
    void endsWhereTheReferenceEnds() {
        QFETCH(int, mode);
        QFETCH(QString, objective);
        QFETCH(double, entropy);
        QFETCH(double, allowance);
        Settings settings = experiment(static_cast<ThetaMode>(mode));
        settings.objective = objective.toStdString();
        const DescentResult result = descend(threeComponents(), settings, {});
        qInfo("%s: %s; %.1f s", qPrintable(objective), result.reasonText.c_str(), result.seconds);
        QVERIFY(std::abs(result.history.front().terms[0].value - 9.57424) < 1e-4);
        QVERIFY2(result.scores.entropy <= entropy + allowance, qPrintable(QString::number(result.scores.entropy, 'f', 5)));
        if (mode == 0) QVERIFY(std::abs(result.bestTiling.theta(0, 0) - 236.0) < 1.0);
        QCOMPARE(result.scores.objective, result.bestObjective);
    }
};

QTEST_APPLESS_MAIN(DescentTest)
#include "descent_test.moc"
