// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/check_settings.h"
#include "core/run/history.h"
#include "core/run/step_schedule.h"
#include "core/run/variables.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace thetascope;

namespace {

ResolvedSettings resolved(PositionMode positions, ThetaGrid grid = {}) {
    Settings settings;
    settings.support = 64;
    settings.hop = 10;
    settings.thetaMode = ThetaMode::time;
    settings.positionMode = positions;
    settings.thetaGrid = grid;
    return resolve(settings, 500, 1000);
}

} // namespace

class RunPartsTest : public QObject {
    Q_OBJECT
private slots:
    void variablesBeginAtTheStart_data() {
        QTest::addColumn<int>("positions");
        QTest::newRow("fixed") << 0;
        QTest::newRow("hop") << 1;
        QTest::newRow("frames") << 2;
        QTest::newRow("hops") << 3;
    }
    void variablesBeginAtTheStart() {
        QFETCH(int, positions);
        const ResolvedSettings settings = resolved(static_cast<PositionMode>(positions));
        const Tiling start = initialTiling(settings);
        const Variables variables(settings, start, 500);
        const Eigen::Index extra[] = {0, 1, settings.T, settings.T - 1};
        QCOMPARE(variables.size(), settings.T + extra[positions]);
        Tiling tiling = start;
        variables.toTiling(variables.start(), tiling);
        QVERIFY(((tiling.theta - start.theta).abs() < 1e-9).all());
        QVERIFY(((tiling.positions - start.positions).abs() < 0.01).all()); // bounds are entered by 1e-4 hops
    }

    void nothingLeavesItsBounds_data() { variablesBeginAtTheStart_data(); }
    void nothingLeavesItsBounds() {
        QFETCH(int, positions);
        const ResolvedSettings settings = resolved(static_cast<PositionMode>(positions));
        Tiling tiling = initialTiling(settings);
        const Variables variables(settings, tiling, 500);
        for (const double shift : {-1e3, -20.0, -1.0, 0.3, 7.0, 55.0, 1e4}) {
            variables.toTiling(variables.start() + shift, tiling);
            QVERIFY((tiling.theta >= settings.thetaLower * (1 - 1e-12)).all());
            QVERIFY((tiling.theta <= settings.thetaUpper * (1 + 1e-12)).all());
            for (int i = 0; i < tiling.frames(); ++i) {
                QVERIFY(tiling.centre(i) >= -1e-9);
                QVERIFY(tiling.centre(i) <= 500 + 1e-9);
            }
        }
    }

    void knotsShareTheFrames() {
        const ResolvedSettings settings = resolved(PositionMode::fixed, {24, 6});
        Tiling tiling = initialTiling(settings);
        const Variables variables(settings, tiling, 500);
        constexpr int held = 4 + 4; // centres nearer than 31.5 to an end
        QCOMPARE(variables.size(), (settings.T - held - 1 + 5) / 6 + 1);
        for (const double shift : {-1e3, -1.0, 0.3, 1e4}) { // convex combinations stay where their coefficients are
            Vector x = variables.start();
            for (Eigen::Index i = 0; i < x.size(); i += 2) x[i] += shift;
            variables.toTiling(x, tiling);
            QVERIFY((tiling.theta >= settings.thetaLower * (1 - 1e-12)).all());
            QVERIFY((tiling.theta <= settings.thetaUpper * (1 + 1e-12)).all());
        }
    }

    /// Of a smooth map windows come to a bound and stay there, and slopes are those of finite differences on the way.
    void boundsOfASplineAreReached() {
        const ResolvedSettings settings = resolved(PositionMode::fixed, {24, 6});
        const Tiling start = initialTiling(settings);
        Tiling atBound = start, again = start;
        for (const double bound : {settings.thetaLower, settings.thetaUpper}) {
            atBound.theta.setConstant(bound);
            const Variables variables(settings, atBound, 500);
            variables.toTiling(variables.start(), again);
            QVERIFY(((again.theta / bound - 1).abs() < 2e-4).all());
        }
        atBound.theta.topRows(start.frames() / 2).setConstant(settings.thetaLower); // half and half
        const Variables variables(settings, atBound, 500);
        variables.toTiling(variables.start(), again);
        QVERIFY(again.theta(0, 0) < 1.02 * settings.thetaLower);
        QVERIFY(again.theta(start.frames() - 1, 0) > 0.98 * settings.thetaUpper);
        TilingGradient gradient{RealFrames::Random(again.theta.rows(), again.theta.cols()), {}};
        Vector slopes;
        variables.pullBack(variables.start(), again, gradient, slopes);
        constexpr double step = 1e-5;
        for (Eigen::Index k = 0; k < variables.size(); ++k) {
            Vector x = variables.start();
            Tiling above = start, below = start;
            x[k] += step;
            variables.toTiling(x, above);
            x[k] -= 2 * step;
            variables.toTiling(x, below);
            const double expected = (gradient.theta * (above.theta - below.theta)).sum() / (2 * step);
            QVERIFY2(std::abs(slopes[k] - expected) < 1e-5 * (1 + std::abs(expected)), qPrintable(QString::number(slopes[k] - expected)));
        }
    }

    /// Frames whose longest window hangs over an end share the window of the first whose doesn't; where none hangs over, none.
    void framesAtTheEndsAreHeld() {
        Settings given;
        given.support = 64;
        given.hop = 8;
        given.thetaMode = ThetaMode::time;
        given.thetaGrid = ThetaGrid{1, 3};
        for (const FrameLayout layout : {FrameLayout::cover, FrameLayout::inside}) {
            given.frames = layout;
            const ResolvedSettings settings = resolve(given, 500, 1000);
            Tiling tiling = initialTiling(settings);
            const Variables variables(settings, tiling, 500);
            Vector x = variables.start();
            for (Eigen::Index k = 0; k < x.size(); ++k) x[k] += 0.1 * std::sin(static_cast<double>(2 * k));
            variables.toTiling(x, tiling);
            int first = 0;
            while (tiling.theta(first + 1, 0) == tiling.theta(0, 0)) ++first;
            QCOMPARE(first, layout == FrameLayout::cover ? 4 : 0); // centres 0, 8, 16, 24 < 31.5
            QCOMPARE(tiling.theta(settings.T - 1, 0) == tiling.theta(settings.T - 2, 0), layout == FrameLayout::cover);
        }
    }

    void aRoughThetaIsReplacedByTheNearest() {
        const ResolvedSettings settings = resolved(PositionMode::fixed, {24, 6});
        const Tiling start = initialTiling(settings);
        Tiling rough = start, smooth = start, again = start;
        for (int i = 0; i < start.frames(); ++i) rough.theta(i, 0) = i % 2 == 0 ? 20 : 40;
        const Variables nearest(settings, rough, 500);
        nearest.toTiling(nearest.start(), smooth);
        QVERIFY(((smooth.theta - std::sqrt(20.0 * 40)).abs() < 3).all()); // the mean of ln theta
        const Variables same(settings, smooth, 500);
        same.toTiling(same.start(), again);
        QVERIFY(((again.theta - smooth.theta).abs() < 1e-9).all());
    }

    void variablesHaveNames_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("positions");
        QTest::addColumn<bool>("knots");
        QTest::addColumn<int>("variable");
        QTest::addColumn<QString>("name");
        QTest::newRow("shared") << 0 << 0 << false << 0 << "theta";
        QTest::newRow("frame") << 1 << 0 << false << 7 << "theta of frame 7";
        QTest::newRow("cell") << 3 << 0 << false << 33 * 2 + 5 << "theta of frame 2, bin 5";
        QTest::newRow("knot") << 2 << 0 << true << 1 << "theta of bin knot 1";
        QTest::newRow("hop") << 0 << 1 << true << 1 << "the hop";
        QTest::newRow("position") << 0 << 2 << false << 1 << "the position of frame 0";
        QTest::newRow("hops") << 0 << 3 << false << 1 << "the hop before frame 1";
    }
    void variablesHaveNames() {
        QFETCH(int, mode);
        QFETCH(int, positions);
        QFETCH(bool, knots);
        QFETCH(int, variable);
        QFETCH(QString, name);
        ResolvedSettings settings = resolved(static_cast<PositionMode>(positions), knots ? ThetaGrid{24, 6} : ThetaGrid{});
        settings.thetaMode = static_cast<ThetaMode>(mode);
        const Variables variables(settings, initialTiling(settings), 500);
        QVERIFY(variable < variables.size());
        QCOMPARE(QString::fromStdString(variables.describe(variable)), name);
    }

    void hopsKeepTheirOrderAndTheirLeast() {
        const ResolvedSettings settings = resolved(PositionMode::hops);
        Tiling tiling = initialTiling(settings);
        const Variables variables(settings, tiling, 500);
        const double first = tiling.positions[0];
        for (int round = 0; round < 50; ++round) {
            Vector x = variables.start();
            for (Eigen::Index i = settings.T; i < x.size(); ++i) x[i] += 0.5 * round * std::sin(static_cast<double>(i * i + round));
            variables.toTiling(x, tiling);
            QCOMPARE(tiling.positions[0], first);
            for (int i = 1; i < tiling.frames(); ++i) QVERIFY(tiling.positions[i] - tiling.positions[i - 1] >= 1 - 1e-9);
            QVERIFY(tiling.centre(tiling.frames() - 1) <= 500 + 1e-9);
        }
    }

    void positionsGivenDecideTheNumberOfFrames() {
        Settings settings;
        settings.support = 64;
        InitialArrays arrays;
        arrays.positions = Vector::LinSpaced(9, 0, 80);
        const ResolvedSettings with = resolveWith(settings, arrays, 500, 1000);
        QCOMPARE(with.T, 9);
        QCOMPARE(with.H, 10.0);
        QCOMPARE(startingTiling(with, arrays).frames(), 9);
    }

    void badArraysAndNamesAreProblems_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("field");
        for (const auto& [what, field] : {std::pair{"window", "window"}, {"objective", "objective"}, {"optimiser", "optimiser"}, {"combine", "combine"},
                                          {"theta shape", "theta"}, {"theta range", "theta"}, {"theta nan", "theta"},
                                          {"positions nan", "positions"}, {"positions empty", "positions"},
                                          {"positions far", "positions"}, {"positions uneven", "positions"},
                                          {"positions back", "positions"}})
            QTest::newRow(what) << QString(what) << QString(field);
    }
    void badArraysAndNamesAreProblems() {
        QFETCH(QString, what);
        QFETCH(QString, field);
        Settings settings;
        settings.support = 64;
        settings.thetaMode = ThetaMode::shared;
        InitialArrays arrays;
        QVERIFY(checkSettings(settings, arrays, 500, 1000).empty());
        if (what == "window") settings.window = "square";
        if (what == "objective") settings.objective = "entropy+";
        if (what == "optimiser") settings.optimiser = "magic";
        if (what == "combine") settings.combine = Combine::common, settings.optimiser = "lbfgs";
        if (what == "theta shape") arrays.theta = RealFrames::Constant(2, 2, 20);
        if (what == "theta range") arrays.theta = RealFrames::Constant(1, 1, 64);
        if (what == "theta nan") arrays.theta = RealFrames::Constant(1, 1, std::nan(""));
        if (what == "positions nan") arrays.positions = Vector::Constant(3, std::nan(""));
        if (what == "positions empty") arrays.positions = Vector();
        if (what == "positions far") arrays.positions = Vector::Constant(3, 1e12);
        if (what == "positions uneven") {
            settings.positionMode = PositionMode::hop;
            arrays.positions = Vector(3);
            *arrays.positions << 0, 10, 25;
        }
        if (what == "positions back") {
            settings.positionMode = PositionMode::hops;
            arrays.positions = Vector(3);
            *arrays.positions << 0, 25, 25;
        }
        const Problems problems = checkSettings(settings, arrays, 500, 1000);
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(problems[0].field), field);
        QVERIFY(problems[0].message.size() > 20);
    }

    void theHistoryKeepsFirstLastAndBest() {
        Tiling tiling;
        tiling.theta = RealFrames::Constant(10, 10, 5);
        tiling.positions = Vector::Zero(10);
        History history(20 * 1000); // about twenty entries
        for (int i = 0; i <= 1000; ++i) {
            tiling.theta(0, 0) = i;
            history.add(i, tiling, i < 137 ? 0 : 137);
        }
        const std::vector<int> kept = history.iterations();
        QVERIFY(kept.size() >= 10 && kept.size() <= 22);
        QVERIFY(history.bytes() <= 20 * 1000);
        QCOMPARE(kept.front(), 0);
        QCOMPARE(kept.back(), 1000);
        QCOMPARE(history.best(), 137);
        QVERIFY(std::find(kept.begin(), kept.end(), 137) != kept.end());
        QVERIFY(kept[1] <= 2); // log-spaced: early iterations stay close together
        const auto found = history.nearest(500);
        QVERIFY(found && found->first <= 500 && found->second.theta(0, 0) == found->first);
        QVERIFY(!History(100).nearest(3));
    }

    void theStepShrinksOnPlateausThenStops() {
        StepSchedule schedule(Schedule::plateau, StopMode::plateau, 0), endless(Schedule::plateau, StopMode::none, 0);
        int iterations = 0;
        double smallestFactor = 1;
        while (!schedule.take(1.0)) {
            QVERIFY(++iterations < 1000);
            smallestFactor = std::min(smallestFactor, schedule.factor());
            QVERIFY(!endless.take(1.0));
        }
        QVERIFY(std::abs(smallestFactor - StepSchedule::smallest) < 1e-9);
        QVERIFY(iterations > 5 * StepSchedule::patience(Schedule::plateau));
        schedule.restart();
        QCOMPARE(schedule.factor(), 1.0);
        for (int i = 0; i < 200; ++i) QVERIFY(!schedule.take(100.0 - i)); // still falling
        QCOMPARE(schedule.factor(), 1.0);
    }

    void aConstantStepEndsOnAPlateau() {
        StepSchedule schedule(Schedule::constant, StopMode::plateau, 0), endless(Schedule::constant, StopMode::none, 0);
        const int patience = StepSchedule::patience(Schedule::constant);
        for (int i = 0; i < patience; ++i) QVERIFY(!schedule.take(1.0) && !endless.take(1.0));
        QVERIFY(schedule.take(1.0));
        QVERIFY(!endless.take(1.0));
        QCOMPARE(schedule.factor(), 1.0);
    }

    void aCosineStepFallsToTheLastIteration() {
        constexpr int iterations = 40;
        StepSchedule schedule(Schedule::cosine, StopMode::plateau, iterations);
        double before = 2;
        for (int k = 0; k <= iterations; ++k) {
            QVERIFY(!schedule.take(1.0)); // no plateau ends it
            QVERIFY(schedule.factor() < before || before == StepSchedule::smallest);
            before = schedule.factor();
            if (k == 0) QCOMPARE(before, 1.0);
            if (k == iterations / 2) QVERIFY(std::abs(before - 0.5) < 1e-12);
        }
        QCOMPARE(before, StepSchedule::smallest);
        schedule.restart();
        QCOMPARE(schedule.factor(), StepSchedule::smallest);
        QVERIFY(!StepSchedule(Schedule::cosine, StopMode::plateau, 0).take(1.0));
    }
};

QTEST_APPLESS_MAIN(RunPartsTest)
#include "run_parts_test.moc"
