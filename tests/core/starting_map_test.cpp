// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/local_concentration.h"
#include "core/model/truth_scenes.h"
#include "core/run/descent.h"
#include "core/run/starting_map.h"

#include <QtTest>

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
        ThreadPool pool(1);
        Settings given = settingsOf(ThetaMode::shared);
        given.theta = 300;
        const auto startOf = [&](const Settings& settings, const InitialArrays& arrays) {
            const ResolvedSettings all = resolve(settings, m_scene.signal->length(), m_scene.signal->sampleRate);
            return descentStart(*m_scene.signal, all, arrays, pool).theta(0, 0);
        };
        QCOMPARE(startOf(given, {}), 300.0);
        QCOMPARE(startOf(settingsOf(ThetaMode::shared), {RealFrames::Constant(1, 1, 200.0), {}}), 200.0);
        Settings constant = settingsOf(ThetaMode::shared);
        constant.thetaStart = ThetaStart::constant;
        QCOMPARE(startOf(constant, {}), 512.0);
        QVERIFY(startOf(settingsOf(ThetaMode::shared), {}) != 512);
    }

    void aResultsSettingsStartAgainWhereItDid() {
        Settings settings = settingsOf(ThetaMode::shared);
        settings.iterations = 0;
        const DescentResult first = descend(m_scene.signal, settings, {});
        const DescentResult again = descend(m_scene.signal, first.settings, {});
        QVERIFY((again.bestTiling.theta == first.bestTiling.theta).all());
    }

private:
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
