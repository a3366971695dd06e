// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audio_file.h"
#include "core/run/descent.h"
#include "tests/support/golden.h"
#include "tests/support/paths.h"

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

/// Experiment C.1.1 with a shared theta, by L-BFGS.
Settings paperSettings() {
    Settings settings;
    settings.support = 1000;
    settings.hop = 50;
    settings.frames = FrameLayout::inside;
    settings.normalise = Normalisation::sum;
    settings.thetaMode = ThetaMode::shared;
    settings.theta = 577;
    settings.thetaMin = 50;
    settings.objective = "entropy";
    settings.optimiser = "lbfgs";
    return settings;
}

Settings recordingSettings() {
    Settings settings;
    settings.thetaMode = ThetaMode::shared;
    settings.thetaMin = 64;
    settings.objective = "entropy";
    settings.optimiser = "lbfgs";
    settings.thetaStart = ThetaStart::constant; // from N/2: a selection begins at a bound, where slopes are small
    settings.precision = Precision::doublePrecision; // the optimum is flat: rounding in float moves it by a tenth of a sample
    return settings;
}

/// The objective at one shared theta, exactly.
double lossAt(const std::shared_ptr<const Signal>& signal, Settings settings, double theta) {
    settings.theta = theta;
    settings.precision = Precision::doublePrecision;
    return evaluate(signal, settings, {}, false).scores.objective;
}

/// The lowest theta of a grid (one in 25 %), refined by golden section to 0.01 sample.
double gridSearch(const std::shared_ptr<const Signal>& signal, const Settings& settings, double lowest, double highest) {
    constexpr double ratio = 1.25, golden = 0.6180339887498949;
    double best = lowest, least = lossAt(signal, settings, lowest);
    for (double theta = lowest * ratio; theta < highest; theta *= ratio)
        if (const double loss = lossAt(signal, settings, theta); loss < least) best = theta, least = loss;
    double a = std::max(best / ratio, lowest), b = std::min(best * ratio, highest);
    double left = b - golden * (b - a), right = a + golden * (b - a);
    double atLeft = lossAt(signal, settings, left), atRight = lossAt(signal, settings, right);
    while (b - a > 0.01) {
        if (atLeft < atRight) {
            b = right, right = left, atRight = atLeft;
            left = b - golden * (b - a), atLeft = lossAt(signal, settings, left);
        } else {
            a = left, left = right, atLeft = atRight;
            right = a + golden * (b - a), atRight = lossAt(signal, settings, right);
        }
    }
    return 0.5 * (a + b);
}

std::shared_ptr<const Signal> recording(const QString& path, double start, double end) {
    const auto clip = readAudio(path.toStdString());
    return clip ? extractSignal(*clip, "mix", start, end).value() : nullptr;
}

} // namespace

class LbfgsDescentTest : public QObject {
    Q_OBJECT
private slots:
    void findsTheBestSharedWindow_data() {
        QTest::addColumn<int>("precision");
        QTest::newRow("double") << 0;
        QTest::newRow("float") << 1;
    }
    void findsTheBestSharedWindow() {
        QFETCH(int, precision);
        const auto signal = threeComponents();
        Settings settings = paperSettings();
        settings.precision = static_cast<Precision>(precision);
        checkAgainstTheGrid(signal, settings, 50, 999);
    }

    void findsTheBestSharedWindowOfRecordings_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("start");
        QTest::newRow("speech") << "audio/speech.ogg" << 1.0;
        QTest::newRow("trumpet") << "audio/trumpet.ogg" << 1.0;
    }
    void findsTheBestSharedWindowOfRecordings() {
        QFETCH(QString, file);
        QFETCH(double, start);
        const QString path = sharedPath(file);
        if (path.isEmpty()) QSKIP("../shared/audio is not here");
        const auto signal = recording(path, start, start + 0.5);
        QVERIFY(signal != nullptr);
        const ResolvedSettings resolved = resolve(recordingSettings(), signal->length(), signal->sampleRate);
        checkAgainstTheGrid(signal, recordingSettings(), 64, resolved.thetaUpper);
    }

    void aHistoryRowPerIteration() {
        Settings settings = paperSettings();
        settings.step = 1e-3; // the first line search has far to go
        int between = 0;
        DescentHooks hooks;
        hooks.betweenEvaluations = [&] { ++between; };
        const DescentResult result = descend(threeComponents(), settings, {}, hooks);
        QCOMPARE(result.reason, StopReason::converged);
        QVERIFY(between > 0);
        QCOMPARE(result.history.size(), static_cast<std::size_t>(result.iterations + 1));
        QCOMPARE(result.evaluations, result.iterations + 1 + between);
        for (std::size_t k = 1; k < result.history.size(); ++k) {
            QCOMPARE(result.history[k].iteration, static_cast<int>(k));
            QVERIFY(result.history[k].objective <= result.history[k - 1].objective + 2e-6);
            QVERIFY(result.history[k].step >= 0 && result.history[k].step <= 1);
        }
        QVERIFY(std::abs(result.bestTiling.theta(0, 0) - 236) < 0.2);
    }

    void stopsWithinALineSearch() {
        Settings settings = paperSettings();
        settings.step = 1e-3;
        bool stop = false;
        DescentHooks hooks;
        hooks.betweenEvaluations = [&] { stop = true; };
        hooks.stopRequested = [&] { return stop; };
        const DescentResult result = descend(threeComponents(), settings, {}, hooks);
        QCOMPARE(result.reason, StopReason::stopped);
        QCOMPARE(result.iterations, 0);
        QCOMPARE(result.evaluations, 2);
        QCOMPARE(result.history.size(), std::size_t{1});
        QVERIFY(std::abs(result.bestTiling.theta(0, 0) - 577) < 1e-6); // the start: the trial was only a trial
    }

    void theSameEveryTime() {
        Settings settings = paperSettings();
        settings.thetaMode = ThetaMode::time;
        settings.iterations = 5;
        const DescentResult first = descend(threeComponents(), settings, {});
        settings.threads = 1;
        const DescentResult second = descend(threeComponents(), settings, {});
        QVERIFY((first.bestTiling.theta == second.bestTiling.theta).all());
        QCOMPARE(first.evaluations, second.evaluations);
    }

private:
    static void checkAgainstTheGrid(const std::shared_ptr<const Signal>& signal, const Settings& settings, double lowest,
                                    double highest) {
        const DescentResult result = descend(signal, settings, {});
        const double expected = gridSearch(signal, settings, lowest, highest), found = result.bestTiling.theta(0, 0);
        qInfo("theta %.3f, by grid search %.3f; %d evaluations; %s", found, expected, result.evaluations,
              result.reasonText.c_str());
        QVERIFY2(std::abs(found - expected) <= 0.1, qPrintable(QString("%1 not %2").arg(found).arg(expected)));
        QVERIFY2(result.evaluations <= 30, qPrintable(QString::number(result.evaluations)));
    }
};

QTEST_APPLESS_MAIN(LbfgsDescentTest)
#include "lbfgs_descent_test.moc"
