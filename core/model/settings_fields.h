// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace thetascope {

/// The value of one setting on its way to or from a file, a flag or a panel; monostate: left open ("auto").
using FieldValue = std::variant<std::monostate, double, std::int64_t, std::string>;

enum class FieldKind { real, integer, choice, text };

/// Where a panel shows a setting.
enum class FieldGroup { signal, transform, objective, optimiser };

struct FieldChoice {
    std::string name;     ///< as in files and flags
    std::string sentence; ///< what it means
};

/// The description of one setting that panels, flags, files and help all read. The flag is "--" + key.
struct SettingsField {
    std::string key;        ///< e.g. "theta-min"
    std::string label;      ///< e.g. "Shortest window"
    std::string unit;       ///< "samples", "s", or empty
    std::string help;       ///< one or two sentences, with the formula where there is one
    FieldKind kind = FieldKind::text;
    FieldGroup group = FieldGroup::transform;
    bool optional = false;  ///< may be left open (monostate)
    bool live = false;      ///< may be changed while a descent runs
    double minimum = 0, maximum = 0; ///< valid range, for numbers
    double increment = 1;            ///< for spin boxes
    std::vector<FieldChoice> choices; ///< for FieldKind::choice; empty for names that a factory lists (window, optimiser)
    std::function<FieldValue(const Settings&)> get;
    /// Sets the value; returns what is wrong with it (empty if nothing). The range is checked by validate().
    std::function<std::string(Settings&, const FieldValue&)> set;
};

/// Every setting, in the order of the command line's table.
const std::vector<SettingsField>& settingsFields();

/// The field with that key, or null.
const SettingsField* findField(std::string_view key);

/// Sets a field from text as typed on a command line; returns what is wrong with it (empty if nothing).
std::string setFieldFromText(const SettingsField& field, Settings& settings, const std::string& text);

/// The value as text, "auto" if left open.
std::string fieldText(const SettingsField& field, const Settings& settings);

/// Names as in files and flags.
std::string_view toString(ThetaMode mode);
std::string_view toString(PositionMode mode);
std::string_view toString(Normalisation normalisation);
std::string_view toString(FrameLayout layout);

} // namespace thetascope
