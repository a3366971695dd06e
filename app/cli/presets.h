// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// The preset that everything starts from.
constexpr const char* defaultPreset = "sharpen";

/// A named set of settings. They are files of the program itself: resources/presets/NAME.json, with a "description" and the
/// "settings" that differ from what Settings begins with.
struct Preset {
    std::string name;
    std::string description; ///< one sentence
    Settings settings;
};

/// Every preset, the default one first, then by name. Throws std::runtime_error for a preset of the program that can't be
/// understood: a mistake in the build, not in anything a person did.
const std::vector<Preset>& presets();

/// The preset of that name, or null.
const Preset* findPreset(std::string_view name);

} // namespace thetascope
