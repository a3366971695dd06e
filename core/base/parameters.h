// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/reader.h"

#include <map>
#include <string>
#include <vector>

namespace thetascope {

/// A parameter of something that is chosen by name: a term, as in renyi(alpha=3), or a taper, as in kaiser(beta=8.6).
struct NamedParameter {
    std::string name;
    std::string sentence;
    double byDefault = 0, minimum = 0, maximum = 0;
};

using ParameterValues = std::map<std::string, double, std::less<>>;

/// Every parameter at its default.
ParameterValues defaultValues(const std::vector<NamedParameter>& parameters);

/// What follows a name: nothing, or "(" key "=" number {"," key "=" number} ")"; what isn't given keeps its value in `values`.
/// Throws SyntaxError: an unknown or repeated key, a value out of range, a missing parenthesis.
void readParameters(Reader& reader, const std::string& owner, const std::vector<NamedParameter>& parameters,
                    ParameterValues& values);

/// The names of a list of things that have one, separated by commas.
template <class Named>
std::string listNames(const std::vector<Named>& all) {
    std::string text;
    for (const Named& each : all) text += (text.empty() ? "" : ", ") + each.name;
    return text;
}

/// The one of that name, or null.
template <class Named>
const Named* findNamed(const std::vector<Named>& all, const std::string& name) {
    for (const Named& each : all)
        if (each.name == name) return &each;
    return nullptr;
}

} // namespace thetascope
