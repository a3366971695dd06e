// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/train.h"

#include "core/learn/seeds.h"
#include "core/learn/shuffle.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

namespace thetascope {

namespace {

/// Features of a fixed theta are computed once if they fit into this.
constexpr std::size_t featureBudgetBytes = std::size_t{512} << 20;
constexpr std::uint64_t weightsPurpose = 1, orderPurpose = 2, dropoutPurpose = 3;

class Training {
public:
    Training(const TrainData& data, const TrainSettings& settings, const TrainHooks& hooks)
        : m_data(data), m_settings(settings), m_hooks(hooks), m_pool(settings.threads),
          m_classifier(settings, static_cast<int>(data.labels.size()), m_pool) {
        if (m_settings.thetaRate == 0) keepFeatures();
    }

    TrainResult run(const TrainState* resumed) {
        if (resumed != nullptr) m_state = *resumed;
        else begin();
        TrainResult result;
        result.end = loop();
        result.reason = reasonOf(result.end);
        result.modelEpoch = m_state.bestEpoch;
        result.model = m_state.bestEpoch > 0 ? m_state.best : m_state.parameters;
        result.state = m_state;
        result.training = evaluate(result.model, m_data.of(DataPart::training), m_data.truth);
        result.validation = evaluate(result.model, m_data.of(DataPart::validation), m_data.truth);
        result.test = evaluate(result.model, m_data.of(DataPart::test), m_data.truth);
        return result;
    }

    PartEvaluation evaluate(const ClassifierParameters& model, const std::vector<int>& examples, const std::vector<int>& labels) {
        PartEvaluation evaluation;
        evaluation.examples = examples;
        if (examples.empty()) return evaluation;
        const BatchOutcome outcome = m_classifier.predict(model, batchOf(examples, 0, examples.size(), labels), evaluation.probabilities);
        evaluation.loss = outcome.loss;
        evaluation.accuracy = static_cast<double>(outcome.right) / static_cast<double>(examples.size());
        const auto classes = static_cast<std::ptrdiff_t>(m_classifier.classes());
        for (auto row = evaluation.probabilities.begin(); row != evaluation.probabilities.end(); row += classes)
            evaluation.predicted.push_back(static_cast<int>(std::max_element(row, row + classes) - row));
        return evaluation;
    }

private:
    void begin() {
        m_state.parameters = m_classifier.initial(derivedSeed(m_settings.seed, weightsPurpose));
        m_state.best = m_state.parameters;
        m_state.weightsAdam = AdamState(m_state.parameters.weights.size());
        m_state.thetaAdam = AdamState(1);
    }

    void keepFeatures() {
        const auto cells = static_cast<std::size_t>(m_classifier.frames()) * static_cast<std::size_t>(m_classifier.bins());
        if (cells * m_data.clips.size() * sizeof(float) > featureBudgetBytes) return;
        m_features.resize(m_data.clips.size());
        for (std::size_t i = 0; i < m_features.size(); ++i) {
            m_features[i].resize(cells);
            m_classifier.features(m_settings.theta, m_data.clips[i].data(), m_features[i].data());
        }
    }

    Batch<float> batchOf(const std::vector<int>& examples, std::size_t begin, std::size_t end, const std::vector<int>& labels) const {
        Batch<float> batch;
        for (std::size_t i = begin; i < end; ++i) {
            const auto example = static_cast<std::size_t>(examples[i]);
            batch.clips.push_back(m_data.clips[example].data());
            if (!m_features.empty()) batch.features.push_back(m_features[example].data());
            batch.labels.push_back(labels[example]);
        }
        return batch;
    }

    TrainEnd loop() {
        while (m_state.epoch < m_settings.epochs) {
            if (m_settings.patience > 0 && m_state.epoch - m_state.bestEpoch >= m_settings.patience) return TrainEnd::patience;
            TrainState before = m_state;
            const auto end = wholeEpoch();
            if (end == TrainEnd::finished) continue;
            m_state = std::move(before);
            return end;
        }
        return TrainEnd::finished;
    }

    TrainEnd wholeEpoch() {
        const int before = m_state.epoch;
        try {
            return epoch();
        } catch (const std::bad_alloc&) {
            if (before == 0) throw; // nothing learned
            return TrainEnd::outOfMemory;
        }
    }

    /// finished: the epoch is.
    TrainEnd epoch() {
        const auto start = std::chrono::steady_clock::now();
        std::vector<int> order = m_data.of(DataPart::training);
        shuffle(order, derivedSeed(m_settings.seed, orderPurpose, static_cast<std::uint64_t>(m_state.epoch)));
        const std::size_t size = static_cast<std::size_t>(m_settings.batch), batches = (order.size() + size - 1) / size;
        double loss = 0, right = 0;
        for (std::size_t b = 0; b < batches; ++b) {
            if (m_hooks.stopRequested && m_hooks.stopRequested()) return TrainEnd::stopped;
            const std::size_t begin = b * size, end = std::min(begin + size, order.size());
            const BatchOutcome outcome = step(batchOf(order, begin, end, m_data.target), m_state.epoch * batches + b, batches);
            loss += outcome.loss * static_cast<double>(end - begin);
            right += outcome.right;
            if (!std::isfinite(outcome.loss) || !m_state.parameters.weights.isFinite().all() || !std::isfinite(m_state.parameters.theta))
                return TrainEnd::notFinite;
            if (m_hooks.onBatch)
                m_hooks.onBatch({m_state.epoch + 1, static_cast<int>(b + 1), static_cast<int>(batches),
                                 loss / static_cast<double>(end), m_state.parameters.theta}, m_state.parameters);
        }
        const auto count = static_cast<double>(order.size());
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        conclude(loss / count, right / count, passed.count());
        return TrainEnd::finished;
    }

    BatchOutcome step(const Batch<float>& batch, std::size_t index, std::size_t batchesPerEpoch) {
        ClassifierParameters& p = m_state.parameters;
        ClassifierGradient gradient;
        const BatchOutcome outcome = m_classifier.step(p, batch, derivedSeed(m_settings.seed, dropoutPurpose, index), gradient);
        if (m_hooks.spoil) m_hooks.spoil(gradient);
        const double decay = cosineDecay(static_cast<double>(index), static_cast<double>(batchesPerEpoch) * m_settings.epochs);
        m_state.weightsAdam.advance(p.weights, gradient.weights, m_settings.rate * decay);
        if (m_settings.thetaRate > 0) {
            Vector logTheta = Vector::Constant(1, std::log(p.theta));
            m_state.thetaAdam.advance(logTheta, Vector::Constant(1, gradient.theta * p.theta), m_settings.thetaRate * decay);
            p.theta = std::clamp(std::exp(logTheta[0]), m_settings.thetaMin, m_settings.thetaMax());
        }
        follow(p.running, outcome.statistics, static_cast<double>(batch.size()) * m_classifier.frames() * m_classifier.bins());
        return outcome;
    }

    void conclude(double loss, double accuracy, double seconds) {
        const PartEvaluation validation = evaluate(m_state.parameters, m_data.of(DataPart::validation), m_data.target);
        ++m_state.epoch;
        if (validation.loss < m_state.bestLoss) {
            m_state.bestLoss = validation.loss;
            m_state.bestEpoch = m_state.epoch;
            m_state.best = m_state.parameters;
        }
        m_state.history.push_back(
            {m_state.epoch, loss, accuracy, validation.loss, validation.accuracy, m_state.parameters.theta, seconds});
        if (m_hooks.onValidated) m_hooks.onValidated(m_state.history.back(), validation);
        if (m_hooks.onEpoch) m_hooks.onEpoch(m_state);
    }

    std::string reasonOf(TrainEnd end) const {
        const std::string epochs = std::to_string(m_state.epoch) + (m_state.epoch == 1 ? " epoch" : " epochs");
        switch (end) {
        case TrainEnd::finished: return "all " + epochs + " done";
        case TrainEnd::patience:
            return "no better validation loss for " + std::to_string(m_settings.patience) + " epochs, after " + epochs;
        case TrainEnd::stopped: return "stopped after " + epochs;
        case TrainEnd::notFinite:
            return "a loss or weight stopped being a number in epoch " + std::to_string(m_state.epoch + 1)
                   + "; choose smaller rates";
        case TrainEnd::outOfMemory: return "out of memory after " + epochs + "; shorter clips, a longer hop or fewer recordings take less";
        }
        return {};
    }

    const TrainData& m_data;
    const TrainSettings& m_settings;
    const TrainHooks& m_hooks;
    ThreadPool m_pool;
    Classifier<float> m_classifier;
    std::vector<std::vector<float>> m_features; ///< of every example where theta is fixed; else empty
    TrainState m_state;
};

} // namespace

TrainResult train(const TrainData& data, const TrainSettings& settings, const TrainHooks& hooks, const TrainState* resumed) {
    return Training(data, settings, hooks).run(resumed);
}

PartEvaluation evaluatePart(const TrainData& data, const TrainSettings& settings, const ClassifierParameters& model, DataPart part) {
    TrainSettings joint = settings;
    joint.thetaRate = 1; // no features are kept: the model's theta is what counts
    const TrainHooks none;
    return Training(data, joint, none).evaluate(model, data.of(part), data.truth);
}

ConfusionMatrix confusionOf(const TrainData& data, const PartEvaluation& evaluation) {
    ConfusionMatrix matrix{data.labels, std::vector<int>(data.labels.size() * data.labels.size())};
    for (std::size_t i = 0; i < evaluation.examples.size(); ++i) {
        const auto truth = static_cast<std::size_t>(data.truth[static_cast<std::size_t>(evaluation.examples[i])]);
        ++matrix.counts[truth * data.labels.size() + static_cast<std::size_t>(evaluation.predicted[i])];
    }
    return matrix;
}

} // namespace thetascope
