// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace thetascope::fuzzing {

/// A fuzzer's bytes as a file that lives in memory: for readers that take a path. One at a time.
class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    /// Replaces the contents; ends the process if the system doesn't let it.
    void set(std::string_view bytes);
    /// "/proc/self/fd/N".
    const std::string& path() const { return m_path; }

private:
    int m_descriptor = -1;
    std::string m_path;
};

/// What must hold whatever the bytes are: ends the process (and so fails the fuzzer, which keeps the input) if it doesn't.
void require(bool holds, const char* what);

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// An error says something: a path or a name, and what to do; never control characters alone.
void requireSentence(const std::string& message);

} // namespace thetascope::fuzzing
