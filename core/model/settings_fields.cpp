// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings_fields.h"

#include "core/model/settings_table.h"

#include <charconv>
#include <iterator>

namespace thetascope {
namespace {

std::vector<SettingsField> allFields() {
    std::vector<SettingsField> all = fields::signalFields();
    for (auto* const part : {&fields::transformFields, &fields::descentFields}) {
        std::vector<SettingsField> more = part();
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return all;
}

/// The whole text as a number; monostate if it isn't one.
template <class Number>
FieldValue parseNumber(std::string_view text) {
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

/// Integers are parsed as such (a seed needs all its digits), else as reals: 1e3 is a whole number too.
FieldValue parseField(FieldKind kind, std::string_view text) {
    if (kind == FieldKind::integer)
        if (const FieldValue integer = parseNumber<std::int64_t>(text); integer.index() != 0)
            return integer;
    return parseNumber<double>(text);
}

std::string numberText(double number) {
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

} // namespace

const std::vector<SettingsField>& settingsFields() {
    static const std::vector<SettingsField> all = allFields();
    return all;
}

const SettingsField* findField(std::string_view key) {
    for (const SettingsField& field : settingsFields())
        if (field.key == key)
            return &field;
    return nullptr;
}

std::string setFieldFromText(const SettingsField& field, Settings& settings, const std::string& text) {
    if (text == "auto" && field.optional)
        return field.set(settings, FieldValue());
    if (field.kind == FieldKind::choice || field.kind == FieldKind::text)
        return field.set(settings, text);
    const FieldValue number = parseField(field.kind, text);
    return field.set(settings, number.index() != 0 ? number : FieldValue(text));
}

std::string fieldText(const SettingsField& field, const Settings& settings) {
    const FieldValue value = field.get(settings);
    if (const auto* real = std::get_if<double>(&value))
        return numberText(*real);
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return std::to_string(*integer);
    if (const auto* word = std::get_if<std::string>(&value))
        return *word;
    return "auto";
}

} // namespace thetascope
