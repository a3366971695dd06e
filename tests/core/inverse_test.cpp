// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inverse/inverse.h"

#include "core/dstft/engine.h"
#include "core/inverse/frame_density.h"
#include "core/inverse/frame_operator.h"
#include "core/model/random.h"
#include "tests/support/random_case.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace thetascope;
using namespace thetascope::testing;

Q_DECLARE_METATYPE(thetascope::ThetaMode)
Q_DECLARE_METATYPE(thetascope::Normalisation)

namespace {

constexpr int support = 64, length = 900;
constexpr double exactDb = 250, closeDb = 100; ///< double precision; conjugate gradients at the default tolerance

Signal noise(int count, std::uint64_t seed = 1) {
    Random random(seed);
    Signal signal;
    signal.sampleRate = 8000;
    for (int k = 0; k < count; ++k)
        signal.samples.push_back(random.gaussian());
    return signal;
}

/// Frames a few samples apart, unevenly, over the whole signal; thetas of the mode's shape in [low, high).
Tiling unevenTiling(ThetaMode mode, double low, double high, int samples = length, double spacing = 5.5) {
    Random random(7);
    Tiling tiling;
    tiling.support = support;
    tiling.mode = mode;
    std::vector<double> positions;
    for (double centre = 0; centre < samples + spacing; centre += spacing * (0.5 + random.uniform()))
        positions.push_back(centre - 0.5 * (support - 1));
    tiling.positions = Eigen::Map<Vector>(positions.data(), static_cast<Eigen::Index>(positions.size()));
    tiling.theta.resize(thetaRows(mode, tiling.frames()), thetaCols(mode, tiling.bins()));
    for (double& theta : tiling.theta.reshaped())
        theta = low + (high - low) * random.uniform();
    return tiling;
}

struct Case {
    Signal signal;
    SpectrumOrigin origin;
    ComplexFrames spectrum;

    Case(Signal s, const Tiling& tiling, Normalisation normalisation = Normalisation::energy, const char* window = "hann")
        : signal(std::move(s)), origin{tiling, makeTaper(window), normalisation, signal.length(), Precision::doublePrecision} {
        ThreadPool pool(2);
        makeExactEngine(signal, origin.taper, normalisation, Precision::doublePrecision, pool)
            ->forward(tiling, {false, false}, spectrum);
    }
    void roundToFloat() {
        spectrum = spectrum.cast<std::complex<float>>().cast<std::complex<double>>();
        origin.stored = Precision::floatPrecision;
    }
    Reconstruction invert(const SolverLimits& limits = {}, int threads = 2) const {
        ThreadPool pool(threads);
        return reconstruct(spectrum, origin, limits, pool);
    }
    double snr(const Reconstruction& result, bool coveredOnly = false) const {
        return signalToErrorDb(signal.samples, result.samples, coveredOnly ? result.uncovered : std::vector<Stretch>{}).value();
    }
};

#define VERIFY_AT_LEAST(actual, least)                                                                                        \
    do {                                                                                                                      \
        const double actualDb = (actual);                                                                                     \
        QVERIFY2(actualDb >= (least), qPrintable(QString(#actual " is only %1").arg(actualDb)));                              \
    } while (false)

} // namespace

class InverseTest : public QObject {
    Q_OBJECT
private slots:
    void everyModeComesBack_data();
    void everyModeComesBack();
    void everyTaperComesBack_data();
    void everyTaperComesBack();
    void theDensityIsTheDiagonal_data() { everyModeComesBack_data(); }
    void theDensityIsTheDiagonal();
    void gapsAreNamedAndTheRestIsExact();
    void cellsWithoutAWindowAreCounted();
    void windowsWithoutASample();
    void oneFrame();
    void oneSample();
    void silence();
    void doesNotDependOnTheThreads();
    void stopsWhenAsked();
    void theGaugeIsCloseToTheTruth_data();
    void theGaugeIsCloseToTheTruth();
    void wrongShapesAreRefused();
    void solverSolvesASmallSystem();
};

void InverseTest::everyModeComesBack_data() {
    QTest::addColumn<ThetaMode>("mode");
    QTest::addColumn<Normalisation>("normalisation");
    const std::pair<const char*, ThetaMode> modes[] = {{"shared", ThetaMode::shared},
                                                       {"time", ThetaMode::time},
                                                       {"frequency", ThetaMode::frequency},
                                                       {"time-frequency", ThetaMode::timeFrequency}};
    const std::pair<const char*, Normalisation> scales[] = {
        {"none", Normalisation::none}, {"sum", Normalisation::sum}, {"energy", Normalisation::energy}};
    for (const auto& [modeName, mode] : modes)
        for (const auto& [scaleName, scale] : scales)
            QTest::addRow("%s %s", modeName, scaleName) << mode << scale;
}

void InverseTest::everyModeComesBack() {
    QFETCH(ThetaMode, mode);
    QFETCH(Normalisation, normalisation);
    const Case c(noise(length), unevenTiling(mode, 20, 63), normalisation);
    const Reconstruction result = c.invert();
    QVERIFY(result.uncovered.empty());
    QCOMPARE(result.unseen, 0.0);
    QVERIFY(result.conditioning >= 1);
    QCOMPARE(result.exact, hasDualWindow(mode));
    QVERIFY(result.exact || result.solver.converged);
    VERIFY_AT_LEAST(c.snr(result), result.exact ? exactDb : closeDb);
}

void InverseTest::everyTaperComesBack_data() {
    QTest::addColumn<QString>("window");
    for (const TaperDescription& taper : tapers())
        QTest::addRow("%s", taper.name.c_str()) << QString::fromStdString(taper.name);
}

void InverseTest::everyTaperComesBack() {
    QFETCH(QString, window);
    const std::string name = window.toStdString();
    const Case shared(noise(length), unevenTiling(ThetaMode::time, 30, 63), Normalisation::energy, name.c_str());
    VERIFY_AT_LEAST(shared.snr(shared.invert()), exactDb);
    const Case cells(noise(length), unevenTiling(ThetaMode::timeFrequency, 30, 63), Normalisation::energy, name.c_str());
    VERIFY_AT_LEAST(cells.snr(cells.invert()), closeDb);
}

/// <e_k, A* A e_k> for samples at both ends and in the middle.
void InverseTest::theDensityIsTheDiagonal() {
    QFETCH(ThetaMode, mode);
    QFETCH(Normalisation, normalisation);
    // Along frequency thetas within 2 % count as one.
    const double tolerance = variesInFrequency(mode) ? 0.05 : 1e-12;
    const Tiling tiling = unevenTiling(mode, 20, 63);
    ThreadPool pool(2);
    const auto taper = makeTaper("hann");
    const std::vector<double> density = frameDensity(tiling, *taper, normalisation, length, pool);
    FrameOperator frames(tiling, taper, normalisation, length, Precision::doublePrecision, pool);
    for (const int k : {0, 1, 450, length - 1}) {
        std::vector<double> unit(length, 0.0), image;
        unit[static_cast<std::size_t>(k)] = 1;
        ComplexFrames spectrum;
        frames.analyse(unit, spectrum);
        frames.synthesise(spectrum, image);
        const double diagonal = image[static_cast<std::size_t>(k)];
        QVERIFY(diagonal > 0);
        QVERIFY(std::abs(frames.energy(spectrum) - diagonal) <= 1e-12 * diagonal);
        QVERIFY(std::abs(density[static_cast<std::size_t>(k)] - diagonal) <= tolerance * diagonal);
    }
}

void InverseTest::gapsAreNamedAndTheRestIsExact() {
    Tiling tiling = unevenTiling(ThetaMode::time, 20, 40, 300);
    tiling.positions = tiling.positions.tail(tiling.frames() - 20).eval(); // about 110 samples without a frame
    tiling.theta = tiling.theta.bottomRows(tiling.frames()).eval();
    const Case c(noise(length), tiling);
    const Reconstruction result = c.invert();
    QCOMPARE(result.uncovered.size(), std::size_t(2));
    QCOMPARE(result.uncovered.front().begin, 0);
    QCOMPARE(result.uncovered.back().end, length);
    for (const Stretch& gap : result.uncovered)
        for (int k = gap.begin; k < gap.end; ++k)
            QCOMPARE(result.samples[static_cast<std::size_t>(k)], 0.0);
    VERIFY_AT_LEAST(c.snr(result, true), exactDb);
    double power = 0, lost = 0;
    for (int k = 0; k < length; ++k) {
        const double energy = std::pow(c.signal.samples[static_cast<std::size_t>(k)], 2);
        power += energy;
        if (k < result.uncovered.front().end || k >= result.uncovered.back().begin) lost += energy;
    }
    QVERIFY(std::abs(c.snr(result) - 10 * std::log10(power / lost)) < 1e-9);
    const double gaps = samplesIn(result.uncovered) / static_cast<double>(length);
    QVERIFY(std::abs(result.unseen - gaps) < 4.0 / length); // windows end between samples
}

/// Half of the bins have windows of 4 samples 40 apart: nine tenths of those bins are never seen.
void InverseTest::cellsWithoutAWindowAreCounted() {
    Tiling tiling;
    tiling.support = support;
    tiling.mode = ThetaMode::frequency;
    tiling.positions = Vector::LinSpaced(26, 0, 1000) - 0.5 * (support - 1);
    tiling.theta.setConstant(1, tiling.bins(), 60);
    tiling.theta.leftCols(11).setConstant(4);
    const Case c(noise(1000), tiling);
    const Reconstruction result = c.invert({1e-6, 50, {}});
    QVERIFY(result.uncovered.empty());
    QVERIFY(std::abs(result.unseen - 0.9 * 11 / 33) < 1e-9);
    QVERIFY(!result.exact && result.solver.iterations > 0);
}

void InverseTest::windowsWithoutASample() {
    Tiling tiling = unevenTiling(ThetaMode::shared, 20, 21);
    tiling.theta.setConstant(0.25); // frames lie anywhere between the samples: most windows hold none
    const Case c(noise(length), tiling);
    const Reconstruction result = c.invert();
    QVERIFY(samplesIn(result.uncovered) > length / 2);
    QVERIFY(samplesIn(result.uncovered) < length);
    VERIFY_AT_LEAST(c.snr(result, true), exactDb);

    tiling.positions = Vector::LinSpaced(9, 0, 8) + 0.25; // centres a quarter from the samples: no window holds one
    tiling.support = support + 1;
    const Reconstruction empty = Case(noise(length), tiling).invert();
    QCOMPARE(empty.uncovered, (std::vector<Stretch>{{0, length}}));
    QCOMPARE(empty.conditioning, 0.0);
    for (const double sample : empty.samples)
        QCOMPARE(sample, 0.0);
}

void InverseTest::oneFrame() {
    Tiling tiling;
    tiling.support = support;
    tiling.positions = Vector::Zero(1);
    tiling.theta = RealFrames::Constant(1, 1, 63);
    for (const ThetaMode mode : {ThetaMode::shared, ThetaMode::time}) {
        tiling.mode = mode;
        const Case c(noise(80), tiling);
        const Reconstruction result = c.invert();
        QCOMPARE(result.uncovered, (std::vector<Stretch>{{0, 1}, {63, 80}})); // Hann is 0 or all but 0 at its ends
        VERIFY_AT_LEAST(c.snr(result, true), 200.0);
    }
    tiling.mode = ThetaMode::timeFrequency;
    tiling.theta = RealFrames::Constant(1, tiling.bins(), 63);
    const Case c(noise(80), tiling);
    VERIFY_AT_LEAST(c.snr(c.invert(), true), closeDb);
}

void InverseTest::oneSample() {
    for (const ThetaMode mode : {ThetaMode::shared, ThetaMode::timeFrequency}) {
        const Case c(noise(1), unevenTiling(mode, 20, 63, 1));
        const Reconstruction result = c.invert();
        QCOMPARE(result.samples.size(), std::size_t(1));
        VERIFY_AT_LEAST(c.snr(result), closeDb);
    }
}

void InverseTest::silence() {
    for (const ThetaMode mode : {ThetaMode::time, ThetaMode::timeFrequency}) {
        Signal signal;
        signal.samples.assign(length, 0.0);
        signal.sampleRate = 8000;
        const Case c(signal, unevenTiling(mode, 20, 63));
        const Reconstruction result = c.invert();
        for (const double sample : result.samples)
            QCOMPARE(sample, 0.0);
        QVERIFY(result.exact || result.solver.converged);
        QVERIFY(!signalToErrorDb(signal.samples, result.samples));
        ThreadPool pool(1);
        QVERIFY(!expectedSnrDb(signal.samples, c.origin, pool));
    }
}

void InverseTest::doesNotDependOnTheThreads() {
    for (const ThetaMode mode : {ThetaMode::time, ThetaMode::timeFrequency}) {
        const Case c(noise(length), unevenTiling(mode, 20, 63));
        QCOMPARE(c.invert({}, 1).samples, c.invert({}, 3).samples);
    }
}

void InverseTest::stopsWhenAsked() {
    const Case c(noise(length), unevenTiling(ThetaMode::timeFrequency, 8, 63));
    int asked = 0;
    const Reconstruction result = c.invert({1e-12, 200, [&] { return ++asked > 3; }});
    QVERIFY(result.solver.stopped && !result.solver.converged);
    QCOMPARE(result.solver.iterations, 3);
    const Reconstruction capped = c.invert({1e-12, 3, {}});
    QCOMPARE(capped.samples, result.samples);
    QVERIFY(!capped.solver.stopped && !capped.solver.converged);
    QVERIFY(capped.solver.residual > 1e-12);
}

void InverseTest::theGaugeIsCloseToTheTruth_data() {
    QTest::addColumn<double>("spacing");
    QTest::newRow("dense") << 5.5;
    QTest::newRow("sparse") << 18.0;
    QTest::newRow("windows barely touch") << 30.0;
    QTest::newRow("gaps") << 45.0;
}

void InverseTest::theGaugeIsCloseToTheTruth() {
    constexpr double toleranceDb = 2;
    QFETCH(double, spacing);
    Case c(noise(length), unevenTiling(ThetaMode::time, 40, 63, length, spacing));
    c.roundToFloat();
    ThreadPool pool(1);
    const double expected = expectedSnrDb(c.signal.samples, c.origin, pool).value();
    const double measured = c.snr(c.invert());
    QVERIFY2(std::abs(expected - measured) <= toleranceDb, qPrintable(QString("expected %1, measured %2").arg(expected).arg(measured)));
}

void InverseTest::wrongShapesAreRefused() {
    Case c(noise(length), unevenTiling(ThetaMode::time, 20, 63));
    c.spectrum = c.spectrum.leftCols(5).eval();
    QVERIFY_EXCEPTION_THROWN(c.invert(), std::invalid_argument);
}

void InverseTest::solverSolvesASmallSystem() {
    // [[4, 1], [1, 3]] x = [1, 2]: x = [1/11, 7/11], in two iterations.
    const auto apply = [](const std::vector<double>& x, std::vector<double>& qx) {
        qx = {4 * x[0] + x[1], x[0] + 3 * x[1]};
    };
    std::vector<double> x{2, 1};
    const SolverReport report = solveByConjugateGradients(apply, {1, 2}, {1, 1}, {1e-12, 10, {}}, x);
    QVERIFY(report.converged);
    QCOMPARE(report.iterations, 2);
    QVERIFY(std::abs(x[0] - 1.0 / 11) < 1e-12 && std::abs(x[1] - 7.0 / 11) < 1e-12);
    std::vector<double> held{5, 1}; // a preconditioner of 0 holds a variable
    solveByConjugateGradients(apply, {1, 2}, {0, 1}, {1e-12, 10, {}}, held);
    QCOMPARE(held[0], 5.0);
    QVERIFY(std::abs(held[1] + 1) < 1e-12);
}

QTEST_APPLESS_MAIN(InverseTest)
#include "inverse_test.moc"
