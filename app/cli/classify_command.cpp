// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/classify_command.h"

#include "app/cli/console.h"
#include "app/training/model_files.h"
#include "core/io/labelled_folder.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>

namespace thetascope {
namespace {

struct ClassifyCommand {
    std::string model;
    std::vector<std::string> files;
};

std::string lineOf(const std::string& file, const Model& model, const std::vector<float>& probabilities) {
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    std::string line = file + '\t' + model.labels[order.front()];
    for (std::size_t i = 0; i < order.size(); ++i) {
        char text[32];
        std::snprintf(text, sizeof text, "%.4f", static_cast<double>(probabilities[order[i]]));
        line += (i == 0 ? '\t' : ' ') + model.labels[order[i]] + '=' + text;
    }
    return line;
}

ExitCode classifyFile(const Model& model, const std::string& file) {
    double rate = 0;
    const Result<std::vector<float>> samples = readRecording(file, rate);
    if (!samples) return console::report(file, samples.error());
    if (rate != model.sampleRate) {
        char text[128];
        std::snprintf(text, sizeof text, "has %.0f samples per second, the model wants %.0f; convert it", rate, model.sampleRate);
        return console::report(file, {ErrorKind::input, text});
    }
    std::printf("%s\n", lineOf(file, model, classify(model, *samples)).c_str());
    return ExitCode::success;
}

ExitCode runClassify(const ClassifyCommand& command) {
    const Result<Model> model = readModel(command.model);
    if (!model) return console::report(command.model, model.error());
    ExitCode overall = ExitCode::success;
    for (const std::string& file : command.files) {
        const ExitCode code = classifyFile(*model, file);
        if (code != ExitCode::success) overall = command.files.size() == 1 ? code : ExitCode::runFailed;
    }
    return overall;
}

} // namespace

void addClassify(CLI::App& app, ExitCode& code) {
    CLI::App& command = *app.add_subcommand("classify", "Say what a trained model takes recordings for.");
    const auto typed = std::make_shared<ClassifyCommand>();
    command.add_option("MODEL", typed->model, "Folder that `thetascope train` wrote.")->required()->type_name("");
    command.add_option("FILE", typed->files, "Recordings at the model's sample rate.")->required()->type_name("");
    command.callback([typed, &code] { code = runClassify(*typed); });
}

} // namespace thetascope
