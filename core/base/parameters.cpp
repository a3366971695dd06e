// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parameters.h"

#include <algorithm>
#include <cstdio>

namespace thetascope {

namespace {

std::string numberText(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", number);
    return text;
}

/// [sign] number within the parameter's range.
double parameterValue(Reader& reader, const NamedParameter& parameter) {
    reader.skipBlanks();
    const std::size_t from = reader.position();
    const double value = reader.signedNumber();
    if (value < parameter.minimum || value > parameter.maximum)
        reader.fail(from, parameter.name + " must lie between " + numberText(parameter.minimum) + " and " +
                              numberText(parameter.maximum) + ", not " + numberText(value));
    return value;
}

/// key "=" number
void readParameter(Reader& reader, const std::string& owner, const std::vector<NamedParameter>& parameters,
                   ParameterValues& values, std::vector<std::string>& seen) {
    if (!reader.atWord()) reader.failExpected("a parameter of " + owner + " (" + listNames(parameters) + ")");
    const std::size_t from = reader.position();
    const std::string key = reader.word();
    const NamedParameter* parameter = findNamed(parameters, key);
    if (!parameter)
        reader.fail(from, owner + " has no parameter " + reader.quote(from) + "; it has: " + listNames(parameters));
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
        reader.fail(from, "the parameter '" + key + "' is given twice");
    seen.push_back(key);
    if (!reader.accept('=')) reader.failExpected("'=' and a number after '" + key + "'");
    values[key] = parameterValue(reader, *parameter);
}

} // namespace

ParameterValues defaultValues(const std::vector<NamedParameter>& parameters) {
    ParameterValues values;
    for (const NamedParameter& each : parameters) values[each.name] = each.byDefault;
    return values;
}

void readParameters(Reader& reader, const std::string& owner, const std::vector<NamedParameter>& parameters,
                    ParameterValues& values) {
    if (!reader.accept('(')) return;
    if (parameters.empty()) reader.fail(reader.position() - 1, owner + " takes no parameters");
    std::vector<std::string> seen;
    do {
        readParameter(reader, owner, parameters, values, seen);
    } while (reader.accept(','));
    if (!reader.accept(')')) reader.failExpected("',' or ')'");
}

} // namespace thetascope
