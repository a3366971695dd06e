// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings_fields.h"

#include <vector>

namespace thetascope::fields {

/// The fields of settingsFields(), by group, in the order of the command line's table.
std::vector<SettingsField> signalFields();
std::vector<SettingsField> transformFields();
std::vector<SettingsField> descentFields();

} // namespace thetascope::fields
