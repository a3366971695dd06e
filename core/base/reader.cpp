// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/reader.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace thetascope {

namespace {

constexpr std::size_t longestWord = 40, longestExcerpt = 80; // bytes of the text repeated in a message

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isWordCharacter(char c) { return isLetter(c) || isDigit(c); }
/// Second to fourth byte of a character in UTF-8.
bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

} // namespace

void Reader::skipBlanks() {
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
}

bool Reader::atEnd() {
    skipBlanks();
    return m_at >= m_text.size();
}

bool Reader::atWord() { return !atEnd() && isLetter(m_text[m_at]); }

bool Reader::atNumber() { return !atEnd() && (isDigit(m_text[m_at]) || m_text[m_at] == '.'); }

bool Reader::accept(char wanted) {
    if (atEnd() || m_text[m_at] != wanted)
        return false;
    ++m_at;
    return true;
}

std::optional<double> Reader::acceptSign() {
    if (accept('+'))
        return 1.0;
    if (accept('-'))
        return -1.0;
    return std::nullopt;
}

std::string Reader::word() {
    const std::size_t from = m_at;
    while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
        ++m_at;
    return m_text.substr(from, m_at - from);
}

double Reader::number() {
    if (!atNumber())
        failExpected("a number");
    double value = 0;
    const char* const from = m_text.data() + m_at;
    const auto [end, problem] = std::from_chars(from, m_text.data() + m_text.size(), value);
    if (problem == std::errc::result_out_of_range)
        fail(m_at, quote(m_at) + " is too large or too small for a number");
    if (problem != std::errc())
        failExpected("a number");
    m_at += static_cast<std::size_t>(end - from);
    return value;
}

double Reader::signedNumber() {
    const double sign = acceptSign().value_or(1);
    return sign * number();
}

std::string Reader::takenSince(std::size_t position) const {
    std::string taken;
    const auto begin = m_text.begin();
    std::copy_if(begin + static_cast<std::ptrdiff_t>(position), begin + static_cast<std::ptrdiff_t>(m_at),
                 std::back_inserter(taken), [](char c) { return !isBlank(c); });
    return taken;
}

std::string Reader::quote(std::size_t position) const {
    if (position >= m_text.size())
        return "the end";
    if (isControl(m_text[position]))
        return "a control character";
    const auto belongs = isWordCharacter(m_text[position]) ? isWordCharacter : isContinuation;
    std::size_t end = position + 1;
    while (end < m_text.size() && belongs(m_text[end]) && end - position < longestWord)
        ++end;
    return "'" + m_text.substr(position, end - position) + "'";
}

void Reader::fail(std::size_t position, const std::string& message) const {
    throw SyntaxError{"at character " + std::to_string(position + 1) + ": " + message};
}

void Reader::failExpected(const std::string& what) const { fail(m_at, "expected " + what + ", found " + quote(m_at)); }

std::string excerpt(const std::string& text) {
    std::size_t length = std::min(text.size(), longestExcerpt);
    while (length > 0 && length < text.size() && isContinuation(text[length]))
        --length; // don't cut a character in two
    std::string shown = text.substr(0, length);
    std::replace_if(shown.begin(), shown.end(), isControl, ' ');
    return length < text.size() ? shown + "..." : shown;
}

} // namespace thetascope
