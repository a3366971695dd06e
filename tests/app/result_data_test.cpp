// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/result_data.h"

#include "core/model/demo_signals.h"

#include <QtTest>

#include <cmath>

using namespace thetascope;

namespace {

std::shared_ptr<const Signal> signal() {
    return *extractSignal(*makeDemo("shocks", 0), "mix", 0.5, 1.5);
}

Settings settings() {
    Settings settings;
    settings.support = 64;
    settings.thetaMode = ThetaMode::time;
    settings.objective = "entropy";
    settings.iterations = 3;
    settings.stop = StopMode::none;
    settings.precision = Precision::doublePrecision;
    return settings;
}

} // namespace

class ResultDataTest : public QObject {
    Q_OBJECT

private slots:
    void descents();
    void evaluations();
    void reasonsHaveNames();
};

void ResultDataTest::descents() {
    const DescentResult result = descend(signal(), settings(), {});
    const ResultData data = resultData(result);
    QCOMPARE(data.iterations, 3);
    QCOMPARE(data.stopReason, std::string("iterations"));
    QCOMPARE(data.history.size(), std::size_t(4));
    QCOMPARE(data.initialObjective, result.initialObjective);
    QCOMPARE(data.bestObjective, result.bestObjective);
    QCOMPARE(data.spectrogram, result.best);
    QVERIFY(data.bestObjective < data.initialObjective);
    QVERIFY(!data.gradient);
    QVERIFY(!data.reconstructionSnrDb);
}

void ResultDataTest::evaluations() {
    const Evaluation plain = evaluate(signal(), settings(), {}, false);
    QVERIFY(!resultData(plain).gradient);
    const Evaluation evaluation = evaluate(signal(), settings(), {}, true);
    const ResultData data = resultData(evaluation);
    QCOMPARE(data.iterations, 0);
    QCOMPARE(data.stopReason, std::string("evaluated"));
    QCOMPARE(data.history.size(), std::size_t(1));
    QCOMPARE(data.history.front().objective, evaluation.scores.objective);
    QCOMPARE(data.history.front().hopMean, 4.0);
    QVERIFY(std::isnan(data.history.front().gradientNorm));
    QCOMPARE(data.bestObjective, data.initialObjective);
    QVERIFY(data.gradient.has_value());
    QCOMPARE(data.gradient->theta.size(), evaluation.spectrogram->tiling.theta.size());
    QCOMPARE(data.gradientHop, evaluation.gradientHop);
}

void ResultDataTest::reasonsHaveNames() {
    QCOMPARE(stopReasonName(StopReason::plateau), "plateau");
    QCOMPARE(stopReasonName(StopReason::iterationCap), "iterations");
    QCOMPARE(stopReasonName(StopReason::stopped), "stopped");
    QCOMPARE(stopReasonName(StopReason::notFinite), "not finite");
    QCOMPARE(stopReasonName(StopReason::failed), "failed");
}

QTEST_APPLESS_MAIN(ResultDataTest)
#include "result_data_test.moc"
