// SPDX-License-Identifier: GPL-3.0-or-later
// PKWARE's APPNOTE 6.3, as far as .npz files need it: local header, data, central directory, end record; no encryption, no zip64.
#include "core/io/unzip.h"

#include <cstdint>
#include <optional>
#include <zlib.h>

namespace thetascope {
namespace {

constexpr std::uint32_t localSignature = 0x04034b50, centralSignature = 0x02014b50, endSignature = 0x06054b50;
constexpr std::size_t localSize = 30, centralSize = 46, endSize = 22, longestComment = 0xffff;
constexpr std::size_t stored = 0, deflated = 8;
/// What a member may inflate to: a damaged or hostile size is refused before memory is asked for.
constexpr std::size_t largestMember = std::size_t{1} << 30, largestWhole = largestMember;
/// Deflate makes of a byte at most so many (zlib's algorithm.txt: 1032): a size beyond that is a lie.
constexpr std::size_t mostInflation = 1040;

std::size_t get16(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) | static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}
std::size_t get32(std::string_view bytes, std::size_t at) {
    return get16(bytes, at) | get16(bytes, at + 2) << 16;
}

std::size_t checksum(std::string_view bytes) {
    return crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
}

Error damaged(const char* how) {
    return {ErrorKind::input, std::string("is damaged: ") + how};
}

struct Entry {
    std::string name;
    std::size_t method, crc, packed, size, offset;
};

/// Where the end record begins, searched from the back for it may be followed by a comment.
std::optional<std::size_t> findEnd(std::string_view bytes) {
    if (bytes.size() < endSize) return std::nullopt;
    const std::size_t last = bytes.size() - endSize, first = last > longestComment ? last - longestComment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (get32(bytes, at) == endSignature) return at;
    return std::nullopt;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    std::string content(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt; // raw deflate, no zlib header
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib's interface; it only reads
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    const int code = inflate(&stream, Z_FINISH);
    const bool whole = code == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return whole ? std::optional(std::move(content)) : std::nullopt;
}

Result<std::string> contentOf(std::string_view bytes, const Entry& entry) {
    if (entry.size > largestMember) return Error{ErrorKind::input, "holds an array of more than 1 GB"};
    if (entry.offset > bytes.size() || bytes.size() - entry.offset < localSize || get32(bytes, entry.offset) != localSignature)
        return damaged("a member isn't where the directory says");
    const std::size_t begin = entry.offset + localSize + get16(bytes, entry.offset + 26) + get16(bytes, entry.offset + 28);
    if (begin > bytes.size() || bytes.size() - begin < entry.packed) return damaged("a member is cut off");
    const std::string_view packed = bytes.substr(begin, entry.packed);
    if (entry.size / mostInflation > entry.packed) return damaged("a member can't be as large as it says");
    std::optional<std::string> content;
    if (entry.method == stored && entry.packed == entry.size) content = std::string(packed);
    else if (entry.method == deflated) content = inflated(packed, entry.size);
    else return Error{ErrorKind::input, "is packed in a way that is not read; pack it with numpy.savez"};
    if (!content || checksum(*content) != entry.crc) return damaged("a checksum is wrong");
    return *std::move(content);
}

} // namespace

Result<ZipMembers> unzip(std::string_view bytes) {
    const std::optional<std::size_t> end = findEnd(bytes);
    if (!end) return Error{ErrorKind::input, "is not a zip file, or is cut off"};
    const std::size_t count = get16(bytes, *end + 10);
    std::size_t at = get32(bytes, *end + 16);
    ZipMembers members;
    std::size_t whole = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > *end || *end - at < centralSize || get32(bytes, at) != centralSignature)
            return damaged("its directory can't be read");
        const std::size_t nameSize = get16(bytes, at + 28), rest = get16(bytes, at + 30) + get16(bytes, at + 32);
        if (*end - at - centralSize < nameSize + rest) return damaged("its directory can't be read");
        const Entry entry{std::string(bytes.substr(at + centralSize, nameSize)), get16(bytes, at + 10), get32(bytes, at + 16),
                          get32(bytes, at + 20), get32(bytes, at + 24), get32(bytes, at + 42)};
        whole += entry.size; // members may share their bytes: a small file could ask for any amount
        if (whole > largestWhole) return Error{ErrorKind::input, "holds more than 1 GB"};
        Result<std::string> content = contentOf(bytes, entry);
        if (!content) return content.error();
        members[entry.name] = std::move(content).value();
        at += centralSize + nameSize + rest;
    }
    return members;
}

} // namespace thetascope
