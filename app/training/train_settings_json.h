// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/learn/train_settings.h"

#include <nlohmann/json.hpp>

namespace thetascope {

/// Every setting of a training by its key, in the order of trainFields().
nlohmann::ordered_json trainSettingsToJson(const TrainSettings& settings);

/// The settings a document names, over the defaults. Errors (kind input) name the key: unknown, or not such a value; and what
/// checkTrainSettings() says.
Result<TrainSettings> trainSettingsFromJson(const nlohmann::json& document);

} // namespace thetascope
