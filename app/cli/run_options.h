// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress.h"

#include <map>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace thetascope {

/// What a person typed after `optimise` or `evaluate`; nothing is interpreted yet but the words of --progress.
struct RunOptions {
    std::vector<std::string> files;             ///< audio files and demo:NAME
    std::string out;                            ///< output folder
    std::string filesFrom;                      ///< optimise only: path of a list of more files; "-": standard input
    std::string shard;                          ///< optimise only: "i/n"
    int jobs = 0;                               ///< optimise only: files at once; 0: as many as threads
    bool again = false;                         ///< optimise only: files finished before are done again
    std::string preset;                         ///< empty: the default one
    std::string config;                         ///< path of a run.json or a session; empty: none
    std::map<std::string, std::string> settings; ///< key of a settings field -> text, as far as typed
    std::string apply;                          ///< folder of a result whose windows are to be used; empty: none
    std::string positions;                      ///< path of an array; empty: none
    std::string images = "png";
    std::string memoryLimit;     ///< "6G"; empty: by what the machine has
    bool quiet = false;
    ProgressMode progress = ProgressMode::automatic;
    bool gradients = false;      ///< evaluate only
    bool checkGradients = false; ///< evaluate only
};

/// Adds to a subcommand what `optimise` and `evaluate` share: an option per settings field and the rest of the table.
/// `options` must outlive the parse.
void addRunOptions(CLI::App& command, RunOptions& options);

/// What only `optimise` has: many files.
void addBatchOptions(CLI::App& command, RunOptions& options);

/// What only `evaluate` has.
void addEvaluateOptions(CLI::App& command, RunOptions& options);

} // namespace thetascope
