// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_input.h"

#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

namespace thetascope::fuzzing {

MemoryFile::MemoryFile() : m_descriptor(::memfd_create("fuzz", 0)), m_path("/proc/self/fd/" + std::to_string(m_descriptor)) {
    require(m_descriptor >= 0, "a file in memory can be made");
}

MemoryFile::~MemoryFile() { ::close(m_descriptor); }

void MemoryFile::set(std::string_view bytes) {
    require(::ftruncate(m_descriptor, 0) == 0, "the file in memory can be emptied");
    const auto written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), 0);
    require(written == static_cast<ssize_t>(bytes.size()), "the file in memory can be filled");
}

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void requireSentence(const std::string& message) { require(message.size() > 8, "an error is a sentence"); }

} // namespace thetascope::fuzzing
