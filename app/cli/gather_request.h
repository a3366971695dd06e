// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"
#include "core/base/result.h"
#include "core/run/apply_result.h"
#include "core/run/memory_forecast.h"

#include <optional>
#include <string>
#include <vector>

namespace thetascope {

/// What was typed, understood: settings from the preset, then --config, then --apply, then every option given.
struct RunRequest {
    Settings settings;
    InitialArrays arrays;
    std::optional<LearnedParameters> applied; ///< --apply: where the arrays come from
    std::vector<std::string> pictureFormats;
};

/// Everything wrong with the request on that signal; empty if it can be run.
Problems checkRequest(const RunRequest& request, int signalLength, double sampleRate);

struct MemoryRoom;

/// Why the run would take more memory than there is, in words; empty if it fits. The request
/// must have passed checkRequest().
Problems checkMemory(const RunRequest& request, int signalLength, double sampleRate, const MemoryUse& use, const MemoryRoom& room);

/// Understands the options. Sets the process's memory limit. `precision` replaces the preset's (evaluate's own default). Errors: words and numbers that mean
/// nothing, each with its flag (kind arguments); files that can't be read (kind input). All that is wrong is
/// appended to `errors`; the request can be used only if nothing was.
RunRequest gatherRequest(const RunOptions& options, std::optional<Precision> precision, std::vector<Error>& errors);

} // namespace thetascope
