// SPDX-License-Identifier: GPL-3.0-or-later
// Training on made-up words: it learns, theta's gradient is what moves theta, and nothing but the seed matters.
#include "core/learn/train.h"
#include "tests/support/word_set.h"

#include <QtTest>
#include <cmath>
#include <new>

using namespace thetascope;
using namespace thetascope::testing;

namespace {

TrainData dataFor(const TrainSettings& settings, int perLabel = 40) {
    return makeTrainData(makeWordSet(perLabel, 1), settings).value();
}

TrainSettings shortSettings() {
    TrainSettings settings = wordSettings();
    settings.epochs = 4;
    return settings;
}

bool sameBits(const ClassifierParameters& a, const ClassifierParameters& b) {
    return (a.weights == b.weights).all() && a.theta == b.theta && a.running.mean == b.running.mean
           && a.running.variance == b.running.variance;
}

} // namespace

class TrainTest : public QObject {
    Q_OBJECT
private slots:
    void learnsAndBeatsChance() {
        const TrainSettings settings = wordSettings();
        const TrainResult result = train(dataFor(settings), settings);
        QCOMPARE(result.end, TrainEnd::finished);
        QVERIFY2(result.test.accuracy > 0.7, qPrintable(QString::number(result.test.accuracy))); // chance is 0.25
        QVERIFY(result.state.history.back().trainLoss < 0.5 * result.state.history.front().trainLoss);
        QCOMPARE(result.state.history.size(), std::size_t{20});
        QVERIFY(std::abs(std::log(result.model.theta / settings.theta)) > 0.1);
    }

    void threadsDontMatter() {
        TrainSettings settings = shortSettings();
        const TrainData data = dataFor(settings, 20);
        const TrainResult one = train(data, settings);
        settings.threads = 3;
        const TrainResult three = train(data, settings);
        QVERIFY(sameBits(one.state.parameters, three.state.parameters));
        QCOMPARE(one.test.loss, three.test.loss);
    }

    void seedsDo() {
        TrainSettings settings = shortSettings();
        const TrainData data = dataFor(settings, 20);
        const TrainResult one = train(data, settings);
        QVERIFY(sameBits(one.state.parameters, train(data, settings).state.parameters));
        settings.seed = 1;
        QVERIFY(!sameBits(one.state.parameters, train(data, settings).state.parameters));
    }

    void aResumedRunGivesTheSameBits() {
        const TrainSettings settings = shortSettings();
        const TrainData data = dataFor(settings, 20);
        const TrainResult whole = train(data, settings);
        TrainState saved;
        int batches = 0;
        TrainHooks hooks;
        hooks.onEpoch = [&](const TrainState& state) { saved = state; };
        hooks.stopRequested = [&] { return ++batches > 9; }; // in the middle of an epoch
        const TrainResult broken = train(data, settings, hooks);
        QCOMPARE(broken.end, TrainEnd::stopped);
        QVERIFY(saved.epoch >= 1 && saved.epoch < settings.epochs);
        QCOMPARE(broken.state.epoch, saved.epoch);
        QVERIFY(sameBits(broken.state.parameters, saved.parameters));
        const TrainResult resumed = train(data, settings, {}, &saved);
        QVERIFY(sameBits(whole.state.parameters, resumed.state.parameters));
        QVERIFY(sameBits(whole.model, resumed.model));
        QCOMPARE(resumed.modelEpoch, whole.modelEpoch);
        QCOMPARE(resumed.test.loss, whole.test.loss);
    }

    void aFixedThetaStays() {
        TrainSettings settings = shortSettings();
        settings.thetaRate = 0;
        const TrainData data = dataFor(settings, 20);
        const TrainResult result = train(data, settings);
        QCOMPARE(result.model.theta, settings.theta);
        // Features that are kept and features that aren't are the same.
        const PartEvaluation again = evaluatePart(data, settings, result.model, DataPart::test);
        QCOMPARE(again.loss, result.test.loss);
    }

    void patienceEndsATraining() {
        TrainSettings settings = shortSettings();
        settings.epochs = 50;
        settings.patience = 3;
        settings.rate = 0; // nothing gets better after the first epoch, but for the running statistics
        settings.thetaRate = 0;
        const TrainResult result = train(dataFor(settings, 20), settings);
        QCOMPARE(result.end, TrainEnd::patience);
        QCOMPARE(result.state.epoch, result.modelEpoch + 3);
    }

    void theBestModelIsKept() {
        TrainSettings settings = wordSettings();
        settings.rate = 0.05; // wild enough to get worse again
        const TrainData data = dataFor(settings, 30);
        const TrainResult result = train(data, settings);
        double best = INFINITY;
        for (const EpochRecord& record : result.state.history) best = std::min(best, record.validationLoss);
        QCOMPARE(result.validation.loss, best);
        QCOMPARE(result.state.history[static_cast<std::size_t>(result.modelEpoch - 1)].validationLoss, best);
    }

    /// Within an epoch after the first: what the whole epochs had learned is the result, and going on from it gives the same bits.
    void memoryThatRunsOutEndsIt() {
        const TrainSettings settings = shortSettings();
        const TrainData data = dataFor(settings, 20);
        TrainState saved;
        int steps = 0, from = 12;
        TrainHooks hooks;
        hooks.onEpoch = [&](const TrainState& state) { saved = state; };
        hooks.spoil = [&](ClassifierGradient&) {
            if (++steps >= from) throw std::bad_alloc();
        };
        const TrainResult result = train(data, settings, hooks);
        QCOMPARE(result.end, TrainEnd::outOfMemory);
        QVERIFY(result.state.epoch >= 1 && result.state.epoch < settings.epochs);
        QVERIFY(sameBits(result.state.parameters, saved.parameters));
        QVERIFY(result.reason.find("out of memory") != std::string::npos && result.reason.find("epoch") != std::string::npos);
        QVERIFY(sameBits(train(data, settings, {}, &result.state).model, train(data, settings).model));
        steps = 0;
        from = 1;
        QVERIFY_EXCEPTION_THROWN(train(data, settings, hooks), std::bad_alloc);
    }

    void numbersGoneBadEndIt() {
        const TrainSettings settings = shortSettings();
        TrainHooks hooks;
        int steps = 0;
        hooks.spoil = [&](ClassifierGradient& gradient) {
            if (++steps == 12) gradient.weights[5] = NAN;
        };
        const TrainResult result = train(dataFor(settings, 20), settings, hooks);
        QCOMPARE(result.end, TrainEnd::notFinite);
        QVERIFY(result.state.epoch >= 1);
        QVERIFY(result.model.weights.isFinite().all());
        QVERIFY(result.reason.find("epoch " + std::to_string(result.state.epoch + 1)) != std::string::npos);
    }

    void splits() {
        TrainSettings settings;
        LabelledSet set = makeWordSet(50, 1);
        const auto count = [&](DataPart part) {
            const std::vector<DataPart> parts = splitParts(set, settings);
            return std::count(parts.begin(), parts.end(), part);
        };
        QCOMPARE(count(DataPart::test), 4 * 5); // by index
        QCOMPARE(count(DataPart::validation), 4 * 5);
        QCOMPARE(splitParts(set, settings)[3], DataPart::test);
        QCOMPARE(splitParts(set, settings)[9], DataPart::validation);
        settings.validationShare = 0.2;
        QCOMPARE(count(DataPart::test), 4 * 5);
        QCOMPARE(count(DataPart::validation), 4 * 9);
        for (Example& example : set.examples) example.index.reset();
        settings.validationShare = 0;
        QCOMPARE(count(DataPart::test), 4 * 5);
        QCOMPARE(count(DataPart::validation), 4 * 5); // a tenth of 45, rounded
        const std::vector<DataPart> parts = splitParts(set, settings);
        settings.seed = 1;
        QVERIFY(splitParts(set, settings) != parts);
    }

    void permutedLabels() {
        TrainSettings settings = wordSettings();
        settings.permuteLabels = true;
        const TrainData data = dataFor(settings);
        int moved = 0;
        for (const int example : data.of(DataPart::training))
            moved += data.target[static_cast<std::size_t>(example)] != data.truth[static_cast<std::size_t>(example)] ? 1 : 0;
        QVERIFY(moved > 60); // of 120, 90 expected
        for (const int example : data.of(DataPart::test))
            QCOMPARE(data.target[static_cast<std::size_t>(example)], data.truth[static_cast<std::size_t>(example)]);
    }

    void aPartLeftEmptyIsAnError() {
        LabelledSet set = makeWordSet(4, 1); // all of them test
        const auto data = makeTrainData(set, {});
        QVERIFY(!data.ok());
        QCOMPARE(data.error().kind, ErrorKind::input);
    }

    void confusionCounts() {
        const TrainSettings settings = shortSettings();
        const TrainData data = dataFor(settings, 20);
        const TrainResult result = train(data, settings);
        const ConfusionMatrix matrix = confusionOf(data, result.test);
        int all = 0, right = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            right += matrix.at(i, i);
            for (std::size_t j = 0; j < 4; ++j) all += matrix.at(i, j);
        }
        QCOMPARE(all, 20);
        QCOMPARE(right, static_cast<int>(std::lround(result.test.accuracy * 20)));
    }
};

QTEST_APPLESS_MAIN(TrainTest)
#include "train_test.moc"
