// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dstft/row_source.h"
#include "core/run/descent.h"
#include "tests/support/random_case.h"

#include <QTest>
#include <cmath>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

/// engines.md: |S - S_exact| <= 0.12 delta^2.5 ||w|| ||s||, and in single precision a little rounding; ||w|| = 1 here.
constexpr double finestDelta = 0.05, coarsestDelta = 0.2, roundingShare = 2e-5;

/// Norm of the samples under frame i.
double frameNorm(const RandomCase& c, int i) {
    std::vector<double> samples(static_cast<std::size_t>(c.tiling.support));
    copySamples(c.signal, FrameGeometry(c.tiling.positions[i], c.tiling.support).first, c.tiling.support, samples.data());
    return Eigen::Map<Vector>(samples.data(), static_cast<Eigen::Index>(samples.size())).matrix().norm();
}

/// A rectangle that says it is smooth: |S| jumps with every sample that enters it, and no cubic follows.
class Rectangle final : public Taper {
public:
    TaperSample at(double y, double theta) const override { return {std::abs(y) <= theta / 2 ? 1.0 : 0.0, 0, 0}; }
    bool continuous() const override { return true; }
    bool smooth() const override { return true; }

protected:
    void fillInside(double, int count, double, double* w, double* dTheta, double* dY) const override {
        fillOnes(count, w, dTheta, dY);
    }
    void fillInside(double, int count, double, float* w, float* dTheta, float* dY) const override {
        fillOnes(count, w, dTheta, dY);
    }

private:
    template <class Real>
    static void fillOnes(int count, Real* w, Real* dTheta, Real* dY) {
        std::fill(w, w + count, Real(1));
        std::fill(dTheta, dTheta + count, Real(0));
        if (dY != nullptr) std::fill(dY, dY + count, Real(0));
    }
};

} // namespace

class CachedEngineTest : public QObject {
    Q_OBJECT
private slots:
    void staysWithinItsBound_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("single");
        QTest::addColumn<bool>("grid");
        for (const int mode : {2, 3})
            for (const bool single : {false, true})
                for (const bool grid : {false, true})
                    QTest::addRow("%s %s %s", mode == 2 ? "frequency" : "cells", single ? "float" : "double",
                                  grid ? "folded" : "anywhere") << mode << single << grid;
    }
    void staysWithinItsBound() {
        QFETCH(int, mode);
        QFETCH(bool, single);
        QFETCH(bool, grid);
        RandomCase c = makeRandomCase({.mode = static_cast<ThetaMode>(mode), .support = 256, .frames = 6, .length = 900,
                                       .thetaMin = 20, .gridPositions = grid, .seed = 21});
        if (single) {
            walk<float>(c);
        } else {
            walk<double>(c);
        }
    }

    /// Every evaluation holds cells against exact ones: the bound kept is said, the bound broken is answered by finer spacings
    /// and in the end by direct sums.
    void checksItself_data() {
        QTest::addColumn<bool>("hostile");
        QTest::addRow("hann") << false;
        QTest::addRow("a rectangle") << true;
    }
    void checksItself() {
        QFETCH(bool, hostile);
        RandomCase c = makeRandomCase({.mode = ThetaMode::timeFrequency, .support = 256, .frames = 6, .length = 900, .thetaMin = 20,
                                       .seed = 5});
        ThreadPool pool(2);
        const std::shared_ptr<const Taper> taper = hostile ? std::make_shared<const Rectangle>() : makeTaper("hann");
        const TransformContext context{c.signal, taper, Normalisation::energy, pool};
        const auto cached = makeCachedRows<float>(context, c.tiling.support);
        RealFrames magnitude(c.tiling.frames(), c.tiling.bins());
        constexpr int evaluations = 60;
        for (int k = 0; k < evaluations; ++k) {
            c.tiling.theta = (c.tiling.theta * (1 + 0.004 * std::sin(k))).min(255);
            cached->visitMagnitudes(c.tiling, {}, [&](int i, int, const MagnitudeRow<float>& row) {
                for (int f = 0; f < c.tiling.bins(); ++f) magnitude(i, f) = row.m[f];
            });
        }
        const EngineReport report = cached->report();
        if (!hostile) {
            QCOMPARE(report.name, "interval cache");
            QCOMPARE(report.checked, evaluations);
            QCOMPARE(report.refinements, 0);
            QVERIFY(report.worst > 0 && report.worst < 1);
            return;
        }
        QVERIFY(report.refinements > 0 && report.worst > 1);
        QVERIFY(report.name != "interval cache"); // nothing finer helps a jump
        ComplexFrames expected;
        makeExactEngine(c.signal, taper, Normalisation::energy, Precision::doublePrecision, pool)->forward(c.tiling, {}, expected);
        QVERIFY((magnitude - expected.abs()).abs().maxCoeff() <= roundingShare * expected.abs().maxCoeff());
    }

    /// The gradient of the interpolated loss, and where it leads: as the exact engine, on 200 iterations.
    void descendsLikeTheExactEngine() {
        RandomCase c = makeRandomCase({.mode = ThetaMode::timeFrequency, .support = 128, .length = 1500, .seed = 2});
        auto signal = std::make_shared<Signal>(c.signal);
        Settings settings;
        settings.support = 128;
        settings.hop = 16;
        settings.objective = "entropy";
        settings.iterations = 200;
        settings.stop = StopMode::none;
        settings.thetaMin = 8;
        settings.thetaStart = ThetaStart::constant;
        settings.thetaGrid = ThetaGrid{1, 1};
        settings.precision = Precision::floatPrecision;
        const DescentResult fast = descend(signal, settings, {});
        settings.precision = Precision::doublePrecision;
        const DescentResult exact = descend(signal, settings, {});
        QVERIFY(exact.bestObjective < exact.initialObjective - 0.3);
        QVERIFY2(std::abs(fast.bestObjective - exact.bestObjective) < 5e-3,
                 qPrintable(QString("%1 %2").arg(fast.bestObjective).arg(exact.bestObjective)));
    }

private:
    template <class Real>
    void walk(RandomCase& c) {
        ThreadPool pool(2);
        const TransformContext context{c.signal, makeTaper("hann"), Normalisation::energy, pool};
        const auto cached = makeCachedRows<Real>(context, c.tiling.support);
        const auto exact = makeExactEngine(c.signal, makeTaper("hann"), Normalisation::energy, Precision::doublePrecision, pool);
        const RealFrames start = c.tiling.theta;
        // Reached cold, by small steps up and down (the shared node comes from the old cubic), and by a leap.
        for (const double shift : {0.0, 0.03, 0.06, 0.02, -0.04, -0.6, -0.61, -0.6, 0.0}) {
            c.tiling.theta = (start * std::exp(shift)).min(255).max(4);
            checkAgainstExact(c, *cached, *exact, coarsestDelta);
        }
        for (int rest = 0; rest < 2; ++rest) checkAgainstExact(c, *cached, *exact, rest == 0 ? coarsestDelta : finestDelta);
    }

    /// |S| and its slope: rows have an arbitrary phase per cell.
    template <class Real>
    void checkAgainstExact(const RandomCase& c, RowSource<Real>& cached, Engine& exact, double delta) {
        RealFrames actual(c.tiling.frames(), c.tiling.bins());
        cached.visit(c.tiling, {}, [&](int i, int, const Row<Real>& row) {
            for (int f = 0; f < c.tiling.bins(); ++f) actual(i, f) = std::hypot(row.re[f], row.im[f]);
        });
        ComplexFrames expected;
        exact.forward(c.tiling, {}, expected);
        for (int i = 0; i < c.tiling.frames(); ++i) {
            const double bound = (0.12 * std::pow(delta, 2.5) + roundingShare) * frameNorm(c, i);
            const double error = (actual.row(i) - expected.row(i).abs()).abs().maxCoeff();
            QVERIFY2(error <= bound, qPrintable(QString("frame %1: %2 > %3").arg(i).arg(error).arg(bound)));
        }
    }
};

QTEST_APPLESS_MAIN(CachedEngineTest)
#include "cached_engine_test.moc"
