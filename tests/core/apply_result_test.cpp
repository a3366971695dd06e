// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/apply_result.h"

#include <QTest>

using namespace thetascope;

namespace {

constexpr double rate = 1000;
constexpr int length = 500;

/// As a result of N = 64 holds it, hop 10 at the start and `hop` in the end.
LearnedParameters learned(ThetaMode mode, double hop = 10) {
    LearnedParameters result;
    result.settings.support = 64;
    result.settings.hop = 10;
    result.settings.thetaMode = mode;
    result.settings.window = "gaussian";
    result.settings.objective = "renyi";
    result.sampleRate = rate;
    result.signalLength = length;
    ResolvedSettings resolved = resolve(result.settings, length, rate);
    result.tiling = initialTiling(resolved);
    result.tiling.positions = framePositions(FrameLayout::cover, 64, hop, resolved.T);
    result.tiling.theta = 20 + 0.01 * RealFrames::Random(result.tiling.theta.rows(), result.tiling.theta.cols());
    return result;
}

} // namespace

class ApplyResultTest : public QObject {
    Q_OBJECT
private slots:
    void theTransformComesAndTheRestStays() {
        Settings own;
        own.objective = "lp_over_lq";
        own.startSeconds = 3;
        const Settings settings = withTransformOf(learned(ThetaMode::frequency), own);
        QCOMPARE(settings.support, std::optional(64));
        QCOMPARE(settings.window, std::string("gaussian"));
        QVERIFY(settings.thetaMode == ThetaMode::frequency);
        QCOMPARE(settings.objective, std::string("lp_over_lq"));
        QCOMPARE(settings.startSeconds, std::optional(3.0));
    }

    void whatFitsWhere_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<double>("hop");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("fits");
        for (int mode = 0; mode < 4; ++mode) {
            const bool anywhere = mode == 0 || mode == 2; // shared, frequency
            for (const double hop : {10.0, 7.25}) {
                QTest::addRow("%d, hop %g, same", mode, hop) << mode << hop << length << true;
                QTest::addRow("%d, hop %g, as many frames", mode, hop) << mode << hop << length + 9 << true;
                QTest::addRow("%d, hop %g, longer", mode, hop) << mode << hop << length + 10 << anywhere;
                QTest::addRow("%d, hop %g, shorter", mode, hop) << mode << hop << 77 << anywhere;
            }
        }
    }
    void whatFitsWhere() {
        QFETCH(int, mode);
        QFETCH(double, hop);
        QFETCH(int, length);
        QFETCH(bool, fits);
        const LearnedParameters result = learned(static_cast<ThetaMode>(mode), hop);
        const Problems problems = checkApplied(result, length, rate);
        QCOMPARE(problems.empty(), fits);
        if (!fits) {
            QVERIFY(problems[0].field == "apply" && problems[0].message.find("choose a region of 0.5 s") != std::string::npos);
            return;
        }
        const Settings settings = withTransformOf(result, {});
        const InitialArrays arrays = arraysOf(result);
        const Problems others = checkSettings(settings, arrays, length, rate);
        QVERIFY2(others.empty(), others.empty() ? "" : others[0].message.c_str());
        const Tiling tiling = startingTiling(resolveWith(settings, arrays, length, rate), arrays);
        QVERIFY((tiling.theta == result.tiling.theta).all());
        for (int i = 0; i < std::min(tiling.frames(), result.tiling.frames()); ++i)
            QVERIFY(std::abs(tiling.positions[i] - result.tiling.positions[i]) < 1e-6);
    }

    void unevenPositionsBelongToTheirFrames() {
        LearnedParameters result = learned(ThetaMode::shared);
        result.tiling.positions[3] += 2;
        QVERIFY(checkApplied(result, length + 5, rate).empty());
        QVERIFY((arraysOf(result).positions.value() == result.tiling.positions).all());
        const Problems problems = checkApplied(result, length + 10, rate);
        QVERIFY(problems.size() == 1 && problems[0].message.find("positions of 51 frames, but here are 52") != std::string::npos);
    }

    void anotherSampleRateIsRefused() {
        const Problems problems = checkApplied(learned(ThetaMode::shared), length, 2 * rate);
        QVERIFY(problems.size() == 1 && problems[0].message.find("1000 Hz, but here are 2000 Hz") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ApplyResultTest)
#include "apply_result_test.moc"
