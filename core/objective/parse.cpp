// SPDX-License-Identifier: GPL-3.0-or-later
// parseObjective() of objective.h: a hand-written reader of its grammar. Locale-independent; never throws on bad text.
#include "core/objective/objective.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

namespace thetascope {

namespace {

constexpr std::size_t longestQuote = 40; // characters of the text repeated in a message

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isWordCharacter(char c) { return isLetter(c) || isDigit(c); }
bool isContinuationByte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Thrown within this file only; parseObjective() turns it into an Error.
struct SyntaxError {
    std::string message;
};

/// What a parameter list or its absence comes down to.
struct Factor {
    std::string name; ///< as written, blanks removed
    const TermDescription* description = nullptr;
    TermParameters parameters; ///< complete
};

std::string numberText(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", number);
    return text;
}

template <class Named>
std::string listNames(const std::vector<Named>& all) {
    std::string text;
    for (const Named& each : all)
        text += (text.empty() ? "" : ", ") + each.name;
    return text;
}

class Parser {
public:
    explicit Parser(const std::string& text) : m_text(text) {}

    std::vector<Objective::WeightedTerm> expression();

private:
    Objective::WeightedTerm weightedTerm(double sign);
    Factor factor();
    void parameterList(Factor& factor);
    void parameter(Factor& factor, std::vector<std::string>& seen);
    double number();
    double signedNumber();
    std::string_view word();

    void skipBlanks();
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool accept(char wanted);
    /// +1, -1 or nothing.
    std::optional<double> acceptSign();
    /// What stands at a position, quoted, or "the end".
    std::string quote(std::size_t position) const;
    [[noreturn]] void fail(std::size_t position, const std::string& message) const;
    [[noreturn]] void failExpected(const std::string& what) const { fail(m_at, "expected " + what + ", found " + quote(m_at)); }

    const std::string& m_text;
    std::size_t m_at = 0;
    std::vector<Factor> m_factors;
};

void Parser::fail(std::size_t position, const std::string& message) const {
    throw SyntaxError{"at character " + std::to_string(position + 1) + ": " + message};
}

std::string Parser::quote(std::size_t position) const {
    if (position >= m_text.size())
        return "the end";
    std::size_t end = position + 1;
    if (isWordCharacter(m_text[position])) {
        while (end < m_text.size() && isWordCharacter(m_text[end]) && end - position < longestQuote)
            ++end;
    } else {
        while (end < m_text.size() && isContinuationByte(m_text[end]) && end - position < 4)
            ++end;
    }
    if (end == position + 1 && (static_cast<unsigned char>(m_text[position]) < 0x20 || m_text[position] == 0x7F))
        return "a control character";
    return "'" + m_text.substr(position, end - position) + "'";
}

void Parser::skipBlanks() {
    while (!atEnd() && isBlank(m_text[m_at]))
        ++m_at;
}

bool Parser::accept(char wanted) {
    skipBlanks();
    if (atEnd() || m_text[m_at] != wanted)
        return false;
    ++m_at;
    return true;
}

std::optional<double> Parser::acceptSign() {
    if (accept('+'))
        return 1.0;
    if (accept('-'))
        return -1.0;
    return std::nullopt;
}

std::string_view Parser::word() {
    const std::size_t from = m_at;
    while (!atEnd() && isWordCharacter(m_text[m_at]))
        ++m_at;
    return std::string_view(m_text).substr(from, m_at - from);
}

double Parser::number() {
    double value = 0;
    const char* const from = m_text.data() + m_at;
    const auto [end, problem] = std::from_chars(from, m_text.data() + m_text.size(), value);
    if (problem == std::errc::result_out_of_range)
        fail(m_at, quote(m_at) + " is too large or too small a number");
    if (problem != std::errc())
        failExpected("a number");
    m_at += static_cast<std::size_t>(end - from);
    return value;
}

double Parser::signedNumber() {
    const double sign = acceptSign().value_or(1);
    skipBlanks();
    if (!isDigit(peek()) && peek() != '.')
        failExpected("a number");
    return sign * number();
}

void Parser::parameter(Factor& factor, std::vector<std::string>& seen) {
    skipBlanks();
    const std::size_t keyAt = m_at;
    if (!isLetter(peek()))
        failExpected("a parameter of " + factor.description->name + " (" + listNames(factor.description->parameters) + ")");
    const std::string key(word());
    const auto& known = factor.description->parameters;
    const auto found = std::find_if(known.begin(), known.end(), [&](const TermParameter& each) { return each.name == key; });
    if (found == known.end())
        fail(keyAt, factor.description->name + " has no parameter " + quote(keyAt) + "; it has: " + listNames(known));
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
        fail(keyAt, "the parameter '" + key + "' is given twice");
    seen.push_back(key);
    if (!accept('='))
        failExpected("'=' and a number after '" + key + "'");
    skipBlanks();
    const std::size_t valueAt = m_at;
    const double value = signedNumber();
    if (value < found->minimum || value > found->maximum)
        fail(valueAt, key + " must lie between " + numberText(found->minimum) + " and " + numberText(found->maximum) +
                          ", not " + numberText(value));
    factor.parameters[key] = value;
}

void Parser::parameterList(Factor& factor) {
    if (factor.description->parameters.empty())
        fail(m_at - 1, factor.description->name + " takes no parameters");
    std::vector<std::string> seen;
    do {
        parameter(factor, seen);
    } while (accept(','));
    if (!accept(')'))
        failExpected("',' or ')'");
}

Factor Parser::factor() {
    skipBlanks();
    const std::size_t from = m_at;
    if (!isLetter(peek()))
        failExpected("the name of a term (" + listNames(objectiveTerms()) + ")");
    const std::string_view name = word();
    const auto& all = objectiveTerms();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TermDescription& each) { return each.name == name; });
    if (found == all.end())
        fail(from, "there is no term " + quote(from) + "; there are: " + listNames(all));
    Factor result;
    result.description = &*found;
    for (const TermParameter& each : found->parameters)
        result.parameters[each.name] = each.byDefault;
    std::size_t end = m_at;
    if (accept('(')) {
        parameterList(result);
        end = m_at;
    }
    std::copy_if(m_text.begin() + static_cast<std::ptrdiff_t>(from), m_text.begin() + static_cast<std::ptrdiff_t>(end),
                 std::back_inserter(result.name), [](char c) { return !isBlank(c); });
    return result;
}

Objective::WeightedTerm Parser::weightedTerm(double sign) {
    skipBlanks();
    double weight = sign;
    if (isDigit(peek()) || peek() == '.') {
        weight = sign * number();
        if (!accept('*'))
            failExpected("'*' and a term after the weight");
    }
    skipBlanks();
    const std::size_t from = m_at;
    Factor next = factor();
    for (const Factor& earlier : m_factors)
        if (earlier.description == next.description && earlier.parameters == next.parameters)
            fail(from, "'" + next.name + "' is there twice; add up its weights instead");
    m_factors.push_back(next);
    return {next.name, weight, makeTerm(next.description->name, next.parameters)};
}

std::vector<Objective::WeightedTerm> Parser::expression() {
    std::vector<Objective::WeightedTerm> terms{weightedTerm(acceptSign().value_or(1))};
    while (skipBlanks(), !atEnd()) {
        const std::optional<double> sign = acceptSign();
        if (!sign)
            failExpected("'+' or '-' before the next term");
        terms.push_back(weightedTerm(*sign));
    }
    return terms;
}

} // namespace

Result<Objective> parseObjective(const std::string& expression) {
    if (std::all_of(expression.begin(), expression.end(), isBlank))
        return Error{ErrorKind::arguments, "the objective is empty; write a weighted sum of these terms: " +
                                               listNames(objectiveTerms()) + "; for example entropy+0.01*smoothness"};
    try {
        return Objective(Parser(expression).expression());
    } catch (const SyntaxError& error) {
        std::string shown = expression.substr(0, longestQuote);
        if (expression.size() > longestQuote)
            shown += "...";
        return Error{ErrorKind::arguments, "objective \"" + shown + "\", " + error.message};
    }
}

} // namespace thetascope
