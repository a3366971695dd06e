// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/train_settings_json.h"

#include "core/learn/train_fields.h"

namespace thetascope {

nlohmann::ordered_json trainSettingsToJson(const TrainSettings& settings) {
    nlohmann::ordered_json document = nlohmann::ordered_json::object();
    for (const TrainField& field : trainFields()) {
        const std::string text = field.get(settings);
        const auto number = nlohmann::ordered_json::parse(text, nullptr, false);
        document[field.key] = number.is_number() ? number : nlohmann::ordered_json(text);
    }
    return document;
}

Result<TrainSettings> trainSettingsFromJson(const nlohmann::json& document) {
    if (!document.is_object()) return Error{ErrorKind::input, "the settings are not an object"};
    TrainSettings settings;
    for (const auto& [key, value] : document.items())
        if (!setTrainField(settings, key, value.is_string() ? value.get<std::string>() : value.dump()))
            return Error{ErrorKind::input, "the setting " + key + " is unknown or has no such value: " + value.dump()};
    const Problems problems = checkTrainSettings(settings);
    if (!problems.empty()) return Error{ErrorKind::input, "the setting " + problems.front().field + " " + problems.front().message};
    return settings;
}

} // namespace thetascope
