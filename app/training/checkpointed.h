// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/learn/train.h"

#include <string>

namespace thetascope {

/// train() with a checkpoint, `checkpoint.npz` in an existing folder, after every epoch; it appears whole or not at all. resume: go on
/// from the one that is there, if any (of a finished training nothing but the evaluation is done). A checkpoint that can't be written
/// ends the training. Errors: kind output, then; kind input for a checkpoint that is damaged or of another training.
Result<TrainResult> trainInFolder(const std::string& folder, const TrainData& data, const TrainSettings& settings, bool resume,
                                  TrainHooks hooks);

} // namespace thetascope
