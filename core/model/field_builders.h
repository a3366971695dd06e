// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings_fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thetascope::fields {

/// The words that panels, flags and help show of a field.
struct Words {
    std::string key, label, unit, help;
};

struct NumberRange {
    double minimum = 0, maximum = 0, increment = 1;
};

/// One value of an enumeration and what files, flags and menus call it.
template <class Enum>
struct Named {
    Enum value;
    std::string_view name;
    std::string_view sentence;
};

/// A real setting; `member` a double or an optional<double> of Settings.
SettingsField real(FieldGroup group, Words words, NumberRange range, double Settings::*member);
SettingsField real(FieldGroup group, Words words, NumberRange range, std::optional<double> Settings::*member);

/// An integer setting; `member` an int, an optional<int> or a 64-bit seed of Settings.
SettingsField integer(FieldGroup group, Words words, NumberRange range, int Settings::*member);
SettingsField integer(FieldGroup group, Words words, NumberRange range, std::optional<int> Settings::*member);
SettingsField integer(FieldGroup group, Words words, NumberRange range, std::uint64_t Settings::*member);

/// A text setting, or (kind choice) a name that a factory checks.
SettingsField text(FieldGroup group, Words words, FieldKind kind, std::string Settings::*member);

/// The grid of theta's knots, as "BINSxFRAMES".
SettingsField grid(FieldGroup group, Words words, std::optional<ThetaGrid> Settings::*member);

/// What set() says of a name that isn't among the choices.
std::string notAChoice(const std::vector<FieldChoice>& choices);

template <class Enum>
std::string_view nameOf(const std::vector<Named<Enum>>& table, Enum value) {
    for (const Named<Enum>& entry : table)
        if (entry.value == value)
            return entry.name;
    return {};
}

/// One of an enumeration's values. The table must outlive the field (it is a static).
template <class Enum>
SettingsField choice(FieldGroup group, Words words, const std::vector<Named<Enum>>& table, Enum Settings::*member) {
    SettingsField field{.key = std::move(words.key), .label = std::move(words.label), .unit = std::move(words.unit),
                        .help = std::move(words.help), .kind = FieldKind::choice, .group = group,
                        .choices = {}, .get = {}, .set = {}};
    for (const Named<Enum>& entry : table)
        field.choices.push_back({std::string(entry.name), std::string(entry.sentence)});
    field.get = [&table, member](const Settings& s) -> FieldValue { return std::string(nameOf(table, s.*member)); };
    field.set = [&table, member, choices = field.choices](Settings& s, const FieldValue& value) -> std::string {
        const auto* const name = std::get_if<std::string>(&value);
        for (const Named<Enum>& entry : table) {
            if (name && *name == entry.name) {
                s.*member = entry.value;
                return {};
            }
        }
        return notAChoice(choices);
    };
    return field;
}

} // namespace thetascope::fields
