// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/declared_length.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace thetascope {
namespace {

constexpr std::uint32_t streamedLength = 0x7fffff00;
constexpr std::streamoff containerHeader = 12; ///< "RIFF", length, "WAVE"
constexpr int mostChunks = 1000;

struct Chunk {
    std::array<char, 4> name{};
    std::array<unsigned char, 4> length{};

    std::uint32_t size(bool bigEndian) const {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i)
            value = value << 8 | length[bigEndian ? i : 3 - i];
        return value;
    }
    bool is(std::string_view other) const { return std::string_view(name.data(), name.size()) == other; }
};

bool readChunk(std::istream& stream, Chunk& chunk) {
    return stream.read(chunk.name.data(), 4) && stream.read(reinterpret_cast<char*>(chunk.length.data()), 4);
}

} // namespace

double shareOfDeclaredSamples(const std::string& path) {
    std::error_code failure;
    const std::uintmax_t fileSize = std::filesystem::file_size(path, failure);
    std::ifstream stream(path, std::ios::binary);
    Chunk container;
    if (failure || !readChunk(stream, container) || !(container.is("RIFF") || container.is("FORM")))
        return 1;
    const bool bigEndian = container.is("FORM");
    stream.seekg(containerHeader);
    Chunk chunk;
    for (int count = 0; count < mostChunks && readChunk(stream, chunk); ++count) {
        const std::uint32_t size = chunk.size(bigEndian);
        const std::streamoff begin = stream.tellg();
        const std::uintmax_t available = fileSize - static_cast<std::uintmax_t>(begin);
        if (chunk.is(bigEndian ? "SSND" : "data")) {
            const bool whole = size >= streamedLength || size <= available;
            return whole ? 1 : static_cast<double>(available) / size;
        }
        stream.seekg(begin + static_cast<std::streamoff>(size) + size % 2);
    }
    return 1;
}

bool lacksEndOfStream(const std::string& path) {
    constexpr std::string_view pageMark = "OggS";
    constexpr std::streamoff longestPage = 65307; // RFC 3533
    constexpr std::size_t flagsOffset = 5;
    constexpr unsigned char lastPage = 4;
    std::ifstream stream(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream.tellg();
    std::array<char, 4> mark{};
    if (!stream.seekg(0) || !stream.read(mark.data(), mark.size()) || std::string_view(mark.data(), 4) != pageMark) return false;
    stream.seekg(std::max<std::streamoff>(0, size - longestPage));
    const std::string tail{std::istreambuf_iterator<char>(stream), {}};
    const std::size_t page = tail.rfind(pageMark);
    return page == std::string::npos || page + flagsOffset >= tail.size()
           || (static_cast<unsigned char>(tail[page + flagsOffset]) & lastPage) == 0;
}

} // namespace thetascope
