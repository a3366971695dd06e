// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace thetascope {

/// What a document of ours may be. A JSON value takes a hundred times the memory of its text, so that a small file of brackets
/// could ask for gigabytes, and what walks a document calls itself once per level.
struct JsonBounds {
    int deepest = 16;                  ///< levels of brackets
    std::size_t mostValues = 1'000'000; ///< keys included
};

/// The document; nothing if it isn't JSON, or beyond the bounds.
template <class Json = nlohmann::json>
std::optional<Json> parseBoundedJson(std::string_view text, JsonBounds bounds = {}) {
    std::size_t values = 0;
    bool tooMuch = false;
    const auto keep = [&](int depth, typename Json::parse_event_t, Json&) {
        tooMuch = tooMuch || depth > bounds.deepest || ++values > bounds.mostValues;
        return !tooMuch;
    };
    Json document = Json::parse(text, keep, false);
    return tooMuch || document.is_discarded() ? std::nullopt : std::optional(std::move(document));
}

} // namespace thetascope
