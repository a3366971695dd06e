// SPDX-License-Identifier: GPL-3.0-or-later
// parseObjective() of objective.h: its grammar, read from left to right.
#include "core/objective/objective.h"
#include "core/objective/reader.h"

#include <algorithm>
#include <cstdio>

namespace thetascope {

namespace {

/// A term without its weight.
struct Factor {
    std::string name; ///< as written, blanks removed
    const TermDescription* description = nullptr;
    TermParameters parameters; ///< all of them, defaults filled in
};

template <class Named>
const Named* findNamed(const std::vector<Named>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

template <class Named>
std::string listNames(const std::vector<Named>& all) {
    std::string text;
    for (const Named& each : all)
        text += (text.empty() ? "" : ", ") + each.name;
    return text;
}

std::string numberText(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", number);
    return text;
}

/// [sign] number within the parameter's range.
double parameterValue(Reader& reader, const TermParameter& parameter) {
    reader.skipBlanks();
    const std::size_t from = reader.position();
    const double value = reader.signedNumber();
    if (value < parameter.minimum || value > parameter.maximum)
        reader.fail(from, parameter.name + " must lie between " + numberText(parameter.minimum) + " and " +
                              numberText(parameter.maximum) + ", not " + numberText(value));
    return value;
}

/// key "=" number
void readParameter(Reader& reader, Factor& factor, std::vector<std::string>& seen) {
    const TermDescription& term = *factor.description;
    if (!reader.atWord())
        reader.failExpected("a parameter of " + term.name + " (" + listNames(term.parameters) + ")");
    const std::size_t from = reader.position();
    const std::string key = reader.word();
    const TermParameter* parameter = findNamed(term.parameters, key);
    if (!parameter)
        reader.fail(from, term.name + " has no parameter " + reader.quote(from) + "; it has: " + listNames(term.parameters));
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
        reader.fail(from, "the parameter '" + key + "' is given twice");
    seen.push_back(key);
    if (!reader.accept('='))
        reader.failExpected("'=' and a number after '" + key + "'");
    factor.parameters[key] = parameterValue(reader, *parameter);
}

/// What follows the opening parenthesis.
void readParameters(Reader& reader, Factor& factor) {
    if (factor.description->parameters.empty())
        reader.fail(reader.position() - 1, factor.description->name + " takes no parameters");
    std::vector<std::string> seen;
    do {
        readParameter(reader, factor, seen);
    } while (reader.accept(','));
    if (!reader.accept(')'))
        reader.failExpected("',' or ')'");
}

/// name ["(" parameters ")"]
Factor readFactor(Reader& reader) {
    if (!reader.atWord())
        reader.failExpected("the name of a term (" + listNames(objectiveTerms()) + ")");
    const std::size_t from = reader.position();
    Factor factor;
    factor.name = reader.word();
    factor.description = findNamed(objectiveTerms(), factor.name);
    if (!factor.description)
        reader.fail(from, "there is no term " + reader.quote(from) + "; there are: " + listNames(objectiveTerms()));
    for (const TermParameter& each : factor.description->parameters)
        factor.parameters[each.name] = each.byDefault;
    if (reader.accept('(')) {
        readParameters(reader, factor);
        factor.name = reader.takenSince(from);
    }
    return factor;
}

/// [number "*"] factor, appended to what has been read so far
void readTerm(Reader& reader, double sign, std::vector<Factor>& factors, std::vector<Objective::WeightedTerm>& terms) {
    double weight = sign;
    if (reader.atNumber()) {
        weight = sign * reader.number();
        if (!reader.accept('*'))
            reader.failExpected("'*' and a term after the weight");
    }
    reader.skipBlanks();
    const std::size_t from = reader.position();
    const Factor factor = readFactor(reader);
    for (const Factor& earlier : factors)
        if (earlier.description == factor.description && earlier.parameters == factor.parameters)
            reader.fail(from, "'" + factor.name + "' is there twice; add up its weights instead");
    factors.push_back(factor);
    terms.push_back({factor.name, weight, makeTerm(factor.description->name, factor.parameters)});
}

Objective readExpression(Reader& reader) {
    std::vector<Factor> factors;
    std::vector<Objective::WeightedTerm> terms;
    readTerm(reader, reader.acceptSign().value_or(1), factors, terms);
    while (!reader.atEnd()) {
        const std::optional<double> sign = reader.acceptSign();
        if (!sign)
            reader.failExpected("'+' or '-' before the next term");
        readTerm(reader, *sign, factors, terms);
    }
    return Objective(std::move(terms));
}

} // namespace

Result<Objective> parseObjective(const std::string& expression) {
    Reader reader(expression);
    if (reader.atEnd())
        return Error{ErrorKind::arguments, "the objective is empty; write a weighted sum of these terms: " +
                                               listNames(objectiveTerms()) + "; for example entropy+0.01*smoothness"};
    try {
        return readExpression(reader);
    } catch (const SyntaxError& error) {
        return Error{ErrorKind::arguments, "objective \"" + excerpt(expression) + "\", " + error.message};
    }
}

} // namespace thetascope
