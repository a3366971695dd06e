// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_options.h"
#include "core/base/result.h"
#include "core/model/signal.h"
#include "core/run/apply_result.h"

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
Problems checkRequest(const RunRequest& request, const Signal& signal);

/// Understands the options. `precision` replaces the preset's (evaluate's own default). Errors: words and numbers that mean
/// nothing, each with its flag (kind arguments); files that can't be read (kind input). All that is wrong is
/// appended to `errors`; the request can be used only if nothing was.
RunRequest gatherRequest(const RunOptions& options, std::optional<Precision> precision, std::vector<Error>& errors);

} // namespace thetascope
