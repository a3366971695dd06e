// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/settings.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace thetascope {

/// Every setting by its key, in the order of settingsFields(); null where left open.
nlohmann::ordered_json settingsToJson(const Settings& settings);

/// Changes the settings that a document names and leaves the others; nothing changes on an error. The document is an
/// object of settings, or one with such an object as its member "settings" (a result's run.json, a preset, a session).
/// Null and "auto" leave a setting open. Ranges are validate()'s. Errors (kind arguments) name the key: unknown, wrong
/// type, no such choice.
Status settingsFromJson(const nlohmann::json& document, Settings& settings);

/// The same from text. Errors also for text that isn't JSON.
Status parseSettings(std::string_view text, Settings& settings);

/// The same from a file; errors begin with its path. Also (kind input): missing, unreadable.
Status readSettings(const std::string& path, Settings& settings);

} // namespace thetascope
