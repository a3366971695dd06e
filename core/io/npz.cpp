// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npz.h"

#include "core/io/atomic_file.h"
#include "core/io/npy_header.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <zlib.h>

namespace thetascope {
namespace {

// PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16: records of little-endian numbers of 2 and 4 bytes.
constexpr std::uint32_t localSignature = 0x04034b50, centralSignature = 0x02014b50, endSignature = 0x06054b50;
constexpr std::uint16_t versionNeeded = 20, stored = 0, noFlags = 0, noTime = 0, firstDate = 0x21; // 1980-01-01
constexpr std::uint64_t largestZip = std::numeric_limits<std::uint32_t>::max();

class Record {
public:
    Record& two(std::uint64_t value) { return bytes(value, 2); }
    Record& four(std::uint64_t value) { return bytes(value, 4); }
    const std::string& text() const { return m_text; }

private:
    Record& bytes(std::uint64_t value, int count) {
        for (int i = 0; i < count; ++i) m_text += static_cast<char>((value >> (8 * i)) & 0xff);
        return *this;
    }
    std::string m_text;
};

/// What the directory at the end says of a file.
struct Member {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t size = 0, offset = 0;

    void describe(Record& record) const {
        record.two(versionNeeded).two(noFlags).two(stored).two(noTime).two(firstDate).four(crc).four(size).four(size);
        record.two(name.size()).two(0);
    }
};

template <class T> constexpr const char* typeName = nullptr;
template <> constexpr const char* typeName<float> = "<f4";
template <> constexpr const char* typeName<double> = "<f8";
template <> constexpr const char* typeName<std::complex<float>> = "<c8";
template <> constexpr const char* typeName<std::complex<double>> = "<c16";

std::string headerOf(const NpzEntry& entry) {
    return std::visit([&entry](const auto& values) {
        using Values = std::decay_t<decltype(values)>;
        if constexpr (std::is_same_v<Values, std::string>) {
            return npyHeaderText("|S" + std::to_string(std::max<std::size_t>(1, values.size())), {});
        } else {
            const std::size_t count =
                std::accumulate(entry.shape.begin(), entry.shape.end(), std::size_t{1}, std::multiplies<>());
            if (values.size() != count) throw std::invalid_argument("the values of " + entry.name + " don't fill its shape");
            return npyHeaderText(typeName<typename Values::value_type>, entry.shape);
        }
    }, entry.values);
}

std::span<const std::byte> bytesOf(const NpzEntry& entry) {
    static const std::string emptyText(1, '\0'); // NumPy has no strings of no bytes
    return std::visit([](const auto& values) {
        using Values = std::decay_t<decltype(values)>;
        if constexpr (std::is_same_v<Values, std::string>) return std::as_bytes(std::span(values.empty() ? emptyText : values));
        else return std::as_bytes(std::span(values));
    }, entry.values);
}

std::uint32_t crcOf(std::span<const std::byte> bytes, std::uint32_t before) {
    if (bytes.empty()) return before; // zlib takes a null pointer for the wish to begin anew
    return static_cast<std::uint32_t>(crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

Status writeMember(AtomicFile& file, const NpzEntry& entry, Member& member) {
    const std::string header = headerOf(entry);
    const auto bytes = bytesOf(entry);
    member.name = entry.name + ".npy";
    member.size = header.size() + bytes.size();
    member.crc = crcOf(bytes, crcOf(std::as_bytes(std::span(header)), 0));
    Record record;
    record.four(localSignature);
    member.describe(record);
    for (const std::string& part : {record.text(), member.name, header})
        if (Status status = file.write(part); !status) return status;
    return file.write(bytes.data(), bytes.size());
}

Status writeDirectory(AtomicFile& file, const std::vector<Member>& members, std::uint64_t offset) {
    std::string directory;
    for (const Member& member : members) {
        Record record;
        record.four(centralSignature).two(versionNeeded);
        member.describe(record);
        record.two(0).two(0).two(0).four(0).four(member.offset);
        directory += record.text() + member.name;
    }
    Record end;
    end.four(endSignature).two(0).two(0).two(members.size()).two(members.size()).four(directory.size()).four(offset).two(0);
    return file.write(directory + end.text());
}

} // namespace

Status writeNpz(const std::string& path, const std::vector<NpzEntry>& entries) {
    Result<AtomicFile> file = AtomicFile::create(path);
    if (!file) return file.error();
    constexpr std::uint64_t localRecord = 30; // bytes of the fixed part
    std::vector<Member> members;
    std::uint64_t offset = 0;
    for (const NpzEntry& entry : entries) {
        const std::uint64_t most = offset + bytesOf(entry).size() + entry.name.size() + (std::uint64_t{1} << 16);
        if (most > largestZip)
            return Error{ErrorKind::output, path + ": the arrays are 4 GB or more, too much for one .npz; export them to a folder"};
        Member& member = members.emplace_back();
        member.offset = offset;
        if (Status status = writeMember(*file, entry, member); !status) return status;
        offset += localRecord + member.name.size() + member.size;
    }
    if (Status status = writeDirectory(*file, members, offset); !status) return status;
    return file->commit();
}

} // namespace thetascope
