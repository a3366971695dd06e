// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/demo_signals.h"
#include "core/run/descent.h"
#include "core/run/loss.h"

#include <QTest>
#include <cmath>

using namespace thetascope;

namespace {

std::shared_ptr<const Signal> shockSignal() {
    auto signal = std::make_shared<Signal>();
    signal->samples = shocks(0);
    signal->sampleRate = 1000;
    return signal;
}

/// Experiment C.1.2 on a smaller support.
Settings experiment() {
    Settings settings;
    settings.support = 512;
    settings.hop = 200;
    settings.frames = FrameLayout::inside;
    settings.thetaMode = ThetaMode::time;
    settings.thetaGrid = ThetaGrid{1, 1};
    settings.theta = 180;
    settings.thetaMin = 10;
    settings.positionMode = PositionMode::frames;
    settings.objective = "kurtosis(inverse=1)-1e-6*coverage";
    settings.combine = Combine::common;
    settings.precision = Precision::doublePrecision;
    settings.step = 0.02;
    settings.iterations = 60;
    return settings;
}

} // namespace

class CombineTest : public QObject {
    Q_OBJECT
private slots:
    void gradientsOfTermsAddUp_data() {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < 4; ++mode) QTest::addRow("mode %d", mode) << mode;
    }
    void gradientsOfTermsAddUp() {
        QFETCH(int, mode);
        Settings settings = experiment();
        settings.support = 64;
        settings.theta = 30;
        settings.thetaMode = static_cast<ThetaMode>(mode);
        settings.objective = "entropy-2*coverage+0.5*renyi(alpha=3)+0.01*smoothness";
        const auto signal = shockSignal();
        const ResolvedSettings resolved = resolve(settings, signal->length(), signal->sampleRate);
        const Tiling tiling = initialTiling(resolved);
        ThreadPool pool(1);
        const auto loss = makeTermwiseLoss(signal, resolved, pool);
        TilingGradient sum;
        const double value = loss->gradient(tiling, sum);
        std::vector<TilingGradient> parts;
        QVERIFY(std::abs(loss->gradients(tiling, parts) - value) < 1e-12 * std::abs(value));
        QCOMPARE(parts.size(), std::size_t{4});
        QCOMPARE(loss->terms().size(), std::size_t{4});
        for (const TilingGradient& part : parts) {
            sum.theta -= part.theta;
            sum.positions -= part.positions;
        }
        QVERIFY(sum.theta.abs().maxCoeff() < 1e-12);
        QVERIFY(sum.positions.abs().maxCoeff() < 1e-12);
    }

    void bothImproveWhateverTheirWeights() {
        const DescentResult common = descend(shockSignal(), experiment(), {});
        Settings plain = experiment();
        plain.combine = Combine::sum;
        const DescentResult sum = descend(shockSignal(), plain, {});
        const auto& first = common.history.front().terms;
        QVERIFY(common.scores.terms[0].value < 0.98 * first[0].value); // 1000 / K
        QVERIFY(common.scores.terms[1].value > first[1].value + 0.02); // coverage, though its weight is 1e-6
        QVERIFY(sum.scores.terms[1].value < common.scores.terms[1].value);
    }

    void aTermThatHasNothingToSayIsLeftOut() {
        Settings settings = experiment();
        settings.objective = "kurtosis(inverse=1)+smoothness"; // a shared theta has nothing to smooth
        settings.thetaMode = ThetaMode::shared;
        const DescentResult common = descend(shockSignal(), settings, {});
        settings.combine = Combine::sum;
        const DescentResult sum = descend(shockSignal(), settings, {});
        QVERIFY(sum.bestObjective < 0.9 * sum.initialObjective);
        QVERIFY(sum.initialObjective - common.bestObjective > 0.5 * (sum.initialObjective - sum.bestObjective));
    }
};

QTEST_APPLESS_MAIN(CombineTest)
#include "combine_test.moc"
