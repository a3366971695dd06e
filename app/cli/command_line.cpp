// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/about/environment.h"
#include "app/cli/baselines_command.h"
#include "app/cli/bench_command.h"
#include "app/cli/console.h"
#include "app/cli/classify_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/lists.h"
#include "app/cli/optimise.h"
#include "app/cli/reconstruct_command.h"
#include "app/cli/reproduce.h"
#include "app/cli/run_options.h"
#include "app/cli/scenes_command.h"
#include "app/cli/sweep_command.h"
#include "app/cli/train_command.h"
#include "app/cli/usage_error.h"
#include "app/log/log.h"
#include "core/io/audio_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <new>
#include <system_error>

namespace thetascope {
namespace {

/// Everything that was typed, and what to do about it.
struct Commands {
    CLI::App app{"The sharpest spectrogram of a sound, by gradient descent on a differentiable STFT.\n"
                 "Without a subcommand: thetascope [FILE | SESSION.thetascope] opens the window.",
                 "thetascope"};
    RunOptions optimise, evaluate;
    std::string evaluateFile, demoName, demoOut;
    ReproduceOptions reproduce;
    bool verbose = false;
    ExitCode code = ExitCode::success;
};

constexpr const char* fileHelp = "Audio file, or demo:NAME (`thetascope demos` lists them).";

void addOptimise(Commands& commands) {
    CLI::App& command = *commands.app.add_subcommand("optimise", "Descend on theta and positions, then write the results.");
    command.add_option("FILE", commands.optimise.files, fileHelp)->type_name("");
    addRunOptions(command, commands.optimise);
    addBatchOptions(command, commands.optimise);
    command.callback([&commands] { commands.code = runOptimise(commands.optimise); });
}

void addEvaluate(Commands& commands) {
    CLI::App& command = *commands.app.add_subcommand("evaluate", "One forward and backward pass at given parameters.");
    command.add_option("FILE", commands.evaluateFile, fileHelp)->required()->type_name("");
    addRunOptions(command, commands.evaluate);
    addEvaluateOptions(command, commands.evaluate);
    command.callback([&commands] {
        commands.evaluate.files = {commands.evaluateFile};
        commands.code = runEvaluate(commands.evaluate);
    });
}

ExitCode writeDemo(const std::string& name, const std::string& path) {
    const Result<AudioClip> clip = openClip("demo:" + name);
    if (!clip) // the name is an argument here, not a file
        return console::report({}, {ErrorKind::arguments, clip.error().message});
    const Status written = writeWav(path, clip->interleaved, clip->channels, clip->sampleRate);
    return written ? ExitCode::success : console::report(path, written.error());
}

void addDemo(Commands& commands) {
    CLI::App& command = *commands.app.add_subcommand("demo", "Write one of the built-in demonstration signals.");
    command.add_option("NAME", commands.demoName, "Its name (`thetascope demos` lists them).")->required()->type_name("");
    command.add_option("--out", commands.demoOut, "Audio file to write.")->required()->type_name("FILE.wav");
    command.callback([&commands] { commands.code = writeDemo(commands.demoName, commands.demoOut); });
}

void addReproduce(Commands& commands) {
    CLI::App& command = *commands.app.add_subcommand(
        "reproduce", "The paper's experiments: every row's end beside the reference's, as a table on stdout; pictures in DIR.");
    ReproduceOptions& options = commands.reproduce;
    command.add_option("EXPERIMENT", options.experiment, "c11, c12 or tutorial.")->required()->type_name("");
    command.add_option("--out", options.out, "Folder for the results, one below it per row.")->required()->type_name("DIR");
    command
        .add_option("--signal", options.signal,
                    "The very signal, float64 [n] (c11: tests/golden/c11_signal_fan_flutter_f64.npy), instead of the "
                    "demonstration signal, whose noise is not the authors'.")
        ->type_name("F.npy");
    command.callback([&commands] { commands.code = runReproduce(commands.reproduce); });
}

void addLists(Commands& commands) {
    for (const std::string_view list : listNames()) {
        const std::string name(list);
        CLI::App& command = *commands.app.add_subcommand(name, "List the " + name + " there are: name, tab, one sentence.");
        command.callback([name] {
            for (const ListEntry& entry : listEntries(name))
                std::printf("%s\t%s\n", entry.name.c_str(), entry.sentence.c_str());
        });
    }
}

void addAll(Commands& commands) {
    commands.app.add_flag("--verbose", commands.verbose, "With --version: of everything in it, the processor and the memory as well.");
    commands.app.set_version_flag("--version", [&commands] {
        return commands.verbose ? environmentText() : std::string("thetascope " THETASCOPE_VERSION);
    }, "The version.");
    commands.app.footer("--log-file FILE, --log-level debug|info|warning|error|off: what happened, for a bug report; goes to\n"
                        "$XDG_STATE_HOME/thetascope/thetascope.log unless said otherwise, never to the terminal.");
    commands.app.require_subcommand(1);
    addOptimise(commands);
    addEvaluate(commands);
    addReconstruct(commands.app, commands.code);
    addBaselines(commands.app, commands.code);
    addScenes(commands.app, commands.code);
    addDemo(commands);
    addReproduce(commands);
    addBench(commands.app);
    addLists(commands);
    addTrain(commands.app, commands.code);
    addClassify(commands.app, commands.code);
    addSweep(commands.app, commands.code);
}

ExitCode parseAndRun(int argc, char** argv) {
    Commands commands;
    addAll(commands);
    try {
        commands.app.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        commands.app.exit(asked);
    } catch (const CLI::ParseError& error) {
        console::printError({}, usageSentence(error) + "; thetascope --help says what there is");
        return ExitCode::arguments;
    }
    return commands.code;
}

} // namespace

bool isSubcommand(std::string_view word) {
    Commands commands;
    addAll(commands);
    const auto all = commands.app.get_subcommands([](const CLI::App*) { return true; });
    return std::ranges::any_of(all, [&](const CLI::App* command) { return command->get_name() == word; });
}

int runCommandLine(int argc, char** argv) {
    ExitCode code = ExitCode::runFailed;
    try {
        code = parseAndRun(argc, argv);
    } catch (const std::bad_alloc&) {
        console::printError({}, "not enough memory; choose a longer hop, a smaller support or a shorter region");
    } catch (const std::system_error& failure) {
        const bool threads = failure.code() == std::errc::resource_unavailable_try_again;
        console::printError({}, threads ? "not enough memory for the threads asked for; choose fewer with --threads or --jobs"
                                        : std::string("failed: ") + failure.what());
    } catch (const std::exception& exception) {
        console::printError({}, std::string("failed: ") + exception.what());
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        console::printError({}, "standard output can't be written; free some space or send it elsewhere");
        code = ExitCode::output;
    }
    qCInfo(logProgram) << "ended with code" << static_cast<int>(code);
    return static_cast<int>(code);
}

} // namespace thetascope
