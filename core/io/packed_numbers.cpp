// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <zlib.h>

namespace thetascope {
namespace {

static_assert(std::endian::native == std::endian::little, "packed numbers are written as they lie in memory");

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr int bitsPerLetter = 6, bitsPerByte = 8, lettersPerGroup = 4;
constexpr std::uint32_t letterMask = 63, byteMask = 255;
/// Bytes that zlib takes or gives at a time: its counters have 32 bits.
constexpr std::size_t largestStep = std::size_t{1} << 30;

Error damaged(const std::string& what) { return {ErrorKind::input, "its packed numbers " + what}; }

std::string toBase64(const std::vector<unsigned char>& bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * lettersPerGroup);
    std::uint32_t bits = 0;
    int count = 0;
    for (const unsigned char byte : bytes) {
        bits = (bits << bitsPerByte) | byte;
        for (count += bitsPerByte; count >= bitsPerLetter;) {
            count -= bitsPerLetter;
            text += alphabet[(bits >> count) & letterMask];
        }
    }
    if (count > 0) text += alphabet[(bits << (bitsPerLetter - count)) & letterMask];
    while (text.size() % lettersPerGroup != 0) text += '=';
    return text;
}

std::array<signed char, 256> letterValues() {
    std::array<signed char, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
    }
    return values;
}

Result<std::vector<unsigned char>> fromBase64(std::string_view text) {
    static const auto values = letterValues();
    if (text.size() % lettersPerGroup != 0) return damaged("are cut short");
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    std::vector<unsigned char> bytes;
    bytes.reserve(text.size() * bitsPerLetter / bitsPerByte);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char letter : text) {
        const int value = values[static_cast<unsigned char>(letter)];
        if (value < 0) return damaged("hold a letter that isn't base64");
        bits = (bits << bitsPerLetter) | static_cast<std::uint32_t>(value);
        count += bitsPerLetter;
        if (count < bitsPerByte) continue;
        count -= bitsPerByte;
        bytes.push_back(static_cast<unsigned char>((bits >> count) & byteMask));
    }
    return bytes;
}

/// zlib's state, ended whatever happens.
struct Inflater {
    Inflater() { if (inflateInit(&stream) != Z_OK) throw std::bad_alloc(); }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    z_stream stream{};
};

/// Fills all of `out`; nothing may be left over.
Status inflateInto(std::vector<unsigned char>& deflated, std::span<unsigned char> out) {
    Inflater inflater;
    z_stream& stream = inflater.stream;
    unsigned char beyond = 0; // a byte more than asked for would land here
    std::size_t taken = 0, given = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        if (stream.avail_in == 0) {
            const std::size_t step = std::min(largestStep, deflated.size() - taken);
            stream.next_in = deflated.data() + taken;
            stream.avail_in = static_cast<uInt>(step);
            taken += step;
        }
        const std::size_t room = std::min(largestStep, out.size() - given);
        stream.next_out = room > 0 ? out.data() + given : &beyond;
        stream.avail_out = static_cast<uInt>(std::max<std::size_t>(room, 1));
        const uInt before = stream.avail_out;
        state = inflate(&stream, Z_NO_FLUSH);
        if (room == 0 && stream.avail_out == 0) return damaged("are more than there is a place for");
        if (room > 0) given += before - stream.avail_out;
    }
    if (state != Z_STREAM_END) return damaged("are damaged");
    return given == out.size() ? success() : Status(damaged("are fewer than there are places for"));
}

} // namespace

std::string packNumbers(std::span<const double> values) {
    const auto bytes = std::as_bytes(values);
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::vector<unsigned char> deflated(size);
    const auto* const first = reinterpret_cast<const unsigned char*>(bytes.data());
    if (compress2(deflated.data(), &size, first, static_cast<uLong>(bytes.size()), Z_BEST_SPEED) != Z_OK)
        throw std::bad_alloc();
    deflated.resize(size);
    return toBase64(deflated);
}

Result<std::vector<double>> unpackNumbers(std::string_view text, std::size_t count) {
    Result<std::vector<unsigned char>> deflated = fromBase64(text);
    if (!deflated) return deflated.error();
    // Deflate packs at most 1032 : 1: what is too short for `count` is known before anything is allocated for it.
    constexpr std::size_t highestRatio = 1032;
    if (count > deflated->size() * highestRatio / sizeof(double) + 1) return damaged("are fewer than there are places for");
    std::vector<double> values(count);
    auto* const first = reinterpret_cast<unsigned char*>(values.data());
    if (Status status = inflateInto(*deflated, {first, count * sizeof(double)}); !status) return status.error();
    return values;
}

} // namespace thetascope
