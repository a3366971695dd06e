// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/train.h"

#include <string>
#include <vector>

namespace thetascope {

/// Draws curves.EXT (losses and theta by epoch) and confusion.EXT into a folder that exists, in every format of "png", "svg", "pdf"
/// asked for; curves only if there was an epoch. Needs a QApplication if any is. Errors (kind output).
Status writeTrainingPictures(const std::string& folder, const TrainData& data, const TrainSettings& settings, const TrainResult& result,
                             const std::vector<std::string>& formats);

} // namespace thetascope
