// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "core/base/result.h"
#include "core/learn/train_settings.h"
#include "core/model/training.h"

#include <map>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace thetascope {

/// What `train` and `sweep` share, as typed.
struct TrainOptions {
    std::string folder, out, recipe = "a", images = "png";
    std::map<std::string, std::string> settings; ///< key of a TrainField -> text
    bool quiet = false;
};

/// An option per field of trainFields(), --out, --recipe, --images, --quiet. `options` must outlive the parse. Fields named in
/// `without` get none.
void addTrainOptions(CLI::App& command, TrainOptions& options, const std::vector<std::string>& without = {});

/// The recipe with what was typed. Errors (kind arguments), every one of them, in `errors`.
TrainSettings gatherTrainSettings(const TrainOptions& options, std::vector<Error>& errors);

/// Reads the folder, and says on stderr what was skipped. Errors of readLabelledFolder().
Result<LabelledSet> openLabelledFolder(const std::string& folder, bool quiet);

} // namespace thetascope
