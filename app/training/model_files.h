// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/learn/train.h"

#include <string>
#include <vector>

namespace thetascope {

/// A trained model as its folder holds it:
///
/// - `model.json`: {"thetascope": version, "format": 1, "labels": [...], "sample_rate": Hz, "theta": samples, "settings": {...},
///   "result": {...}}; settings by the keys of `thetascope train --help`;
/// - `weights.npz`: float64 arrays by the names of Classifier::parameters() (conv1.weight [3, 3, 1, 16] ...; last axis: filters),
///   and theta, running_mean, running_variance [].
struct Model {
    TrainSettings settings;
    std::vector<std::string> labels;
    double sampleRate = 0; ///< Hz
    ClassifierParameters parameters;
};

/// Reads a model's folder. Errors (kind input).
Result<Model> readModel(const std::string& folder);

/// Which training a checkpoint belongs to: settings but for threads, and the data's fingerprint.
std::string trainingIdentity(const TrainData& data, const TrainSettings& settings);

/// Writes into an existing folder: model.json, weights.npz, curves.csv (epoch,train_loss,train_accuracy,validation_loss,
/// validation_accuracy,theta,seconds), confusion.csv (a row per label, a column per prediction; the test's), mistakes.csv
/// (file,label,predicted,probability; the test's, surest first). Every file whole or not at all. Errors (kind output).
Status writeTraining(const std::string& folder, const TrainData& data, const TrainSettings& settings, const TrainResult& result);

/// Probabilities [labels] of one recording at the model's rate.
std::vector<float> classify(const Model& model, const std::vector<float>& samples);

/// A wrongly classified example.
struct Mistake {
    int example = 0, label = 0, predicted = 0;
    double probability = 0; ///< of the prediction
};

/// Those of an evaluation, surest first.
std::vector<Mistake> mistakesOf(const TrainData& data, const PartEvaluation& evaluation);

} // namespace thetascope
