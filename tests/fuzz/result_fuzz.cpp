// SPDX-License-Identifier: GPL-3.0-or-later
// A result folder: the first byte says which of its four files the rest of the bytes replace.
#include "core/io/result_reader.h"
#include "tests/fuzz/fuzz_input.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

using namespace thetascope;
using namespace thetascope::fuzzing;

namespace {

constexpr std::array names{"run.json", "positions.npy", "theta.npy", "stft.npy"};

void put(const std::string& path, std::string_view bytes) {
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A folder of this process, whole but for the file that is fuzzed; gone at its end.
class Folder {
public:
    Folder() {
        std::string pattern = std::filesystem::temp_directory_path() / "result-XXXXXX";
        require(::mkdtemp(pattern.data()) != nullptr, "a folder can be made");
        m_path = pattern;
        const auto row = [](std::string type, std::string shape, std::string values) {
            std::string header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
            header.resize(117, ' ');
            return std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header + "\n" + values;
        };
        const double theta = 6;
        m_whole = {R"({"thetascope":"0","source":{"path":"demo:shocks","sha256":"","sample_rate":1000,"channels":1,"frames":16,
"start":0,"end":0.016},"settings":{"support":8,"hop":4,"theta-mode":"shared"},"result":{}})",
                   row("<f8", "2,", std::string(16, '\0')),
                   row("<f8", "", std::string(reinterpret_cast<const char*>(&theta), sizeof theta)),
                   row("<c8", "5, 2", std::string(80, '\0'))};
        restore();
        require(readResult(m_path).ok(), "the folder is whole to begin with");
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    void restore() const {
        for (std::size_t i = 0; i < names.size(); ++i) put(m_path + "/" + names[i], m_whole[i]);
    }
    void restore(std::size_t i) const { put(m_path + "/" + names[i], m_whole[i]); }
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
    std::array<std::string, names.size()> m_whole;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Folder folder;
    if (size == 0) return 0;
    const std::size_t which = data[0] % names.size();
    put(folder.path() + "/" + names[which], textOf(data + 1, size - 1));
    const auto result = readResult(folder.path());
    if (result) {
        require(result->spectrum.rows() == result->tiling.frames() && result->spectrum.cols() == result->tiling.bins(),
                "a spectrum has the shape of its tiling");
        require(result->length >= 1, "a region has samples");
    } else {
        requireSentence(result.error().message);
    }
    folder.restore(which);
    return 0;
}
