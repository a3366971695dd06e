// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/model_files.h"

#include "app/training/parameter_arrays.h"
#include "app/training/train_settings_json.h"
#include "core/io/atomic_file.h"
#include "core/io/bounded_json.h"
#include "core/io/csv.h"
#include "core/io/input_file.h"
#include "core/learn/prepare.h"

#include <algorithm>
#include <cmath>

namespace thetascope {
namespace {

constexpr int formatVersion = 1;
constexpr std::size_t longestJson = std::size_t{16} << 20;

nlohmann::ordered_json evaluationJson(const PartEvaluation& evaluation) {
    return {{"loss", evaluation.loss}, {"accuracy", evaluation.accuracy}, {"examples", evaluation.examples.size()}};
}

std::string modelJson(const TrainData& data, const TrainSettings& settings, const TrainResult& result) {
    const nlohmann::ordered_json document = {
        {"thetascope", THETASCOPE_VERSION},
        {"format", formatVersion},
        {"labels", data.labels},
        {"sample_rate", data.sampleRate},
        {"theta", result.model.theta},
        {"settings", trainSettingsToJson(settings)},
        {"result",
         {{"stop_reason", result.reason},
          {"epochs", result.state.epoch},
          {"best_epoch", result.modelEpoch},
          {"training", evaluationJson(result.training)},
          {"validation", evaluationJson(result.validation)},
          {"test", evaluationJson(result.test)}}},
    };
    return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string curvesCsv(const std::vector<EpochRecord>& history) {
    CsvTable table;
    for (const char* name :
         {"epoch", "train_loss", "train_accuracy", "validation_loss", "validation_accuracy", "theta", "seconds"})
        table.addCell(std::string_view(name));
    table.endRow();
    for (const EpochRecord& r : history) {
        table.addCell(r.epoch);
        for (const double value : {r.trainLoss, r.trainAccuracy, r.validationLoss, r.validationAccuracy, r.theta, r.seconds})
            table.addCell(value);
        table.endRow();
    }
    return table.text();
}

std::string confusionCsv(const ConfusionMatrix& matrix) {
    CsvTable table;
    table.addCell(std::string_view("label"));
    for (const std::string& label : matrix.labels) table.addCell(std::string_view(label));
    table.endRow();
    for (std::size_t truth = 0; truth < matrix.labels.size(); ++truth) {
        table.addCell(std::string_view(matrix.labels[truth]));
        for (std::size_t predicted = 0; predicted < matrix.labels.size(); ++predicted) table.addCell(matrix.at(truth, predicted));
        table.endRow();
    }
    return table.text();
}

std::string mistakesCsv(const TrainData& data, const PartEvaluation& evaluation) {
    CsvTable table;
    for (const char* name : {"file", "label", "predicted", "probability"}) table.addCell(std::string_view(name));
    table.endRow();
    for (const Mistake& mistake : mistakesOf(data, evaluation)) {
        table.addCell(std::string_view(data.names[static_cast<std::size_t>(mistake.example)]));
        table.addCell(std::string_view(data.labels[static_cast<std::size_t>(mistake.label)]));
        table.addCell(std::string_view(data.labels[static_cast<std::size_t>(mistake.predicted)]));
        table.addCell(mistake.probability);
        table.endRow();
    }
    return table.text();
}

Error badModel(const std::string& path, const std::string& reason) {
    return {ErrorKind::input, path + ": " + reason + "; choose the folder of a model that `thetascope train` wrote"};
}

Result<Model> parseModel(const nlohmann::json& document, const std::string& path) {
    if (!document.is_object() || document.value("format", 0) != formatVersion)
        return badModel(path, "is not a model of format " + std::to_string(formatVersion));
    Result<TrainSettings> settings = trainSettingsFromJson(document.at("settings"));
    if (!settings) return badModel(path, settings.error().message);
    Model model{std::move(settings).value(), document.at("labels").get<std::vector<std::string>>(),
                document.at("sample_rate").get<double>(), {}};
    if (model.labels.size() < 2 || !(model.sampleRate > 0)) return badModel(path, "has no labels or no sample rate");
    return model;
}

} // namespace

Result<Model> readModel(const std::string& folder) {
    const std::string path = folder + "/model.json", weightsPath = folder + "/weights.npz";
    const Result<std::string> text = readTextFile(path, longestJson);
    if (!text) return text.error();
    try {
        const auto document = parseBoundedJson(*text);
        if (!document) return badModel(path, "is not JSON, or far larger than a model");
        Result<Model> model = parseModel(*document, path);
        if (!model) return model;
        const Result<NpzFile> file = readNpz(weightsPath);
        if (!file) return file.error();
        Result<ClassifierParameters> parameters = weightsFromNpz(model->settings, static_cast<int>(model->labels.size()), *file);
        if (!parameters) return badModel(weightsPath, parameters.error().message);
        model->parameters = std::move(parameters).value();
        return model;
    } catch (const nlohmann::json::exception& failure) {
        return badModel(path, std::string("can't be read as a model: ") + failure.what());
    }
}

std::string trainingIdentity(const TrainData& data, const TrainSettings& settings) {
    nlohmann::ordered_json document = {{"format", formatVersion}, {"settings", trainSettingsToJson(settings)},
                                       {"labels", data.labels}, {"data", fingerprint(data)}};
    document["settings"].erase("threads");
    return document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Status writeTraining(const std::string& folder, const TrainData& data, const TrainSettings& settings, const TrainResult& result) {
    const int classes = static_cast<int>(data.labels.size());
    Status written = writeNpz(folder + "/weights.npz", entriesOf(weightsToNpz(settings, classes, result.model)));
    const auto add = [&](const char* name, const std::string& text) {
        if (written) written = writeTextFile(folder + '/' + name, text);
    };
    add("curves.csv", curvesCsv(result.state.history));
    add("confusion.csv", confusionCsv(confusionOf(data, result.test)));
    add("mistakes.csv", mistakesCsv(data, result.test));
    add("model.json", modelJson(data, settings, result));
    return written;
}

std::vector<float> classify(const Model& model, const std::vector<float>& samples) {
    ThreadPool pool(1);
    Classifier<float> classifier(model.settings, static_cast<int>(model.labels.size()), pool);
    const std::vector<float> clip = prepareClip(samples, model.settings.clip);
    std::vector<float> probabilities;
    classifier.predict(model.parameters, {{clip.data()}, {}, {0}}, probabilities);
    return probabilities;
}

std::vector<Mistake> mistakesOf(const TrainData& data, const PartEvaluation& evaluation) {
    std::vector<Mistake> mistakes;
    for (std::size_t i = 0; i < evaluation.examples.size(); ++i) {
        const int example = evaluation.examples[i], truth = data.truth[static_cast<std::size_t>(example)];
        const int predicted = evaluation.predicted[i];
        if (truth == predicted) continue;
        const std::size_t cell = i * data.labels.size() + static_cast<std::size_t>(predicted);
        mistakes.push_back({example, truth, predicted, static_cast<double>(evaluation.probabilities[cell])});
    }
    std::stable_sort(mistakes.begin(), mistakes.end(), [](const Mistake& a, const Mistake& b) { return a.probability > b.probability; });
    return mistakes;
}

} // namespace thetascope
