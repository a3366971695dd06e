// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/adam_state.h"
#include "core/learn/classifier.h"
#include "core/learn/split.h"
#include "core/model/training.h"

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace thetascope {

/// Where a training stands after a number of whole epochs: with the settings and the data, all that going on needs, to the bit.
struct TrainState {
    int epoch = 0; ///< epochs done
    ClassifierParameters parameters, best;
    AdamState weightsAdam, thetaAdam;
    int bestEpoch = 0; ///< 0: none yet
    double bestLoss = std::numeric_limits<double>::infinity(); ///< validation, of `best`
    std::vector<EpochRecord> history;
};

enum class TrainEnd {
    finished, ///< all epochs
    patience, ///< the validation loss got no better
    stopped,  ///< asked to
    notFinite, ///< a loss or gradient that is not a number
    outOfMemory ///< within an epoch after the first
};

/// In the middle of an epoch.
struct TrainProgress {
    int epoch = 1; ///< the one in progress
    int batch = 0, batches = 0; ///< done and in all, of this epoch
    double loss = 0;            ///< mean of this epoch's batches so far
    double theta = 0;
};

/// How a model does on one part of the data; against the true labels.
struct PartEvaluation {
    double loss = 0, accuracy = 0;
    std::vector<int> examples;         ///< indices into TrainData
    std::vector<int> predicted;        ///< [examples]
    std::vector<float> probabilities;  ///< [examples, labels]
};

struct TrainHooks {
    std::function<bool()> stopRequested;               ///< asked before every batch
    std::function<void(const TrainProgress&, const ClassifierParameters&)> onBatch; ///< after every batch; may wait (pause)
    /// After every epoch, before onEpoch(): its numbers, and the validation part against the labels it is trained on.
    std::function<void(const EpochRecord&, const PartEvaluation&)> onValidated;
    std::function<void(const TrainState&)> onEpoch;    ///< after every epoch: the moment for a checkpoint
    /// For tests: may spoil the gradient before the step, to show that somebody would notice.
    std::function<void(ClassifierGradient&)> spoil;
};

struct TrainResult {
    TrainEnd end = TrainEnd::finished;
    std::string reason;  ///< the same in words
    TrainState state;    ///< after the last whole epoch
    ClassifierParameters model; ///< the best, by validation loss; the initial parameters if there was no epoch
    int modelEpoch = 0;
    PartEvaluation training, validation, test; ///< of the model
};

/// Trains on the data with settings that passed checkTrainSettings(). Everything follows from settings.seed: the same settings,
/// data and processor give the same weights to the bit, with any number of threads, and whether or not the run was interrupted
/// between (`resumed` is then the state of its last onEpoch()). Adam with cosine decay over all steps: going on with more epochs
/// than before is another training. Errors: std::bad_alloc before the end of the first epoch, or while the best is evaluated.
TrainResult train(const TrainData& data, const TrainSettings& settings, const TrainHooks& hooks = {},
                  const TrainState* resumed = nullptr);

/// Evaluates a model on a part.
PartEvaluation evaluatePart(const TrainData& data, const TrainSettings& settings, const ClassifierParameters& model, DataPart part);

/// How often which label was taken for which.
ConfusionMatrix confusionOf(const TrainData& data, const PartEvaluation& evaluation);

} // namespace thetascope
