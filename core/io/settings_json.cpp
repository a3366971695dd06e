// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/settings_json.h"

#include "core/io/bounded_json.h"
#include "core/io/input_file.h"
#include "core/model/settings_fields.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace thetascope {
namespace {

/// Sessions hold more than settings: as much as largestSessionBytes.
constexpr std::size_t largestFileBytes = std::size_t{256} << 20;
constexpr JsonBounds bounds{.deepest = 16, .mostValues = 20'000'000};

Error badSettings(std::string reason) { return {ErrorKind::arguments, std::move(reason)}; }

/// A JSON value as a field's; nothing for kinds that no setting has (true, lists, objects).
std::optional<FieldValue> fieldValue(const nlohmann::json& value) {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value.is_null())
        return FieldValue();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number_float() || (value.is_number_unsigned() && value.get<std::uint64_t>() > largest))
        return value.get<double>();
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    return std::nullopt;
}

nlohmann::ordered_json jsonValue(const FieldValue& value) {
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return *integer;
    if (const auto* word = std::get_if<std::string>(&value))
        return *word;
    return nullptr;
}

std::string setMember(const std::string& key, const nlohmann::json& value, Settings& settings) {
    const SettingsField* const field = findField(key);
    if (!field)
        return "there is no setting \"" + key + "\"; check its spelling";
    const std::optional<FieldValue> converted = fieldValue(value);
    const std::string problem = converted ? field->set(settings, *converted) : "must be a number or a text";
    return problem.empty() ? problem : "the setting \"" + key + "\" " + problem;
}

} // namespace

nlohmann::ordered_json settingsToJson(const Settings& settings) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const SettingsField& field : settingsFields())
        object[field.key] = jsonValue(field.get(settings));
    return object;
}

Status settingsFromJson(const nlohmann::json& document, Settings& settings) {
    if (!document.is_object())
        return badSettings("holds no settings: it must be a JSON object");
    const nlohmann::json& object = document.contains("settings") ? document["settings"] : document;
    if (!object.is_object())
        return badSettings("the member \"settings\" must be a JSON object");
    Settings changed = settings;
    for (const auto& [key, value] : object.items()) {
        const std::string problem = setMember(key, value, changed);
        if (!problem.empty())
            return badSettings(problem);
    }
    settings = std::move(changed);
    return success();
}

Status parseSettings(std::string_view text, Settings& settings) {
    const auto document = parseBoundedJson(text, bounds);
    if (!document)
        return badSettings("is not JSON; choose a run.json, a preset or a session");
    return settingsFromJson(*document, settings);
}

Status readSettings(const std::string& path, Settings& settings) {
    const Result<std::string> text = readTextFile(path, largestFileBytes);
    if (!text)
        return text.error();
    const Status status = parseSettings(*text, settings);
    return status ? status : badSettings(path + ": " + status.error().message);
}

} // namespace thetascope
