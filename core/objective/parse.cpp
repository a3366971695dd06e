// SPDX-License-Identifier: GPL-3.0-or-later
// parseObjective() of objective.h: its grammar, read from left to right.
#include "core/base/parameters.h"
#include "core/objective/objective.h"

#include <algorithm>

namespace thetascope {

namespace {

/// A term without its weight.
struct Factor {
    std::string name; ///< as written, blanks removed
    const TermDescription* description = nullptr;
    TermParameters parameters; ///< all of them, defaults filled in
};

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
    factor.parameters = defaultValues(factor.description->parameters);
    readParameters(reader, factor.description->name, factor.description->parameters, factor.parameters);
    factor.name = reader.takenSince(from);
    return factor;
}

/// [number "*"] factor, appended to what has been read so far
void readTerm(Reader& reader, double sign, std::vector<Factor>& factors, std::vector<Objective::WeightedTerm>& terms,
              const TermContext& context) {
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
    terms.push_back({factor.name, weight, makeTerm(factor.description->name, factor.parameters, context)});
}

Objective readExpression(Reader& reader, const TermContext& context) {
    std::vector<Factor> factors;
    std::vector<Objective::WeightedTerm> terms;
    readTerm(reader, reader.acceptSign().value_or(1), factors, terms, context);
    while (!reader.atEnd()) {
        const std::optional<double> sign = reader.acceptSign();
        if (!sign)
            reader.failExpected("'+' or '-' before the next term");
        readTerm(reader, *sign, factors, terms, context);
    }
    return Objective(std::move(terms));
}

} // namespace

Result<Objective> parseObjective(const std::string& expression, const TermContext& context) {
    Reader reader(expression);
    if (reader.atEnd())
        return Error{ErrorKind::arguments, "the objective is empty; write a weighted sum of these terms: " +
                                               listNames(objectiveTerms()) + "; for example entropy+0.01*smoothness"};
    try {
        return readExpression(reader, context);
    } catch (const SyntaxError& error) {
        return Error{ErrorKind::arguments, "objective \"" + excerpt(expression) + "\", " + error.message};
    }
}

} // namespace thetascope
