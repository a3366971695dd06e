// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/picture_application.h"
#include "app/cli/train_options.h"
#include "app/cli/train_progress.h"
#include "app/export/pictures.h"
#include "app/training/checkpointed.h"
#include "app/training/model_files.h"
#include "app/training/training_pictures.h"
#include "core/io/atomic_file.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <cstdio>
#include <memory>

namespace thetascope {
namespace {

struct TrainCommand {
    TrainOptions options;
    ProgressMode progress = ProgressMode::automatic;
    bool resume = false;
};

std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

std::string number(double value, const char* format) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// How it ended, in a sentence.
std::string summaryOf(const TrainSettings& settings, const TrainResult& result, const std::string& out) {
    return result.reason + "; theta " + number(settings.theta, "%g") + " -> " + number(result.model.theta, "%.1f") + ", validation loss "
           + number(result.validation.loss, "%.3f") + ", test loss " + number(result.test.loss, "%.3f") + ", test accuracy "
           + percent(result.test.accuracy) + " (epoch " + std::to_string(result.modelEpoch) + "); results in " + out;
}

Result<TrainResult> trainWithReport(const TrainData& data, const TrainSettings& settings, const TrainCommand& command) {
    TrainReport report(command.options.quiet ? ProgressMode::none : command.progress, command.options.folder, settings.epochs);
    TrainHooks hooks;
    hooks.stopRequested = InterruptGuard::interrupted;
    hooks.onBatch = [&](const TrainProgress& progress, const ClassifierParameters&) { report.tell(progress); };
    hooks.onEpoch = [&](const TrainState& state) { report.tell(state.history.back()); };
    return trainInFolder(command.options.out, data, settings, command.resume, std::move(hooks));
}

ExitCode conclude(const TrainCommand& command, const TrainSettings& settings, const TrainData& data, const TrainResult& result,
                  const std::vector<std::string>& formats) {
    const std::string& out = command.options.out;
    Status written = writeTraining(out, data, settings, result);
    if (written) written = writeTrainingPictures(out, data, settings, result, formats);
    if (!written) return console::report({}, written.error());
    const std::string summary = summaryOf(settings, result, out);
    if (result.end == TrainEnd::stopped) {
        console::printError(command.options.folder, "interrupted: " + summary + "; --resume goes on");
        return ExitCode::interrupted;
    }
    if (result.end == TrainEnd::notFinite || result.end == TrainEnd::outOfMemory) {
        console::printError(command.options.folder, summary);
        return ExitCode::runFailed;
    }
    if (!command.options.quiet) console::printLine(command.options.folder + ": " + summary);
    return ExitCode::success;
}

ExitCode runTrain(const TrainCommand& command) {
    std::vector<Error> errors;
    const TrainSettings settings = gatherTrainSettings(command.options, errors);
    const Result<std::vector<std::string>> formats = parsePictureFormats(command.options.images);
    if (!formats) errors.push_back(formats.error());
    for (const Error& error : errors) console::report({}, error);
    if (!errors.empty()) return ExitCode::arguments;
    const Result<LabelledSet> set = openLabelledFolder(command.options.folder, command.options.quiet);
    if (!set) return console::report(command.options.folder, set.error());
    const Result<TrainData> data = makeTrainData(*set, settings);
    if (!data) return console::report(command.options.folder, data.error());
    if (const Status made = makeFolder(command.options.out); !made) return console::report({}, made.error());
    const InterruptGuard guard;
    const auto application = formats->empty() ? nullptr : makePictureApplication();
    const Result<TrainResult> result = trainWithReport(*data, settings, command);
    if (!result) return console::report({}, result.error());
    return conclude(command, settings, *data, *result, *formats);
}

} // namespace

void addTrain(CLI::App& app, ExitCode& code) {
    CLI::App& command = *app.add_subcommand("train", "End-to-end: learn theta and a classifier together.");
    const auto typed = std::make_shared<TrainCommand>();
    addTrainOptions(command, typed->options);
    command.add_flag("--resume", typed->resume, "Go on from the checkpoint in --out, if there is one: to the same bits as without a break.");
    const std::map<std::string, ProgressMode> modes{{"auto", ProgressMode::automatic}, {"json", ProgressMode::json}};
    command.add_option("--progress", typed->progress, "auto: a line on stderr when it is a terminal; json: an object per epoch on stderr.")
        ->transform(CLI::CheckedTransformer(modes).description(""))
        ->type_name("auto|json")
        ->default_str("auto");
    command.callback([typed, &code] { code = runTrain(*typed); });
}

} // namespace thetascope
