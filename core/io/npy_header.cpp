// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_header.h"

#include <array>
#include <charconv>
#include <istream>
#include <optional>
#include <string_view>

namespace thetascope {
namespace {

constexpr std::string_view magic("\x93NUMPY", 6);
constexpr std::size_t alignment = 64;
/// Longer headers belong to structured types, which are not for us.
constexpr std::size_t longestHeader = 65536;

Error notNpy(std::string reason) { return {ErrorKind::input, std::move(reason)}; }

/// What follows `key` and its colon in the header's dictionary, without leading spaces.
std::optional<std::string_view> valueOf(std::string_view dictionary, std::string_view key) {
    const std::size_t at = dictionary.find("'" + std::string(key) + "'");
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::size_t value = dictionary.find_first_not_of(": ", at + key.size() + 2);
    return value == std::string_view::npos ? std::nullopt : std::optional(dictionary.substr(value));
}

std::optional<std::string> quoted(std::string_view value) {
    if (value.empty() || value.front() != '\'')
        return std::nullopt;
    const std::size_t end = value.find('\'', 1);
    return end == std::string_view::npos ? std::nullopt : std::optional(std::string(value.substr(1, end - 1)));
}

/// The numbers of "(3, 4)", "(3,)" or "()".
std::optional<std::vector<std::size_t>> tuple(std::string_view value) {
    const std::size_t close = value.find(')');
    if (value.empty() || value.front() != '(' || close == std::string_view::npos)
        return std::nullopt;
    std::vector<std::size_t> numbers;
    const char* next = value.data() + 1;
    const char* const last = value.data() + close;
    while (next != last) {
        if (*next == ' ' || (*next == ',' && !numbers.empty())) {
            ++next;
            continue;
        }
        std::size_t number = 0;
        const auto [end, failure] = std::from_chars(next, last, number);
        if (failure != std::errc())
            return std::nullopt;
        numbers.push_back(number);
        next = end;
    }
    return numbers;
}

/// Length of the dictionary, from the two (version 1) or four bytes that hold it.
std::optional<std::size_t> dictionaryLength(std::istream& stream, unsigned version) {
    std::array<unsigned char, 4> bytes{};
    const int count = version == 1 ? 2 : 4;
    if (!stream.read(reinterpret_cast<char*>(bytes.data()), count))
        return std::nullopt;
    std::size_t length = 0;
    for (int i = count - 1; i >= 0; --i)
        length = length << 8 | bytes[i];
    return length;
}

} // namespace

Result<NpyHeader> readNpyHeader(std::istream& stream) {
    std::array<char, 8> start{};
    if (!stream.read(start.data(), start.size()) || std::string_view(start.data(), magic.size()) != magic)
        return notNpy("is not a NumPy .npy file");
    const auto version = static_cast<unsigned char>(start[6]);
    if (version < 1 || version > 3)
        return notNpy("is a .npy file of version " + std::to_string(version) + ", which is unknown");
    const auto length = dictionaryLength(stream, version);
    if (!length || *length > longestHeader)
        return notNpy("has a damaged .npy header");
    std::string text(*length, '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return notNpy("ends within its header");

    const auto type = valueOf(text, "descr");
    const auto order = valueOf(text, "fortran_order");
    const auto shape = valueOf(text, "shape");
    const auto name = type ? quoted(*type) : std::nullopt;
    const auto numbers = shape ? tuple(*shape) : std::nullopt;
    const bool fortran = order && order->starts_with("True");
    if (!name || !numbers || !order || (!fortran && !order->starts_with("False")))
        return notNpy("has a damaged .npy header");
    return NpyHeader{*name, fortran, *numbers};
}

std::string npyHeaderText(const std::string& type, const std::vector<std::size_t>& shape) {
    std::string dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (";
    for (std::size_t i = 0; i < shape.size(); ++i)
        dictionary += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    dictionary += shape.size() == 1 ? ",), }" : "), }";
    constexpr std::size_t prefix = magic.size() + 4; // version and length
    const std::size_t unpadded = prefix + dictionary.size() + 1;
    dictionary.append((alignment - unpadded % alignment) % alignment, ' ');
    dictionary += '\n';

    std::string header(magic);
    header += {'\x01', '\x00'};
    header += static_cast<char>(dictionary.size() & 0xff);
    header += static_cast<char>(dictionary.size() >> 8);
    return header + dictionary;
}

} // namespace thetascope
