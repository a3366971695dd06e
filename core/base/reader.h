// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace thetascope {

/// A text that doesn't follow the grammar: what is wrong and where, as a clause for a message. Stays within the function that parses.
struct SyntaxError {
    std::string message;
};

/// A cursor over the text of an expression: blanks, single characters, words and numbers. Independent of the locale. Keeps a
/// reference to the text.
class Reader {
public:
    explicit Reader(const std::string& text) : m_text(text) {}

    std::size_t position() const { return m_at; }
    void skipBlanks();
    /// After any blanks: whether the end is reached; starts a word; starts a number without a sign.
    bool atEnd();
    bool atWord();
    bool atNumber();

    /// Skips blanks; takes the character if it is the next one.
    bool accept(char wanted);
    /// Takes a sign: +1, -1, or nothing.
    std::optional<double> acceptSign();
    /// Takes letters, digits and underscores.
    std::string word();
    /// Takes a number such as 2, 0.01, .5 or 1e-3, without or with a sign. Throws SyntaxError if there is none or it is not
    /// finite.
    double number();
    double signedNumber();

    /// The text from a position to the cursor without its blanks.
    std::string takenSince(std::size_t position) const;
    /// What stands at a position, in quotes, or "the end".
    std::string quote(std::size_t position) const;

    [[noreturn]] void fail(std::size_t position, const std::string& message) const;
    [[noreturn]] void failExpected(const std::string& what) const;

private:
    const std::string& m_text;
    std::size_t m_at = 0;
};

/// The beginning of a text fit for a one-line message: control characters become blanks, a long text ends in "...".
std::string excerpt(const std::string& text);

} // namespace thetascope
