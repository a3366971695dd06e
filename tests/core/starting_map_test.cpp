// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choice/list_descent.h"
#include "core/choice/local_concentration.h"
#include "core/model/truth_scenes.h"
#include "core/run/descent.h"
#include "core/run/starting_map.h"

#include <QtTest>
#include <algorithm>
#include <atomic>
#include <cmath>

using namespace thetascope;

class StartingMapTest : public QObject {
    Q_OBJECT
private slots:
    void isAdaptiveSelection() {
        const ResolvedSettings settings = resolved(ThetaMode::timeFrequency);
        const Tiling grid = initialTiling(settings);
        ThreadPool pool(2);
        std::vector<double> octaves; // from 128 to 1023
        for (int k = 0; k <= 3; ++k)
            octaves.push_back(std::min(settings.thetaUpper,
                                       settings.thetaLower * std::exp2(std::log2(settings.thetaUpper / settings.thetaLower) * k / 3)));
        const Candidates candidates = makeCandidates(*m_scene.signal, settings, grid, octaves, pool);
        const RealFrames expected = tilingOf(candidates, selectByConcentration(candidates)).theta;
        const RealFrames chosen = selectTheta(*m_scene.signal, settings, grid, pool);
        QVERIFY((chosen == expected).all());
        QCOMPARE(chosen(25, 400), settings.thetaLower); // a click, 0.2 s, far above the tone
        QCOMPARE(chosen(90, 102), settings.thetaUpper); // the tone, 800 Hz, between clicks
    }

    /// One entry for many cells follows their energy: bins without the tone hold clicks alone.
    void otherModesFollowTheEnergy() {
        const RealFrames frames = chosenBy(ThetaMode::time), bins = chosenBy(ThetaMode::frequency), one = chosenBy(ThetaMode::shared);
        QCOMPARE(frames.rows(), Eigen::Index(188));
        QCOMPARE(frames.cols(), Eigen::Index(1));
        QCOMPARE(bins.rows(), Eigen::Index(1));
        QCOMPARE(bins.cols(), Eigen::Index(513));
        QCOMPARE(one.size(), Eigen::Index(1));
        QVERIFY(bins(0, 102) > 4 * bins(0, 400));
        QVERIFY(frames(15, 0) > 512 && one(0, 0) > 512); // the tone is louder than the clicks
    }

    void whatIsGivenWins() {
        Settings given = settingsOf(ThetaMode::shared);
        given.theta = 300;
        QVERIFY(std::abs(startOf(given, {}) - 300) < 1e-9);
        QVERIFY(std::abs(startOf(settingsOf(ThetaMode::shared), {RealFrames::Constant(1, 1, 200.0), {}}) - 200) < 1e-9);
        Settings constant = settingsOf(ThetaMode::shared);
        constant.thetaStart = ThetaStart::constant;
        QVERIFY(std::abs(startOf(constant, {}) - 512) < 1e-9);
        QVERIFY(std::abs(startOf(settingsOf(ThetaMode::shared), {}) - 512) > 1);
    }

    /// A descent that begins with the best of a list, cell by cell, ends below it.
    void aDescentFromTheListEndsBelowIt() {
        Settings settings = settingsOf(ThetaMode::timeFrequency);
        settings.thetaStart = ThetaStart::list;
        settings.thetaGrid = ThetaGrid{1, 1};
        settings.objective = "concentration+0.05*smoothness(log=1)";
        settings.support = 256;
        settings.hop = 128;
        settings.iterations = 30;
        const ResolvedSettings all = resolve(settings, m_scene.signal->length(), m_scene.signal->sampleRate);
        ThreadPool pool(2);
        const Tiling grid = initialTiling(all);
        const Objective objective = parseObjective(settings.objective).value();
        const Candidates candidates = makeCandidates(*m_scene.signal, all, grid, defaultThetaList(all), pool);
        const ThetaChoice fixed = bestFixed(candidates, objective).choice;
        const ThetaChoice frames = descendByCoordinates(candidates, objective, ThetaMode::time, fixed, pool).choice;
        const ScoredChoice list = descendByCoordinates(candidates, objective, ThetaMode::timeFrequency, frames, pool);
        QVERIFY((bestOfList(*m_scene.signal, all, grid, pool) == tilingOf(candidates, list.choice).theta).all());
        const DescentResult fromList = descend(m_scene.signal, settings, {});
        QVERIFY2(fromList.bestObjective < list.objective,
                 qPrintable(QString("%1, list %2").arg(fromList.bestObjective, 0, 'g', 9).arg(list.objective, 0, 'g', 9)));
    }

    /// Stopped while it chooses, a run ends with N/2 everywhere, and says so.
    void aStopDoesNotWaitForTheChoice() {
        for (const ThetaStart start : {ThetaStart::selection, ThetaStart::list}) {
            Settings settings = settingsOf(ThetaMode::timeFrequency);
            settings.thetaStart = start;
            if (start == ThetaStart::list) settings.thetaGrid = ThetaGrid{1, 1};
            std::atomic<int> asked = 0;
            DescentHooks hooks;
            hooks.mayContinue = [&] { return ++asked < 5; };
            const DescentResult result = descend(m_scene.signal, settings, {}, hooks);
            QCOMPARE(result.reason, StopReason::stopped);
            QCOMPARE(result.evaluations, 0);
            QVERIFY((result.bestTiling.theta - 512.0).abs().maxCoeff() < 1e-6);
            QVERIFY(std::isfinite(result.bestObjective));
            QCOMPARE(result.history.size(), std::size_t(1));
            QVERIFY(std::abs(result.history.front().thetaMean - 512) < 1e-6 && result.history.front().hopMean > 0);
            QVERIFY2(result.reasonText.starts_with("stopped before the first iteration"), result.reasonText.c_str());
        }
    }

    /// Entries chosen one by one don't survive the projection on a smooth map.
    void aListNeedsAnEntryPerCell() {
        Settings settings = settingsOf(ThetaMode::timeFrequency);
        settings.thetaStart = ThetaStart::list;
        const auto problems = [&] { return checkSettings(settings, {}, m_scene.signal->length(), m_scene.signal->sampleRate); };
        QCOMPARE(problems().size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(problems().front().field), QStringLiteral("theta-start"));
        settings.thetaGrid = ThetaGrid{1, 1};
        QVERIFY(problems().empty());
        settings.thetaGrid.reset();
        settings.thetaMode = ThetaMode::shared;
        QVERIFY(problems().empty());
    }

    /// Where nothing sounds every window is as good: not the shortest, between whose frames the sound would fall.
    void silenceTakesTheMiddle() {
        Signal signal = *m_scene.signal;
        std::fill(signal.samples.begin(), signal.samples.begin() + 6000, 0.0);
        ThreadPool pool(1);
        const ResolvedSettings settings = resolved(ThetaMode::timeFrequency);
        const RealFrames chosen = selectTheta(signal, settings, initialTiling(settings), pool);
        QVERIFY((chosen.row(10) == settings.theta0).all());
        QVERIFY((chosen.row(120) != settings.theta0).any());
    }

    void aResultsSettingsStartAgainWhereItDid() {
        Settings settings = settingsOf(ThetaMode::shared);
        settings.iterations = 0;
        const DescentResult first = descend(m_scene.signal, settings, {});
        const DescentResult again = descend(m_scene.signal, first.settings, {});
        QVERIFY((again.bestTiling.theta == first.bestTiling.theta).all());
    }

private:
    double startOf(Settings settings, const InitialArrays& arrays) const {
        settings.iterations = 0;
        return descend(m_scene.signal, settings, arrays).bestTiling.theta(0, 0);
    }
    static Settings settingsOf(ThetaMode mode) {
        Settings settings;
        settings.thetaMode = mode;
        settings.thetaStart = ThetaStart::selection;
        return settings;
    }
    ResolvedSettings resolved(ThetaMode mode) const {
        return resolve(settingsOf(mode), m_scene.signal->length(), m_scene.signal->sampleRate);
    }
    RealFrames chosenBy(ThetaMode mode) const {
        ThreadPool pool(2);
        const ResolvedSettings settings = resolved(mode);
        return selectTheta(*m_scene.signal, settings, initialTiling(settings), pool);
    }

    TruthScene m_scene = makeTruthScene("tone-clicks", std::nullopt, 0).value();
};

QTEST_APPLESS_MAIN(StartingMapTest)
#include "starting_map_test.moc"
