// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gather_request.h"
#include "app/cli/memory_gate.h"
#include "app/cli/run_signal.h"
#include "app/cli/summary.h"
#include "app/session/file_identity.h"
#include "core/run/descent.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace thetascope {

/// One file on its way from a name to a result folder.
struct FileRun {
    FileOutcome outcome;                 ///< file and folder; then what became of them
    nlohmann::ordered_json asked;        ///< as describeRequest()
    std::optional<OpenedSignal> opened;  ///< these two: there is a descent to export
    std::optional<DescentResult> result;
    FileIdentity identity;               ///< of the file when it was opened
    MemoryGate::Share memory;            ///< until it is written
};

/// How files are run.
struct FileRunOptions {
    bool quiet = false;
    ProgressMode progress = ProgressMode::none; ///< of a file's iterations
    MemoryGate* memory = nullptr;               ///< shared by all the files; must be there
    bool skipFinished = false;                  ///< whether a folder that holds this very result is left as it is
};

/// The part of a file's run that needs no window system: reads, checks, descends. Any thread. Whatever goes wrong is said on
/// stderr and is the outcome of this file alone.
FileRun descendOn(FileOutcome file, const RunRequest& request, const FileRunOptions& options);

/// The rest: writes folder and pictures (main thread), says how it went, and returns the outcome.
FileOutcome exportRun(FileRun run, const RunRequest& request, const FileRunOptions& options);

} // namespace thetascope
