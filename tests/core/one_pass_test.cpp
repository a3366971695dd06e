// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loss.h"
#include "core/window/taper.h"
#include "tests/support/random_case.h"

#include <QTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// engines.md, 1.4: gradients in float are right to 3e-5 of the largest, in double to 1e-13; entropy to 1e-9 and 1e-14.
constexpr double floatGradient = 1e-4, doubleGradient = 1e-11, floatValue = 1e-6, doubleValue = 1e-12;

ResolvedSettings settingsFor(const RandomCase& c, ThetaMode mode, PositionMode positions, const QString& window, Normalisation norm) {
    ResolvedSettings settings;
    settings.thetaMode = mode;
    settings.positionMode = positions;
    settings.window = window.toStdString();
    settings.normalise = norm;
    settings.objective = "entropy+0.01*smoothness-0.2*coverage";
    settings.N = c.tiling.support;
    settings.T = c.tiling.frames();
    settings.thetaUpper = settings.N - 1;
    return settings;
}

} // namespace

class OnePassTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheExactLoss_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        QTest::addColumn<QString>("window");
        QTest::addColumn<int>("normalise");
        QTest::addColumn<int>("support");
        for (const int mode : {0, 1, 2, 3})
            for (const int positions : {0, 1, 2})
                for (const char* window : {"hann", "gaussian", "gaussian-paper", "blackman-harris"})
                    for (const int norm : {0, 1, 2})
                        for (const int support : {64, 45, 30}) // even, odd, no multiple of a vector
                            QTest::addRow("%d %d %s %d N=%d", mode, positions, window, norm, support)
                                << mode << positions << QString(window) << norm << support;
    }
    void agreesWithTheExactLoss() {
        QFETCH(int, mode);
        QFETCH(int, positions);
        QFETCH(QString, window);
        QFETCH(int, normalise);
        QFETCH(int, support);
        const RandomCase c = makeRandomCase({.mode = static_cast<ThetaMode>(mode), .support = support, .frames = 37, .thetaMin = 6,
                                             .seed = 31});
        ResolvedSettings settings = settingsFor(c, static_cast<ThetaMode>(mode), static_cast<PositionMode>(positions), window,
                                                static_cast<Normalisation>(normalise));
        ThreadPool pool(2);
        const auto signal = std::make_shared<const Signal>(c.signal);
        settings.precision = Precision::doublePrecision;
        const auto exact = makeExactLoss(signal, settings, pool);
        TilingGradient expected;
        const double expectedValue = exact->gradient(c.tiling, expected);
        for (const Precision precision : {Precision::doublePrecision, Precision::floatPrecision}) {
            const bool single = precision == Precision::floatPrecision;
            if (single && mode >= 2 && positions == 0 && makeTaper(settings.window)->smooth()) continue; // interpolates
            settings.precision = precision;
            const auto fast = makeDescentLoss(signal, settings, pool);
            QVERIFY(dynamic_cast<TwoPassLoss*>(fast.get()) == nullptr); // the engine under test
            TilingGradient actual;
            const double value = fast->gradient(c.tiling, actual);
            QVERIFY(std::abs(value - expectedValue) <= (single ? floatValue : doubleValue) * 10);
            const double tolerance = single ? floatGradient : doubleGradient;
            QVERIFY2(worst(actual.theta, expected.theta) <= tolerance, qPrintable(QString::number(worst(actual.theta, expected.theta))));
            if (positions != 0)
                QVERIFY2(worst(actual.positions, expected.positions) <= tolerance,
                         qPrintable(QString::number(worst(actual.positions, expected.positions))));
            QVERIFY(worst(fast->picture(), exact->picture()) <= (single ? 1e-5 : 1e-6));
            QCOMPARE(fast->terms().size(), std::size_t{3});
        }
    }

    /// Terms of every frame's moments: pairs of frames, an odd one at the end, silent ones among them.
    void kurtosisAgreesWithTheExactLoss_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        QTest::addColumn<QString>("term");
        QTest::addColumn<int>("support");
        for (const int mode : {0, 1})
            for (const int positions : {0, 1, 2})
                for (const char* term : {"-1*kurtosis", "kurtosis(inverse=1)", "kurtosis(inverse=2,spacing=0)", "kurtosis(inverse=1,spacing=2)"})
                    for (const int support : {64, 45, 6})
                        QTest::addRow("%d %d %s N=%d", mode, positions, term, support) << mode << positions << QString(term) << support;
    }
    void kurtosisAgreesWithTheExactLoss() {
        QFETCH(int, mode);
        QFETCH(int, positions);
        QFETCH(QString, term);
        QFETCH(int, support);
        RandomCase c = makeRandomCase({.mode = static_cast<ThetaMode>(mode), .support = support, .frames = 37, .length = 3000,
                                       .thetaMin = 3, .seed = 32});
        for (std::size_t k = 1000; k < 1300; ++k) c.signal.samples[k] = 0;
        for (std::size_t k = 1300; k < 1600; ++k) c.signal.samples[k] *= 1e-12;
        ResolvedSettings settings = settingsFor(c, static_cast<ThetaMode>(mode), static_cast<PositionMode>(positions), "hann",
                                                Normalisation::energy);
        settings.objective = term.toStdString() + "+0.01*smoothness";
        ThreadPool pool(2);
        const auto signal = std::make_shared<const Signal>(c.signal);
        settings.precision = Precision::doublePrecision;
        const auto exact = makeExactLoss(signal, settings, pool);
        TilingGradient expected;
        const double expectedValue = exact->gradient(c.tiling, expected);
        for (const Precision precision : {Precision::doublePrecision, Precision::floatPrecision}) {
            const bool single = precision == Precision::floatPrecision;
            settings.precision = precision;
            const auto fast = makeDescentLoss(signal, settings, pool);
            QVERIFY(dynamic_cast<TwoPassLoss*>(fast.get()) == nullptr); // the engine under test
            TilingGradient actual;
            const double value = fast->gradient(c.tiling, actual);
            QVERIFY(std::abs(value - expectedValue) <= (single ? floatValue : doubleValue) * 10 * std::abs(expectedValue));
            const double tolerance = single ? floatGradient : doubleGradient;
            QVERIFY2(worst(actual.theta, expected.theta) <= tolerance, qPrintable(QString::number(worst(actual.theta, expected.theta))));
            if (positions != 0)
                QVERIFY2(worst(actual.positions, expected.positions) <= tolerance,
                         qPrintable(QString::number(worst(actual.positions, expected.positions))));
            QVERIFY(worst(fast->picture(), exact->picture()) <= (single ? 1e-5 : 1e-6));
        }
    }

    void doesNotDependOnTheNumberOfThreads_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        for (const int mode : {0, 1, 2, 3})
            for (const int positions : {0, 2}) QTest::addRow("%d %d", mode, positions) << mode << positions;
    }
    void doesNotDependOnTheNumberOfThreads() {
        QFETCH(int, mode);
        QFETCH(int, positions);
        RandomCase c = makeRandomCase({.mode = static_cast<ThetaMode>(mode), .frames = 101, .seed = 8});
        const ResolvedSettings settings = settingsFor(c, static_cast<ThetaMode>(mode), static_cast<PositionMode>(positions), "hann",
                                                      Normalisation::energy);
        std::vector<double> values;
        constexpr int runs = 4;
        std::vector<TilingGradient> gradients(runs);
        for (const int threads : {1, 2, 3, 8}) {
            ThreadPool pool(threads);
            const auto loss = makeDescentLoss(std::make_shared<const Signal>(c.signal), settings, pool);
            Tiling tiling = c.tiling;
            for (int step = 0; step < 3; ++step) { // the cache's state counts too
                tiling.theta = (tiling.theta * 1.04).min(63);
                values.push_back(loss->gradient(tiling, gradients[(values.size()) / 3]));
            }
        }
        for (int step = 0; step < 3; ++step)
            for (int run = 1; run < runs; ++run) QCOMPARE(values[3 * run + step], values[step]); // bit for bit
        for (int run = 1; run < runs; ++run) {
            QVERIFY((gradients[run].theta == gradients[0].theta).all());
            QVERIFY((gradients[run].positions == gradients[0].positions).all());
        }
    }

    void extremeLevelsAreScaledAway() {
        RandomCase c = makeRandomCase({.mode = ThetaMode::time, .seed = 4});
        const ResolvedSettings settings = settingsFor(c, ThetaMode::time, PositionMode::fixed, "hann", Normalisation::energy);
        ThreadPool pool(1);
        TilingGradient gradient;
        double reference = 0;
        for (const double level : {1.0, 1e-60, 1e60}) {
            Signal signal = c.signal;
            for (double& sample : signal.samples) sample *= level;
            const double value = makeDescentLoss(std::make_shared<const Signal>(signal), settings, pool)->gradient(c.tiling, gradient);
            if (level == 1.0) reference = value;
            QVERIFY(std::abs(value - reference) < 1e-6);
        }
    }

    void silenceIsFine() {
        RandomCase c = makeRandomCase({.mode = ThetaMode::timeFrequency, .seed = 4});
        for (double& sample : c.signal.samples) sample = 0;
        ResolvedSettings settings = settingsFor(c, ThetaMode::timeFrequency, PositionMode::fixed, "hann", Normalisation::energy);
        settings.objective = "entropy";
        ThreadPool pool(1);
        TilingGradient gradient;
        QCOMPARE(makeDescentLoss(std::make_shared<const Signal>(c.signal), settings, pool)->gradient(c.tiling, gradient), 0.0);
        QVERIFY((gradient.theta == 0).all());
    }

private:
    template <class A, class B>
    static double worst(const A& actual, const B& expected) {
        const double scale = expected.abs().maxCoeff();
        return (actual - expected).abs().maxCoeff() / (scale > 0 ? scale : 1);
    }
};

QTEST_APPLESS_MAIN(OnePassTest)
#include "one_pass_test.moc"
