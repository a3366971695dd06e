// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/field_builders.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace thetascope::fields {
namespace {

SettingsField described(FieldGroup group, Words words, FieldKind kind, NumberRange range = {}) {
    return {.key = std::move(words.key), .label = std::move(words.label), .unit = std::move(words.unit),
            .help = std::move(words.help), .kind = kind, .group = group, .minimum = range.minimum,
            .maximum = range.maximum, .increment = range.increment, .choices = {}, .get = {}, .set = {}};
}

std::optional<double> asReal(const FieldValue& value) {
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    return std::nullopt;
}

/// An integer, or a real that is one, within [lowest, highest].
std::optional<std::int64_t> asInteger(const FieldValue& value, std::int64_t lowest, std::int64_t highest) {
    std::int64_t number = 0;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        number = *integer;
    } else if (const auto* real = std::get_if<double>(&value)) {
        constexpr double exactlyRepresentable = 9007199254740992.0; // 2^53
        if (!(std::abs(*real) <= exactlyRepresentable) || std::floor(*real) != *real)
            return std::nullopt;
        number = static_cast<std::int64_t>(*real);
    } else {
        return std::nullopt;
    }
    return number >= lowest && number <= highest ? std::optional(number) : std::nullopt;
}

std::optional<int> asInt(const FieldValue& value) {
    const auto number = asInteger(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

bool leavesOpen(const FieldValue& value) {
    const auto* const word = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (word && *word == "auto");
}

constexpr const char* needsNumber = "must be a number";
constexpr const char* needsInteger = "must be a whole number";

std::optional<int> parsePositive(std::string_view digits) {
    int number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool valid = failure == std::errc() && end == digits.data() + digits.size() && number > 0;
    return valid ? std::optional(number) : std::nullopt;
}

} // namespace

SettingsField real(FieldGroup group, Words words, NumberRange range, double Settings::*member) {
    SettingsField field = described(group, std::move(words), FieldKind::real, range);
    field.get = [member](const Settings& s) -> FieldValue { return s.*member; };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        const auto number = asReal(value);
        if (!number)
            return needsNumber;
        s.*member = *number;
        return {};
    };
    return field;
}

SettingsField real(FieldGroup group, Words words, NumberRange range, std::optional<double> Settings::*member) {
    SettingsField field = described(group, std::move(words), FieldKind::real, range);
    field.optional = true;
    field.get = [member](const Settings& s) -> FieldValue {
        return s.*member ? FieldValue(*(s.*member)) : FieldValue();
    };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        const auto number = asReal(value);
        if (!number && !leavesOpen(value))
            return std::string(needsNumber) + ", or \"auto\"";
        s.*member = number;
        return {};
    };
    return field;
}

SettingsField integer(FieldGroup group, Words words, NumberRange range, int Settings::*member) {
    SettingsField field = described(group, std::move(words), FieldKind::integer, range);
    field.get = [member](const Settings& s) -> FieldValue { return std::int64_t{s.*member}; };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        const auto number = asInt(value);
        if (!number)
            return needsInteger;
        s.*member = *number;
        return {};
    };
    return field;
}

SettingsField integer(FieldGroup group, Words words, NumberRange range, std::optional<int> Settings::*member) {
    SettingsField field = described(group, std::move(words), FieldKind::integer, range);
    field.optional = true;
    field.get = [member](const Settings& s) -> FieldValue {
        return s.*member ? FieldValue(std::int64_t{*(s.*member)}) : FieldValue();
    };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        const auto number = asInt(value);
        if (!number && !leavesOpen(value))
            return std::string(needsInteger) + ", or \"auto\"";
        s.*member = number;
        return {};
    };
    return field;
}

SettingsField integer(FieldGroup group, Words words, NumberRange range, std::uint64_t Settings::*member) {
    SettingsField field = described(group, std::move(words), FieldKind::integer, range);
    field.get = [member](const Settings& s) -> FieldValue { return static_cast<std::int64_t>(s.*member); };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        const auto number = asInteger(value, 0, std::numeric_limits<std::int64_t>::max());
        if (!number)
            return std::string(needsInteger) + ", not negative";
        s.*member = static_cast<std::uint64_t>(*number);
        return {};
    };
    return field;
}

SettingsField text(FieldGroup group, Words words, FieldKind kind, std::string Settings::*member) {
    SettingsField field = described(group, std::move(words), kind);
    field.get = [member](const Settings& s) -> FieldValue { return s.*member; };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        if (const auto* const word = std::get_if<std::string>(&value); word && !word->empty())
            s.*member = *word;
        else if (const auto* const number = std::get_if<std::int64_t>(&value))
            s.*member = std::to_string(*number);
        else
            return "must be a text";
        return {};
    };
    return field;
}

SettingsField grid(FieldGroup group, Words words, std::optional<ThetaGrid> Settings::*member) {
    SettingsField field = described(group, std::move(words), FieldKind::text);
    field.optional = true;
    field.get = [member](const Settings& s) -> FieldValue {
        if (!(s.*member))
            return {};
        return std::to_string((s.*member)->bins) + "x" + std::to_string((s.*member)->frames);
    };
    field.set = [member](Settings& s, const FieldValue& value) -> std::string {
        const auto* const word = std::get_if<std::string>(&value);
        if (leavesOpen(value)) {
            (s.*member).reset();
            return {};
        }
        const std::size_t cross = word ? word->find('x') : std::string::npos;
        if (cross != std::string::npos) {
            const auto bins = parsePositive(std::string_view(*word).substr(0, cross));
            const auto frames = parsePositive(std::string_view(*word).substr(cross + 1));
            if (bins && frames) {
                s.*member = ThetaGrid{*bins, *frames};
                return {};
            }
        }
        return "must be two whole numbers as in 24x6 (bins x frames), 1x1, or auto";
    };
    return field;
}

std::string notAChoice(const std::vector<FieldChoice>& choices) {
    std::string message = "must be ";
    for (std::size_t i = 0; i < choices.size(); ++i)
        message += (i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ") + ("\"" + choices[i].name + "\"");
    return message;
}

} // namespace thetascope::fields
