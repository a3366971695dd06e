// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npz_reader.h"

#include "core/io/input_file.h"
#include "core/io/npy_header.h"
#include "core/io/unzip.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <sstream>

namespace thetascope {
namespace {

static_assert(std::endian::native == std::endian::little, "values are read and written as they lie in memory");

constexpr std::size_t largestFile = std::size_t{1} << 30;
constexpr std::string_view extension = ".npy";

template <class From>
std::vector<double> readValues(std::string_view bytes, std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        From value;
        std::memcpy(&value, bytes.data() + i * sizeof(From), sizeof(From));
        values[i] = static_cast<double>(value);
    }
    return values;
}

std::size_t valueSize(const std::string& type) {
    if (type == "<f4" || type == "<i4") return 4;
    return type == "<f8" || type == "<i8" ? 8 : 0;
}

/// The text that a member holds, if it is one: an array of shape [] of bytes.
std::optional<std::string> textOf(const std::string& bytes) {
    std::istringstream stream(bytes);
    const Result<NpyHeader> header = readNpyHeader(stream);
    if (!header || !header->type.starts_with("|S") || !header->shape.empty()) return std::nullopt;
    std::string text = bytes.substr(static_cast<std::size_t>(stream.tellg()));
    text.erase(text.find_last_not_of('\0') + 1); // NumPy pads with zeros
    return text;
}

Result<NpzArray> parseArray(const std::string& bytes) {
    std::istringstream stream(bytes);
    const Result<NpyHeader> header = readNpyHeader(stream);
    if (!header) return header.error();
    const std::size_t size = valueSize(header->type);
    if (size == 0) return Error{ErrorKind::input, "holds values of type " + header->type + "; only <f4, <f8, <i4 and <i8 are read"};
    if (header->fortranOrder && header->shape.size() > 1)
        return Error{ErrorKind::input, "holds an array in Fortran order; save it with numpy.ascontiguousarray"};
    const std::string_view data = std::string_view(bytes).substr(static_cast<std::size_t>(stream.tellg()));
    NpzArray array{header->shape, {}, header->type == "<f4"};
    std::size_t count = 1;
    for (const std::size_t axis : array.shape) {
        if (axis > 0 && count > std::numeric_limits<std::size_t>::max() / axis / size)
            return Error{ErrorKind::input, "holds an array whose shape can't be"};
        count *= axis;
    }
    if (data.size() != count * size) return Error{ErrorKind::input, "holds an array that is longer or shorter than it says"};
    if (header->type == "<f4") array.values = readValues<float>(data, count);
    else if (header->type == "<f8") array.values = readValues<double>(data, count);
    else if (header->type == "<i4") array.values = readValues<std::int32_t>(data, count);
    else array.values = readValues<std::int64_t>(data, count);
    return array;
}

} // namespace

std::vector<NpzEntry> entriesOf(const NpzFile& file) {
    std::vector<NpzEntry> entries;
    for (const auto& [name, array] : file.arrays) {
        if (array.single) entries.push_back({name, array.shape, std::vector<float>(array.values.begin(), array.values.end())});
        else entries.push_back({name, array.shape, array.values});
    }
    for (const auto& [name, text] : file.texts) entries.push_back({name, {}, text});
    return entries;
}

Result<NpzFile> readNpz(const std::string& path) {
    const Result<std::string> bytes = readTextFile(path, largestFile);
    if (!bytes) return bytes.error();
    const auto bad = [&](const Error& error) { return Error{ErrorKind::input, path + ": " + error.message + "; choose another file"}; };
    Result<ZipMembers> members = unzip(*bytes);
    if (!members) return bad(members.error());
    NpzFile file;
    for (auto& [name, content] : *members) {
        if (!name.ends_with(extension)) continue; // somebody else's addition
        const std::string key = name.substr(0, name.size() - extension.size());
        if (std::optional<std::string> text = textOf(content)) {
            file.texts[key] = *std::move(text);
            continue;
        }
        Result<NpzArray> array = parseArray(content);
        if (!array) return bad(array.error());
        file.arrays[key] = std::move(array).value();
    }
    return file;
}

} // namespace thetascope
