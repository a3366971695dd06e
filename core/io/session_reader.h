// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace thetascope {

/// The number in the member "thetascope-session": raised when older programs could misread a file.
constexpr int sessionVersion = 1;

/// Members of a JSON object whose kinds and ranges are checked as they are taken. The first thing wrong is kept, what is
/// taken after it is empty: ask for problem() at the end.
class CheckedObject {
public:
    /// `name`: what a sentence calls the object. Anything but an object is a problem.
    CheckedObject(const nlohmann::json& value, std::string name);

    double number(const char* key, double least, double most);
    /// Null reads as NaN: JSON has no such number.
    double numberOrNan(const char* key);
    std::int64_t integer(const char* key, std::int64_t least, std::int64_t most);
    std::string text(const char* key, std::size_t longest);
    /// An object or an array; null if there is none.
    const nlohmann::json& object(const char* key);
    const nlohmann::json& array(const char* key);

    /// Keeps a problem that somebody else found.
    void refuse(const std::string& what);
    const std::string& problem() const { return m_problem; }

private:
    const nlohmann::json& member(const char* key);
    void refuse(const char* key, const std::string& what);

    const nlohmann::json& m_value;
    std::string m_name, m_problem;
};

} // namespace thetascope
