// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/grid_search.h"
#include "core/choice/list_descent.h"
#include "core/choice/local_concentration.h"

#include "core/model/random.h"
#include "core/run/descent.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <numbers>

using namespace thetascope;

Q_DECLARE_METATYPE(thetascope::ThetaMode)

namespace {

/// A tone, a click and a little noise: short windows suit the click, long ones the tone.
std::shared_ptr<const Signal> toneAndClick() {
    constexpr int length = 700, click = 350;
    auto signal = std::make_shared<Signal>();
    signal->sampleRate = 1000;
    Random random(1);
    for (int k = 0; k < length; ++k)
        signal->samples.push_back(0.2 * std::sin(2 * std::numbers::pi * 0.11 * k) + 0.01 * random.gaussian() + (k == click ? 4 : 0));
    return signal;
}

Settings settingsOf(const std::string& objective) {
    Settings settings;
    settings.support = 64;
    settings.hop = 16;
    settings.theta = 32;
    settings.objective = objective;
    settings.thetaMode = ThetaMode::shared;
    settings.threads = 1;
    settings.precision = Precision::doublePrecision;
    return settings;
}

struct Fixture {
    std::shared_ptr<const Signal> signal = toneAndClick();
    ThreadPool pool{1};
    ResolvedSettings settings;
    Tiling grid;
    Objective objective;
    Candidates candidates;

    explicit Fixture(const std::string& expression = "entropy", std::vector<double> thetas = {8, 16, 32, 63})
        : settings(resolve(settingsOf(expression), signal->length(), signal->sampleRate)), grid(initialTiling(settings)),
          objective(parseObjective(expression).value()),
          candidates(makeCandidates(*signal, settings, grid, std::move(thetas), pool)) {}

    /// The objective by a transform of its own, at the choice's thetas.
    double exactly(const ThetaChoice& choice) const {
        Settings asked = settings;
        asked.thetaMode = choice.mode;
        InitialArrays arrays;
        arrays.theta = tilingOf(candidates, choice).theta;
        return evaluate(signal, asked, arrays, false).scores.objective;
    }
};

ThetaChoice randomChoice(const Candidates& candidates, ThetaMode mode, std::uint64_t seed) {
    Random random(seed);
    ThetaChoice choice{mode, {}};
    choice.index.resize(thetaRows(mode, candidates.grid.frames()), thetaCols(mode, candidates.grid.bins()));
    for (int& k : choice.index.reshaped())
        k = static_cast<int>(random.uniform() * candidates.count());
    return choice;
}

} // namespace

class BaselinesTest : public QObject {
    Q_OBJECT
private slots:
    void listsStayWithinTheBounds();
    void choicesScoreAsTheirOwnTransform_data();
    void choicesScoreAsTheirOwnTransform();
    void gridMinimumIsBruteForce();
    void bestFixedIsBruteForce();
    void coordinateDescentEndsWhereNoSingleChangeHelps_data();
    void coordinateDescentEndsWhereNoSingleChangeHelps();
    void perCellIsAtLeastAsGoodAsPerFrame();
    void perFrameIsBruteForceOnTwoFrames();
    void concentrationFollowsTheSound();
    void concentrationIsOneWithOneCandidate();
    void silenceIsChosenToo();
};

void BaselinesTest::listsStayWithinTheBounds() {
    ResolvedSettings settings;
    settings.thetaLower = 4;
    settings.thetaUpper = 2047;
    QCOMPARE(defaultThetaList(settings), (std::vector<double>{64, 128, 256, 512, 1024, 2047}));
    settings.thetaUpper = 1023;
    QCOMPARE(defaultThetaList(settings), (std::vector<double>{64, 128, 256, 512, 1023}));
    settings.thetaUpper = 8191;
    QCOMPARE(defaultThetaList(settings), (std::vector<double>{64, 128, 256, 512, 1024, 2048, 4096}));
    settings.thetaUpper = 31;
    QCOMPARE(defaultThetaList(settings), (std::vector<double>{31}));
    settings.thetaLower = 16;
    settings.thetaUpper = 64;
    const std::vector<double> grid = thetaGridOf(settings, 3);
    QCOMPARE(grid.front(), 16.0);
    QVERIFY(std::abs(grid[1] - 32) < 1e-12);
    QVERIFY(std::abs(grid[2] - 64) < 1e-12 && grid[2] <= 64);
}

void BaselinesTest::choicesScoreAsTheirOwnTransform_data() {
    QTest::addColumn<ThetaMode>("mode");
    QTest::addColumn<QString>("expression");
    const std::pair<const char*, ThetaMode> modes[] = {{"shared", ThetaMode::shared},
                                                       {"time", ThetaMode::time},
                                                       {"frequency", ThetaMode::frequency},
                                                       {"time-frequency", ThetaMode::timeFrequency}};
    for (const auto& [name, mode] : modes)
        for (const char* expression : {"entropy", "entropy+0.3*smoothness(log=1)"})
            QTest::addRow("%s %s", name, expression) << mode << QString(expression);
}

void BaselinesTest::choicesScoreAsTheirOwnTransform() {
    QFETCH(ThetaMode, mode);
    QFETCH(QString, expression);
    const Fixture f(expression.toStdString());
    const ThetaChoice choice = randomChoice(f.candidates, mode, 3);
    const double score = scoreOf(f.candidates, choice, f.objective);
    QVERIFY(score > 1);
    QVERIFY2(std::abs(score - f.exactly(choice)) < 1e-10, qPrintable(QString::number(score - f.exactly(choice))));
}

void BaselinesTest::gridMinimumIsBruteForce() {
    Fixture f;
    const std::vector<double> thetas = thetaGridOf(f.settings, 40);
    const ThetaLandscape landscape = searchGrid(f.signal, f.settings, f.grid, thetas, f.pool);
    QCOMPARE(landscape.thetas, thetas);
    double least = 1e300, bestTheta = 0;
    for (const double theta : thetas) {
        Settings settings = f.settings;
        settings.theta = theta;
        const double value = evaluate(f.signal, settings, {}, false).scores.objective;
        if (value < least) {
            least = value;
            bestTheta = theta;
        }
    }
    QCOMPARE(landscape.bestTheta(), bestTheta);
    QCOMPARE(landscape.bestObjective(), least);
    QVERIFY(*std::max_element(landscape.objective.begin(), landscape.objective.end()) > least + 0.1); // there was something to find
    int asked = 0;
    QCOMPARE(searchGrid(f.signal, f.settings, f.grid, thetas, f.pool, [&] { return ++asked > 2; }).thetas.size(), std::size_t(3));
    QVERIFY_EXCEPTION_THROWN(searchGrid(f.signal, f.settings, f.grid, {}, f.pool), std::invalid_argument);
}

void BaselinesTest::bestFixedIsBruteForce() {
    Fixture f;
    const ScoredChoice best = bestFixed(f.candidates, f.objective);
    const ThetaLandscape landscape = searchGrid(f.signal, f.settings, f.grid, f.candidates.thetas, f.pool);
    QCOMPARE(best.choice.index(0, 0), landscape.best);
    QVERIFY(std::abs(best.objective - landscape.bestObjective()) < 1e-12);
}

void BaselinesTest::coordinateDescentEndsWhereNoSingleChangeHelps_data() {
    QTest::addColumn<ThetaMode>("mode");
    QTest::addColumn<QString>("expression");
    for (const char* expression : {"entropy", "entropy+0.05*smoothness(log=1)", "entropy+0.001*smoothness", "entropy+0.05*smoothness(neighbours=4,log=1)",
                                   "concentration", "concentration(alpha=2,frames=1,bins=3,power=1)+0.05*smoothness(log=1)"}) {
        QTest::addRow("time %s", expression) << ThetaMode::time << QString(expression);
        QTest::addRow("frequency %s", expression) << ThetaMode::frequency << QString(expression);
        QTest::addRow("time-frequency %s", expression) << ThetaMode::timeFrequency << QString(expression);
    }
}

/// By full evaluations: were the increments wrong, some single change would still help.
void BaselinesTest::coordinateDescentEndsWhereNoSingleChangeHelps() {
    QFETCH(ThetaMode, mode);
    QFETCH(QString, expression);
    const Fixture f(expression.toStdString());
    const ScoredChoice fixed = bestFixed(f.candidates, f.objective);
    const ScoredChoice best = descendByCoordinates(f.candidates, f.objective, mode, fixed.choice, f.pool);
    QVERIFY(best.objective < fixed.objective);
    QVERIFY(std::abs(best.objective - f.exactly(best.choice)) < 1e-10);
    QVERIFY(best.sweeps > 1 && best.sweeps < 50);
    ThetaChoice other = best.choice;
    const Eigen::Index entries = other.index.size(), stride = std::max<Eigen::Index>(1, entries / 60);
    for (Eigen::Index e = 0; e < entries; e += stride) {
        const int kept = other.index.data()[e];
        for (int k = 0; k < f.candidates.count(); ++k) {
            other.index.data()[e] = k;
            const double value = scoreOf(f.candidates, other, f.objective);
            QVERIFY2(value >= best.objective - 1e-11, qPrintable(QString("entry %1: %2").arg(e).arg(value - best.objective)));
        }
        other.index.data()[e] = kept;
    }
}

void BaselinesTest::perCellIsAtLeastAsGoodAsPerFrame() {
    const Fixture f;
    const ScoredChoice fixed = bestFixed(f.candidates, f.objective);
    const ScoredChoice frames = descendByCoordinates(f.candidates, f.objective, ThetaMode::time, fixed.choice, f.pool);
    const ScoredChoice cells = descendByCoordinates(f.candidates, f.objective, ThetaMode::timeFrequency, frames.choice, f.pool);
    QVERIFY(frames.objective < fixed.objective);
    QVERIFY(cells.objective < frames.objective);
}

void BaselinesTest::perFrameIsBruteForceOnTwoFrames() {
    Fixture f;
    Tiling two = f.grid;
    two.positions = Vector(2);
    two.positions << 300, 500; // on the click, on the tone alone
    const Candidates candidates = makeCandidates(*f.signal, f.settings, two, {8, 16, 32, 63}, f.pool);
    double least = 1e300;
    for (int a = 0; a < 4; ++a)
        for (int b = 0; b < 4; ++b) {
            ThetaChoice choice{ThetaMode::time, FrameArray<int>(2, 1)};
            choice.index << a, b;
            least = std::min(least, scoreOf(candidates, choice, f.objective));
        }
    const ScoredChoice best =
        descendByCoordinates(candidates, f.objective, ThetaMode::time, bestFixed(candidates, f.objective).choice, f.pool);
    QVERIFY(std::abs(best.objective - least) < 1e-12);
}

void BaselinesTest::concentrationFollowsTheSound() {
    const Fixture f;
    const ThetaChoice choice = selectByConcentration(f.candidates, {3, 1});
    const auto frameAt = [&](double sample) {
        int nearest = 0;
        for (int i = 0; i < f.grid.frames(); ++i)
            if (std::abs(f.grid.centre(i) - sample) < std::abs(f.grid.centre(nearest) - sample)) nearest = i;
        return nearest;
    };
    const int toneBin = 7; // 0.11 * 64
    QCOMPARE(choice.index(frameAt(150), toneBin), 3);         // the longest on the tone
    QVERIFY(choice.index(frameAt(350), f.grid.bins() - 6) < 2); // short ones on the click
}

void BaselinesTest::concentrationIsOneWithOneCandidate() {
    const Fixture f("entropy", {32});
    const ThetaChoice choice = selectByConcentration(f.candidates);
    QVERIFY((choice.index == 0).all());
    const ScoredChoice cells =
        descendByCoordinates(f.candidates, f.objective, ThetaMode::timeFrequency, bestFixed(f.candidates, f.objective).choice,
                             f.pool);
    QVERIFY((cells.choice.index == 0).all());
    QCOMPARE(cells.sweeps, 1);
}

void BaselinesTest::silenceIsChosenToo() {
    Fixture f;
    Signal silence;
    silence.samples.assign(700, 0.0);
    silence.sampleRate = 1000;
    const Candidates candidates = makeCandidates(silence, f.settings, f.grid, {8, 16}, f.pool);
    QVERIFY((selectByConcentration(candidates).index == 0).all());
    const ScoredChoice fixed = bestFixed(candidates, f.objective);
    QCOMPARE(fixed.objective, 0.0);
    QCOMPARE(descendByCoordinates(candidates, f.objective, ThetaMode::timeFrequency, fixed.choice, f.pool).objective, 0.0);
}

QTEST_APPLESS_MAIN(BaselinesTest)
#include "baselines_test.moc"
