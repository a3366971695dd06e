// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconstruct_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_signal.h"
#include "app/export/result_export.h"
#include "core/inverse/inverse.h"
#include "core/io/atomic_file.h"
#include "core/io/audio_file.h"
#include "core/io/result_reader.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

namespace thetascope {
namespace {

/// Uncovered stretches that are named one by one.
constexpr std::size_t namedStretches = 5;

struct Options {
    std::string folder, out;
    SolverLimits limits;
    int threads = 0;
    bool quiet = false;
};

std::string formatted(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// The signal that the result was made from, or why it can't be compared with.
Result<std::shared_ptr<const Signal>> originalOf(const StoredResult& stored) {
    const std::string& path = stored.source.path;
    const Result<OpenedSignal> opened = openSignal(path, stored.settings);
    if (!opened)
        return Error{ErrorKind::input, "there is no error to give, the source can't be used: " + opened.error().message};
    const bool same = describeSource(*opened->clip, *opened->signal).sha256 == stored.source.sha256;
    if (!same || opened->signal->length() != stored.length)
        return Error{ErrorKind::input, "there is no error to give, " + path + " is no longer what the result was made from"};
    return opened->signal;
}

std::string decibels(std::optional<double> snr) {
    if (!snr)
        return "no signal";
    return std::isinf(*snr) ? "no error" : formatted("%.1f dB", *snr);
}

std::string errorText(const StoredResult& stored, const Reconstruction& result) {
    const auto original = originalOf(stored);
    if (!original)
        return original.error().message;
    const std::vector<double>& samples = (*original)->samples;
    std::string text = "signal to error " + decibels(signalToErrorDb(samples, result.samples));
    if (!result.uncovered.empty())
        text += " (" + decibels(signalToErrorDb(samples, result.samples, result.uncovered)) + " where covered)";
    return text;
}

std::string coverageText(const StoredResult& stored, const Reconstruction& result) {
    std::string text = "every sample is covered";
    if (!result.uncovered.empty()) {
        const int count = samplesIn(result.uncovered);
        text = std::to_string(count) + " of " + std::to_string(stored.length) + " samples are in no window and silent:";
        for (std::size_t i = 0; i < std::min(namedStretches, result.uncovered.size()); ++i)
            text += (i == 0 ? " " : ", ") + formatted("%.4f", result.uncovered[i].begin / stored.source.sampleRate) + "-"
                    + formatted("%.4f s", result.uncovered[i].end / stored.source.sampleRate);
        if (result.uncovered.size() > namedStretches)
            text += " and " + std::to_string(result.uncovered.size() - namedStretches) + " stretches more";
    }
    if (!result.exact && result.unseen > 0)
        text += "; " + formatted("%.2f %%", 100 * result.unseen) + " of time x frequency is in no window";
    return text;
}

std::string methodText(const Reconstruction& result) {
    return result.exact ? "dual window"
                        : std::to_string(result.solver.iterations) + " conjugate-gradient iterations, residual "
                              + formatted("%.1e", result.solver.residual);
}

ExitCode concluded(const Options& options, const StoredResult& stored, const Reconstruction& result) {
    if (!options.quiet)
        console::printLine(options.folder + ": " + methodText(result) + ": " + errorText(stored, result) + "; "
                           + coverageText(stored, result) + "; written to " + options.out);
    if (result.solver.stopped) {
        console::printError(options.folder, "interrupted; what was reached is in " + options.out);
        return ExitCode::interrupted;
    }
    if (!result.exact && !result.solver.converged)
        console::printError(options.folder,
                "conjugate gradients had not converged; --iterations allows more, but where windows are "
                                            "far apart for their lengths some of the sound may be lost");
    return ExitCode::success;
}

Status writeSound(const std::string& path, const std::vector<double>& samples, double sampleRate) {
    const std::vector<float> rounded(samples.begin(), samples.end());
    return writeWav(path, rounded, 1, sampleRate);
}

ExitCode runReconstruct(Options options) {
    const Result<StoredResult> stored = readResult(options.folder);
    if (!stored)
        return console::report(options.folder, stored.error());
    SpectrumOrigin origin{stored->tiling, makeTaper(stored->settings.window), stored->settings.normalise, stored->length,
                          stored->settings.precision};
    if (origin.taper == nullptr)
        return console::report(options.folder, {ErrorKind::input, options.folder + "/run.json: there is no window \""
                                                                      + stored->settings.window
                                                                              + "\"; `thetascope windows` lists them"});
    if (const Result<AtomicFile> probe = AtomicFile::create(options.out); !probe) // before minutes of work
        return console::report(options.out, probe.error());
    const InterruptGuard guard;
    options.limits.stopRequested = InterruptGuard::interrupted;
    ThreadPool pool(options.threads);
    const Reconstruction result = reconstruct(stored->spectrum, origin, options.limits, pool);
    if (const Status written = writeSound(options.out, result.samples, stored->source.sampleRate); !written)
        return console::report(options.out, written.error());
    return concluded(options, *stored, result);
}

} // namespace

void addReconstruct(CLI::App& app, ExitCode& code) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand(
        "reconstruct", "The sound of a result (inverse transform), how far it is from the recording, what no window saw.");
    command.add_option("RESULT_DIR", options->folder, "Folder that `optimise` or `evaluate` wrote.")->required()
            ->type_name("");
    command.add_option("--out", options->out, "WAV file to write, mono, 32-bit float.")->required()->type_name("FILE.wav");
    command.add_option("--tolerance", options->limits.tolerance,
                       "Theta per frequency or cell: relative residual at which conjugate gradients end.")
        ->check(CLI::Range(1e-15, 1.0))->type_name("X")->capture_default_str();
    command.add_option("--iterations", options->limits.iterations, "The same: at most so many iterations.")
        ->check(CLI::Range(0, 1000000))->type_name("K")->capture_default_str();
    command.add_option("--threads", options->threads, "Worker threads; 0: all processors.")
        ->check(CLI::Range(0, 1024))->type_name("N")->capture_default_str();
    command.add_flag("--quiet", options->quiet, "Say nothing but what goes wrong.");
    command.callback([options, &code] { code = runReconstruct(*options); });
}

} // namespace thetascope
