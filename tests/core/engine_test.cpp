// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/engine.h"

#include "core/dstft/oracle.h"
#include "core/fft/fft.h"
#include "tests/support/golden.h"
#include "tests/support/random_case.h"

#include <QTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

Q_DECLARE_METATYPE(thetascope::ThetaMode)
Q_DECLARE_METATYPE(thetascope::Normalisation)

namespace {

/// Of the largest magnitude: the tolerance that tests/golden/README.md states for double, and what single precision gives.
constexpr double doubleTolerance = 1e-10, floatTolerance = 2e-5;

template <class A, class B>
double relativeError(const A& actual, const B& expected) {
    const double scale = expected.abs().maxCoeff();
    return (actual - expected).abs().maxCoeff() / (scale > 0 ? scale : 1);
}

#define VERIFY_CLOSE(actual, expected, tolerance)                                                                             \
    do {                                                                                                                      \
        const double closeError = relativeError(actual, expected);                                                            \
        QVERIFY2(closeError <= (tolerance), qPrintable(QString(#actual " is off by %1").arg(closeError)));                    \
    } while (false)

double inner(std::complex<double> g, std::complex<double> s) {
    return g.real() * s.real() + g.imag() * s.imag();
}

/// dL/dtheta and dL/dt from the oracle's derivatives of every cell.
TilingGradient contract(const OracleResult& oracle, const Tiling& tiling, const ComplexFrames& g) {
    TilingGradient gradient;
    gradient.setZero(tiling);
    for (int i = 0; i < tiling.frames(); ++i)
        for (int f = 0; f < tiling.bins(); ++f) {
            gradient.theta(tiling.theta.rows() > 1 ? i : 0, tiling.theta.cols() > 1 ? f : 0) += inner(g(i, f), oracle.dTheta(i, f));
            gradient.positions[i] += inner(g(i, f), oracle.dPosition(i, f));
        }
    return gradient;
}

} // namespace

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheGoldenNumbers_data() {
        QTest::addColumn<QString>("name");
        for (const std::string& name : goldenCases()) QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
    }
    void agreesWithTheGoldenNumbers() {
        QFETCH(QString, name);
        const GoldenCase golden = loadGolden(name.toStdString());
        if (golden.tiling.theta.maxCoeff() > golden.tiling.support - 1) QSKIP("theta beyond N-1 is out of Eq. (22)'s range");
        ThreadPool pool(2);
        const auto engine = makeExactEngine(golden.signal, makeTaper(golden.window), golden.normalise,
                                            Precision::doublePrecision, pool);
        ComplexFrames spectrum;
        engine->forward(golden.tiling, {true, true}, spectrum);
        VERIFY_CLOSE(spectrum, golden.spectrum("S"), doubleTolerance);
        for (const auto& [cotangent, prefix] : {std::pair{"G", "vjp_"}, std::pair{"ent_G", "ent_"}}) {
            TilingGradient gradient;
            engine->backward(golden.spectrum(cotangent), gradient);
            VERIFY_CLOSE(gradient.theta, golden.thetaLike(std::string(prefix) + "theta"), doubleTolerance);
            VERIFY_CLOSE(gradient.positions, golden.vector(std::string(prefix) + "t"), doubleTolerance);
            std::vector<double> signalGradient;
            engine->backwardSignal(golden.spectrum(cotangent), signalGradient);
            const Vector actual = Eigen::Map<Vector>(signalGradient.data(), static_cast<Eigen::Index>(signalGradient.size()));
            VERIFY_CLOSE(actual, golden.vector(std::string(prefix) + "s"), doubleTolerance);
        }
    }

    void agreesWithTheOracle_data() {
        QTest::addColumn<ThetaMode>("mode");
        QTest::addColumn<QString>("taper");
        QTest::addColumn<Normalisation>("normalisation");
        QTest::addColumn<bool>("grid");
        QTest::addColumn<int>("support");
        const char* modes[] = {"shared", "time", "frequency", "time-frequency"};
        const char* norms[] = {"none", "sum", "energy"};
        for (int mode = 0; mode < 4; ++mode)
            for (const auto& taper : tapers())
                for (int norm = 0; norm < 3; ++norm)
                    for (const bool grid : {false, true})
                        for (const int support : {64, 45, 8})
                            QTest::addRow("%s %s %s %s N=%d", modes[mode], taper.name.c_str(), norms[norm],
                                          grid ? "on the grid" : "anywhere", support)
                                << static_cast<ThetaMode>(mode) << QString::fromStdString(taper.name)
                                << static_cast<Normalisation>(norm) << grid << support;
    }
    void agreesWithTheOracle() {
        QFETCH(ThetaMode, mode);
        QFETCH(QString, taper);
        QFETCH(Normalisation, normalisation);
        QFETCH(bool, grid);
        QFETCH(int, support);
        const RandomCase random = makeRandomCase({.mode = mode, .support = support, .thetaMin = support > 8 ? 0.4 : 4.0,
                                                  .gridPositions = grid, .seed = 7});
        const auto taperPointer = makeTaper(taper.toStdString());
        const OracleResult expected = oracle(
            random.signal, random.tiling, [&](double y, double theta) { return taperPointer->at(y, theta); }, normalisation);
        const TilingGradient expectedGradient = contract(expected, random.tiling, random.cotangent);
        ThreadPool pool(2);
        for (const auto& [precision, tolerance] : {std::pair{Precision::doublePrecision, doubleTolerance},
                                                   std::pair{Precision::floatPrecision, floatTolerance}}) {
            const auto engine = makeExactEngine(random.signal, taperPointer, normalisation, precision, pool);
            ComplexFrames spectrum;
            engine->forward(random.tiling, {true, true}, spectrum);
            VERIFY_CLOSE(spectrum, expected.spectrum, tolerance);
            TilingGradient gradient;
            engine->backward(random.cotangent, gradient);
            VERIFY_CLOSE(gradient.theta, expectedGradient.theta, 10 * tolerance);
            VERIFY_CLOSE(gradient.positions, expectedGradient.positions, 10 * tolerance);
        }
    }

    /// Tapers of thousands of samples, whose cosines are rotated from vector to vector.
    void longTapersAgreeWithTheOracle() {
        constexpr int support = 2048;
        RandomCase random = makeRandomCase({.mode = ThetaMode::frequency, .support = support, .frames = 2, .length = 3000,
                                            .thetaMin = 0.9 * support, .seed = 11});
        random.tiling.positions << 100.0, 200.3; // one on the grid
        const auto taper = makeTaper("hann");
        const OracleResult expected = oracle(
            random.signal, random.tiling, [&](double y, double theta) { return taper->at(y, theta); }, Normalisation::energy);
        const TilingGradient expectedGradient = contract(expected, random.tiling, random.cotangent);
        ThreadPool pool(2);
        for (const auto& [precision, tolerance] : {std::pair{Precision::doublePrecision, doubleTolerance},
                                                   std::pair{Precision::floatPrecision, floatTolerance}}) {
            const auto engine = makeExactEngine(random.signal, taper, Normalisation::energy, precision, pool);
            ComplexFrames spectrum;
            engine->forward(random.tiling, {true, true}, spectrum);
            VERIFY_CLOSE(spectrum, expected.spectrum, tolerance);
            TilingGradient gradient;
            engine->backward(random.cotangent, gradient);
            VERIFY_CLOSE(gradient.theta, expectedGradient.theta, 10 * tolerance);
            VERIFY_CLOSE(gradient.positions, expectedGradient.positions, 10 * tolerance);
        }
    }

    /// The adjoint identity <G, S(s)> = <dL/ds, s>: S is linear in the signal.
    void theSignalGradientIsTheAdjoint_data() {
        QTest::addColumn<ThetaMode>("mode");
        const char* modes[] = {"shared", "time", "frequency", "time-frequency"};
        for (int mode = 0; mode < 4; ++mode) QTest::addRow("%s", modes[mode]) << static_cast<ThetaMode>(mode);
    }
    void theSignalGradientIsTheAdjoint() {
        QFETCH(ThetaMode, mode);
        const RandomCase random = makeRandomCase({.mode = mode, .frames = 70, .seed = 3});
        ThreadPool pool(2);
        const auto engine = makeExactEngine(random.signal, makeTaper("hann"), Normalisation::energy,
                                            Precision::doublePrecision, pool);
        ComplexFrames spectrum;
        engine->forward(random.tiling, {}, spectrum);
        std::vector<double> gradient;
        engine->backwardSignal(random.cotangent, gradient);
        double left = 0, right = 0;
        for (Eigen::Index c = 0; c < spectrum.size(); ++c) left += inner(random.cotangent.data()[c], spectrum.data()[c]);
        for (std::size_t k = 0; k < gradient.size(); ++k) right += gradient[k] * random.signal.samples[k];
        QVERIFY(std::abs(left) > 1e-3);
        QVERIFY(std::abs(left - right) <= 1e-12 * std::abs(left) * 10);
    }

    void doesNotDependOnTheNumberOfThreads_data() { theSignalGradientIsTheAdjoint_data(); }
    void doesNotDependOnTheNumberOfThreads() {
        QFETCH(ThetaMode, mode);
        const RandomCase random = makeRandomCase({.mode = mode, .frames = 101, .seed = 5});
        ComplexFrames reference;
        TilingGradient referenceGradient;
        for (const int threads : {1, 2, 8}) {
            ThreadPool pool(threads);
            const auto engine = makeExactEngine(random.signal, makeTaper("hann"), Normalisation::energy,
                                                Precision::doublePrecision, pool);
            ComplexFrames spectrum;
            TilingGradient gradient;
            engine->forward(random.tiling, {true, true}, spectrum);
            engine->backward(random.cotangent, gradient);
            if (threads == 1) {
                reference = spectrum;
                referenceGradient = gradient;
            }
            QVERIFY((spectrum == reference).all()); // bit for bit
            QVERIFY((gradient.theta == referenceGradient.theta).all());
            QVERIFY((gradient.positions == referenceGradient.positions).all());
        }
    }

    /// Shared theta = L and integer positions: the classical STFT, as FFTW computes it from a sampled window.
    void equalsTheClassicalStft() {
        const int n = 256, hop = 32, length = 3000;
        RandomCase random = makeRandomCase({.mode = ThetaMode::shared, .support = n, .length = length});
        const int frames = 1 + (length - n) / hop;
        for (const double theta : {255.0, 128.0, 51.0}) {
            random.tiling.theta(0, 0) = theta;
            random.tiling.positions = framePositions(FrameLayout::inside, n, hop, frames);
            ThreadPool pool(2);
            const auto engine = makeExactEngine(random.signal, makeTaper("hann"), Normalisation::none,
                                                Precision::doublePrecision, pool);
            ComplexFrames spectrum;
            engine->forward(random.tiling, {}, spectrum);
            RealFft<double> fft(n);
            for (int i = 0; i < frames; ++i) {
                for (int m = 0; m < n; ++m) {
                    const double y = m - 0.5 * (n - 1);
                    const double w = std::abs(y) <= theta / 2 ? 0.5 + 0.5 * std::cos(2 * M_PI * y / theta) : 0;
                    fft.samples()[m] = w * random.signal.samples[static_cast<std::size_t>(i * hop + m)];
                }
                fft.forward();
                for (int f = 0; f < fft.bins(); ++f)
                    QVERIFY(std::abs(std::abs(spectrum(i, f)) - std::abs(fft.spectrum()[f])) < 1e-12 * n);
            }
        }
    }

    void aWindowBetweenTwoSamplesIsSilence() {
        RandomCase random = makeRandomCase({.mode = ThetaMode::time});
        random.tiling.theta.setConstant(0.3);
        random.tiling.positions.setConstant(10.0); // centre 41.5: no sample within 0.15
        for (const Normalisation normalisation : {Normalisation::none, Normalisation::sum, Normalisation::energy}) {
            ThreadPool pool(1);
            const auto engine = makeExactEngine(random.signal, makeTaper("hann"), normalisation, Precision::doublePrecision, pool);
            ComplexFrames spectrum;
            TilingGradient gradient;
            engine->forward(random.tiling, {true, true}, spectrum);
            engine->backward(random.cotangent, gradient);
            QVERIFY((spectrum == 0.0).all());
            QVERIFY((gradient.theta == 0).all() && (gradient.positions == 0).all());
        }
    }
};

QTEST_APPLESS_MAIN(EngineTest)
#include "engine_test.moc"
